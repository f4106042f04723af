// Each setting of the shell, as the stand-in recorded it: which call, with which values.
import type { App, Session, SystemPreferences, WebContents } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { macDefaults, sandboxEverything, setMacDefaults, silenceNames } from '../../electron/main/harden-app.ts'
import { hardenContents } from '../../electron/main/harden-contents.ts'
import { hardenSession, partition, sessionOptions, wipeSession } from '../../electron/main/harden-session.ts'
import { Recorder } from '../support/electron-stand-in.ts'

const everyPermission = [
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'speaker-selection',
  'storage-access',
  'usb',
  'vr',
  'window-management',
  'unknown',
  'a-permission-of-tomorrow',
]

let recorder: Recorder
type Handler = (...args: unknown[]) => unknown
const handler = (call: string): Handler => recorder.one(call)[0] as Handler

beforeEach(() => {
  recorder = new Recorder()
})

describe('the session', () => {
  function session(): Session {
    return recorder.part<Session>('session', {
      webRequest: recorder.part('webRequest'),
      setProxy: () => Promise.resolve(),
    })
  }
  beforeEach(() => hardenSession(session(), true, { isOn: true, isOnForTake: true }))

  test('is in memory, without cache', () => {
    expect(partition.startsWith('persist:')).toBe(false)
    expect(sessionOptions).toEqual({ cache: false })
  })

  test('grants no permission but to a microphone that is asked for as such, neither asked nor checked', () => {
    for (const permission of everyPermission) {
      const answer = vi.fn()
      handler('session.setPermissionRequestHandler')({}, permission, answer, {})
      expect(answer.mock.calls, permission).toEqual([[false]])
      expect(handler('session.setPermissionCheckHandler')({}, permission, 'app://firsthand/', {}), permission).toBe(
        false,
      )
    }
  })

  test('grants no device', () => {
    for (const deviceType of ['hid', 'serial', 'usb']) {
      expect(handler('session.setDevicePermissionHandler')({ deviceType })).toBe(false)
    }
    const all = ['audio', 'hid', 'mass-storage']
    expect(handler('session.setUSBProtectedClassesHandler')({ protectedClasses: all })).toBe(all)
  })

  test('pairs nothing and shares no screen', () => {
    const pairing = vi.fn()
    handler('session.setBluetoothPairingHandler')({}, pairing)
    expect(pairing.mock.calls).toEqual([[{ confirmed: false }]])
    const screen = vi.fn()
    handler('session.setDisplayMediaRequestHandler')({}, screen)
    expect(screen.mock.calls).toEqual([[null]])
  })

  test.each([
    ['select-hid-device', [{}], [null]],
    ['select-serial-port', [[], {}], ['']],
    ['select-usb-device', [{}], []],
  ] as const)('refuses %s', (event, between, chosen) => {
    const choose = vi.fn()
    expect(recorder.prevented('session', event, {}, ...between, choose)).toBe(true)
    expect(choose.mock.calls).toEqual([chosen])
  })

  test('refuses downloads', () => {
    expect(recorder.prevented('session', 'will-download')).toBe(true)
  })

  test.each([
    ['app://firsthand/index.html', false],
    ['app://firsthand/media/x', false],
    ['blob:app://firsthand/1-2', false],
    ['data:image/png;base64,AA==', false],
    ['http://firsthand/', true],
    ['https://example.org/', true],
    ['http://127.0.0.1:80/', true],
    ['ws://localhost/', true],
    ['file:///etc/passwd', true],
    ['app://other/', true],
    ['app://firsthand.example.org/', true],
    ['app://firsthand', true],
    ['blob:https://example.org/1', true],
    ['devtools://devtools/x', true],
    ['chrome://gpu', true],
    ['about:blank', true],
    ['chrome-extension://x/y', true],
    ['ftp://x/', true],
    ['media://firsthand/media/x', true],
    ['APP://firsthand/', true],
  ])('a request to %s is cancelled: %s', (url, cancel) => {
    const answer = vi.fn()
    handler('webRequest.onBeforeRequest')({ url }, answer)
    expect(answer.mock.calls).toEqual([[{ cancel }]])
  })

  test('lets the developer tools load only where they exist', async () => {
    recorder = new Recorder()
    await hardenSession(session(), false, { isOn: false, isOnForTake: false })
    const answer = vi.fn()
    handler('webRequest.onBeforeRequest')({ url: 'devtools://devtools/x' }, answer)
    handler('webRequest.onBeforeRequest')({ url: 'https://example.org/' }, answer)
    expect(answer.mock.calls).toEqual([[{ cancel: false }], [{ cancel: true }]])
  })

  test('trusts no certificate and uses no proxy', () => {
    const answer = vi.fn()
    handler('session.setCertificateVerifyProc')({}, answer)
    expect(answer.mock.calls).toEqual([[-2]])
    expect(recorder.one('session.setProxy')).toEqual([{ mode: 'direct' }])
  })

  test('has no spell checker, no languages for one, and nowhere to fetch them', () => {
    expect(recorder.one('session.setSpellCheckerEnabled')).toEqual([false])
    expect(recorder.one('session.setSpellCheckerLanguages')).toEqual([[]])
    expect(recorder.one('session.setSpellCheckerDictionaryDownloadURL')[0]).toMatch(/^app:\/\/firsthand\/.*\/$/)
  })

  test('is wiped of every kind of data, even where one kind fails', async () => {
    const wiped = recorder.part<Session>('wiped', { clearData: () => Promise.reject(new Error('no')) })
    await wipeSession(wiped)
    for (const call of [
      'clearData',
      'clearStorageData',
      'clearCache',
      'clearCodeCaches',
      'clearHostResolverCache',
      'clearAuthCache',
      'clearSharedDictionaryCache',
      'closeAllConnections',
    ])
      recorder.one(`wiped.${call}`)
  })
})

describe('every page', () => {
  beforeEach(() => hardenContents(recorder.part<WebContents>('contents')))

  test.each(['will-navigate', 'will-redirect', 'will-attach-webview', 'select-client-certificate', 'login'])(
    'refuses %s',
    (event) => {
      expect(recorder.prevented('contents', event, { url: 'https://example.org/' })).toBe(true)
    },
  )

  test.each([
    ['app://firsthand/', false],
    ['app://firsthand/#1', false],
    ['app://firsthand/held/abc/index.html', true],
    ['app://firsthand/#2', true],
    ['app://elsewhere/', true],
  ])('may load itself again and go nowhere else: %s is refused: %s', (url, refused) => {
    expect(recorder.prevented('contents', 'will-navigate', { url })).toBe(refused)
    expect(recorder.prevented('contents', 'will-frame-navigate', { url, isMainFrame: true })).toBe(refused)
  })

  test.each([
    ['app://firsthand/held/abc/index.html', false, false],
    ['app://firsthand/held/abc/index.html', true, true],
    ['app://firsthand/', false, true],
    ['app://firsthand/media/abc', false, true],
    ['app://firsthand/held/abc/../../x', false, true],
    ['https://example.org/held/abc/index.html', false, true],
    ['about:blank', false, true],
  ])('a frame to %s (main: %s) is refused: %s', (url, isMainFrame, refused) => {
    expect(recorder.prevented('contents', 'will-frame-navigate', { url, isMainFrame })).toBe(refused)
  })

  test('opens no window', () => {
    expect(handler('contents.setWindowOpenHandler')({ url: 'app://firsthand/' })).toEqual({ action: 'deny' })
  })

  test('finds no bluetooth device', () => {
    const choose = vi.fn()
    expect(recorder.prevented('contents', 'select-bluetooth-device', {}, [], choose)).toBe(true)
    expect(choose.mock.calls).toEqual([['']])
  })

  test('has no WebRTC but through a proxy, which there is not', () => {
    expect(recorder.one('contents.setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp'])
  })
})

describe('the program', () => {
  test('sandboxes every page', () => {
    sandboxEverything(recorder.part<App>('app'))
    expect(recorder.one('app.enableSandbox')).toEqual([])
  })

  test('asks nobody for names', () => {
    silenceNames(recorder.part<App>('app'))
    expect(recorder.one('app.configureHostResolver')).toEqual([
      {
        enableBuiltInResolver: false,
        enableAdditionalDnsQueryTypes: false,
        secureDnsMode: 'off',
        secureDnsServers: [],
      },
    ])
  })

  test('turns off what macOS adds, there only', () => {
    setMacDefaults(recorder.part<SystemPreferences>('preferences'), 'linux')
    expect(recorder.calls).toEqual([])
    setMacDefaults(recorder.part<SystemPreferences>('preferences'), 'darwin')
    expect(recorder.of('preferences.setUserDefault')).toEqual(
      macDefaults.map(([key, value]) => [key, 'boolean', value]),
    )
    expect(Object.fromEntries(macDefaults)).toEqual({
      NSDisabledDictationMenuItem: true,
      NSDisabledCharacterPaletteMenuItem: true,
      NSQuitAlwaysKeepsWindows: false,
      ApplePersistenceIgnoreState: true,
    })
  })
})
