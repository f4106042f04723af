// The start, in order: what main sets before it is ready and after, and what it hands to the archive process.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { cleanUpShell, startShell } from '../support/electron-stand-in-start.ts'
import type { Circumstances, Started } from '../support/electron-stand-in-start.ts'

let recorder: Started['recorder']
let folder: Started['folder']
let windowFolder: Started['windowFolder']
let at: Started['at']

async function start(circumstances: Circumstances = {}): Promise<void> {
  ;({ recorder, folder, windowFolder, at } = await startShell(circumstances))
}

/** Both were called, and the first one first. */
function expectBefore(first: string, second: string): void {
  expect(at(first), first).toBeGreaterThanOrEqual(0)
  expect(at(first), `${first} before ${second}`).toBeLessThan(at(second))
}

afterEach(cleanUpShell)

describe('a refused start', () => {
  test('says so plainly and does nothing else', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await start({ given: ['--remote-debugging-port=9222'] })
    expect(said.mock.calls).toEqual([['Firsthand does not start with the switch "remote-debugging-port".']])
    expect(recorder.one('app.exit')).toEqual([1])
    expect(recorder.calls.map(({ call }) => call).filter((call) => call !== 'app.getPath')).toEqual(['app.exit'])
    said.mockRestore()
  })

  test('a start that fails ends, instead of staying without a window', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await start({ failing: true })
    expect(recorder.one('app.exit')).toEqual([1])
    expect(said).toHaveBeenCalledTimes(1)
    expect(at('new window1')).toBe(-1)
    said.mockRestore()
  })

  test("a second instance leaves at once, without emptying the first one's folder", async () => {
    await start({ firstInstance: false })
    expect(recorder.one('app.exit')).toEqual([0])
    expect(at('app.enableSandbox')).toBe(-1)
    expect(at('new window1')).toBe(-1)
  })
})

describe('the start', () => {
  test('sets before it is ready what must be set before', async () => {
    await start()
    const ready = at('app.whenReady')
    for (const call of [
      'app.requestSingleInstanceLock',
      'commandLine.appendSwitch',
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
      'app.setPath',
      'app.setAppLogsPath',
      'Menu.setApplicationMenu',
    ]) {
      expect(at(call), call).toBeGreaterThanOrEqual(0)
      expect(at(call), call).toBeLessThan(ready)
    }
    expect(at('app.configureHostResolver')).toBeGreaterThan(ready)
    expect(recorder.one('Menu.setApplicationMenu')).toEqual([null])
  })

  test('keeps all that Chromium writes in one folder that it empties', async () => {
    await start()
    expect(recorder.of('app.setPath')).toEqual([
      ['userData', windowFolder],
      ['sessionData', join(windowFolder, 'session')],
      ['crashDumps', join(windowFolder, 'session', 'crashes')],
    ])
    expect(recorder.one('app.setAppLogsPath')).toEqual([join(windowFolder, 'session', 'logs')])
    expectBefore('app.setPath', 'app.requestSingleInstanceLock')
  })

  test('empties that folder of what a crash left in it', async () => {
    await start({ left: 'Local State' })
    expect(existsSync(join(windowFolder, 'Local State'))).toBe(false)
  })

  test('leaves it alone where another instance runs', async () => {
    await start({ left: 'Local State', firstInstance: false })
    expect(existsSync(join(windowFolder, 'Local State'))).toBe(true)
  })

  test('on macOS sets its menu and turns off what the system adds', async () => {
    const real = process.platform
    Object.defineProperty(process, 'platform', { value: 'darwin' })
    await start().finally(() => Object.defineProperty(process, 'platform', { value: real }))
    expect(recorder.of('Menu.setApplicationMenu')).toHaveLength(2)
    recorder.one('Menu.buildFromTemplate')
    expect(recorder.of('systemPreferences.setUserDefault').length).toBeGreaterThan(0)
  })

  test('registers its one scheme, standard and secure, bypassing nothing', async () => {
    await start()
    expect(recorder.one('protocol.registerSchemesAsPrivileged')).toEqual([
      [
        {
          scheme: 'app',
          privileges: {
            standard: true,
            secure: true,
            supportFetchAPI: true,
            stream: true,
            bypassCSP: false,
            corsEnabled: false,
            allowServiceWorkers: false,
            allowExtensions: false,
            codeCache: false,
          },
        },
      ],
    ])
    expect(recorder.one('ownProtocol.handle')[0]).toBe('app')
  })

  test('makes its session in memory and hardens it before there is a window', async () => {
    await start()
    expect(recorder.one('Sessions.fromPartition')).toEqual(['firsthand', { cache: false }])
    expectBefore('session.setPermissionRequestHandler', 'new window1')
    expectBefore('session.setProxy', 'new window1')
    expectBefore('webRequest.onBeforeRequest', 'new window1')
    expectBefore('ownProtocol.handle', 'new window1')
  })

  test('hardens every other session and every page too', async () => {
    await start()
    const other = recorder.part('other', { webRequest: recorder.part('otherRequests') })
    expect(recorder.fire('app', 'session-created', other)).toBe(1)
    recorder.one('other.setPermissionRequestHandler')
    recorder.one('otherRequests.onBeforeRequest')
    expect(recorder.fire('app', 'web-contents-created', {}, recorder.part('contents'))).toBe(1)
    recorder.one('contents.setWindowOpenHandler')
  })

  test.each([
    [true, false],
    [false, true],
  ])('packaged: %s, developer tools: %s', async (packaged, devTools) => {
    await start({ packaged })
    const [options] = recorder.one('new window1') as [
      { webPreferences: Record<string, unknown>; title: string; show: boolean },
    ]
    expect(options.title).toBe('Firsthand')
    expect(options.show).toBe(false)
    const { session, preload, ...preferences } = options.webPreferences
    expect(session).toBeDefined()
    expect(preload).toMatch(/preload[\\/]index\.cjs$/)
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      v8CacheOptions: 'none',
      devTools,
    })
  })

  test('protects the window, keeps its title, and loads the door', async () => {
    await start()
    expect(recorder.one('window1.setContentProtection')).toEqual([true])
    expect(recorder.one('window1.setMenuBarVisibility')).toEqual([false])
    expect(recorder.one('window1.loadURL')).toEqual(['app://firsthand/'])
    expect(recorder.prevented('window1', 'page-title-updated')).toBe(true)
    recorder.fire('window1', 'ready-to-show')
    recorder.one('window1.show')
  })

  test('never calls what leaves traces or leads out', async () => {
    await start()
    const calls = recorder.calls.map(({ call }) => call).join(' ')
    expect(calls).not.toMatch(
      /addRecentDocument|openExternal|crashReporter|Notification|setJumpList|setAsDefaultProtocolClient/,
    )
  })
})

describe('the archive process', () => {
  test('is started with the first page, plainly, and told its places before it gets ports', async () => {
    vi.stubEnv('NODE_OPTIONS', '--inspect')
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1')
    vi.stubEnv('https_proxy', 'http://example.org')
    await start()
    expect(at('utilityProcess.fork')).toBe(-1)
    recorder.fire('window1.contents', 'dom-ready')
    const [entry, args, options] = recorder.one('utilityProcess.fork') as [
      string,
      string[],
      { env: Record<string, string> },
    ]
    expect(entry).toMatch(/archive\.js$/)
    expect(args).toEqual([])
    expect(options).toMatchObject({
      serviceName: 'Firsthand archive',
      execArgv: [],
      stdio: 'ignore',
      allowLoadingUnsignedLibraries: false,
    })
    expect(Object.keys(options.env).filter((name) => /^(NODE|ELECTRON)_|proxy/i.test(name))).toEqual([])
    const told = recorder.of('child.postMessage').map(([message, ports]) => [message, (ports as unknown[]).length])
    expect(told).toEqual([
      [{ kind: 'places', dataFolder: join(folder, 'data', 'firsthand') }, 0],
      [{ kind: 'media' }, 1],
      [{ kind: 'attach' }, 1],
    ])
  })

  test('its port goes to the page with the menu’s, and the next page gets others', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('window1.contents', 'dom-ready')
    const sent = recorder.of('window1.contents.postMessage') as Array<[string, null, Array<{ name: string }>]>
    expect(sent.map(([channel, message, ports]) => [channel, message, ports.length])).toEqual([
      ['firsthand:port', null, 2],
      ['firsthand:port', null, 2],
    ])
    expect(sent[0]?.[2][0]?.name).not.toBe(sent[1]?.[2][0]?.name)
    recorder.one('utilityProcess.fork')
  })

  test('is asked for media through the scheme, over a port of its own', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    const handle = recorder.one('ownProtocol.handle')[1] as (request: Request) => Promise<Response>
    void handle({ url: 'app://firsthand/media/abc', method: 'GET', headers: new Headers() } as Request)
    const sent = recorder.calls.filter(({ call }) => /^port\d+\.postMessage$/.test(call)).map(({ args }) => args[0])
    expect(sent).toEqual([{ kind: 'find', read: 1, media: 'media', id: 'abc', path: '' }])
  })

  test('is started again for the next page when it has died', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('child', 'exit', 1)
    recorder.fire('window1.contents', 'dom-ready')
    expect(recorder.of('utilityProcess.fork')).toHaveLength(2)
  })
})
