// The whole start, in order, with the stand-in in place of electron: what main does before it is ready, after, and at the end.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { electronStandIn, Recorder } from '../support/electron-stand-in.ts'

let recorder: Recorder
let folder: string
let windowFolder: string
const given = [...process.argv]

async function start({ packaged = true, firstInstance = true, failing = false, left = '' } = {}): Promise<void> {
  vi.resetModules()
  recorder = new Recorder()
  const electron = electronStandIn(recorder, { packaged, firstInstance })
  folder = electron.folder
  windowFolder = join(folder, 'firsthand-window')
  if (left !== '') {
    mkdirSync(windowFolder)
    writeFileSync(join(windowFolder, left), 'left behind')
  }
  vi.stubEnv('XDG_RUNTIME_DIR', folder)
  vi.stubEnv('XDG_DATA_HOME', join(folder, 'data'))
  vi.stubEnv('FIRSTHAND_DATA', '')
  vi.doMock('electron', () => electron)
  // The built pages are not part of this test.
  vi.doMock('../../electron/main/pages.ts', () => ({
    listPages: () => {
      if (failing) throw new Error('no pages')
      return new Map()
    },
    answerPage: () => new Response(null),
  }))
  await import('../../electron/main/index.ts')
  await vi.waitFor(() => {
    if (recorder.of('app.exit').length === 0 && recorder.of('window1.loadURL').length === 0) throw new Error('not yet')
  })
}

const at = (call: string): number => recorder.calls.findIndex((recorded) => recorded.call === call)

/** Both were called, and the first one first. */
function expectBefore(first: string, second: string): void {
  expect(at(first), first).toBeGreaterThanOrEqual(0)
  expect(at(first), `${first} before ${second}`).toBeLessThan(at(second))
}

beforeEach(() => {
  process.argv = given.slice(0, 2)
})
afterEach(() => {
  process.argv = [...given]
  vi.unstubAllEnvs()
  vi.doUnmock('electron')
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})


describe('a refused start', () => {
  test('says so plainly and does nothing else', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    process.argv = [...given.slice(0, 2), '--remote-debugging-port=9222']
    await start()
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

  test('a second instance leaves at once, without emptying the first one\'s folder', async () => {
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
      'app.requestSingleInstanceLock', 'commandLine.appendSwitch', 'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged', 'app.setPath', 'app.setAppLogsPath', 'Menu.setApplicationMenu',
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
      [{
        scheme: 'app',
        privileges: {
          standard: true, secure: true, supportFetchAPI: true, stream: true, bypassCSP: false, corsEnabled: false,
          allowServiceWorkers: false, allowExtensions: false, codeCache: false,
        },
      }],
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

  test.each([[true, false], [false, true]])('packaged: %s, developer tools: %s', async (packaged, devTools) => {
    await start({ packaged })
    const [options] = recorder.one('new window1') as [{ webPreferences: Record<string, unknown>; title: string; show: boolean }]
    expect(options.title).toBe('Firsthand')
    expect(options.show).toBe(false)
    const { session, preload, ...preferences } = options.webPreferences
    expect(session).toBeDefined()
    expect(preload).toMatch(/preload[\\/]index\.cjs$/)
    expect(preferences).toEqual({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false,
      webviewTag: false, plugins: false, navigateOnDragDrop: false, disableDialogs: true, spellcheck: false,
      v8CacheOptions: 'none', devTools,
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
    expect(calls).not.toMatch(/addRecentDocument|openExternal|crashReporter|Notification|setJumpList|setAsDefaultProtocolClient/)
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
    const [entry, args, options] = recorder.one('utilityProcess.fork') as [string, string[], { env: Record<string, string> }]
    expect(entry).toMatch(/archive\.js$/)
    expect(args).toEqual([])
    expect(options).toMatchObject({ serviceName: 'Firsthand archive', execArgv: [], stdio: 'ignore', allowLoadingUnsignedLibraries: false })
    expect(Object.keys(options.env).filter((name) => /^(NODE|ELECTRON)_|proxy/i.test(name))).toEqual([])
    const told = recorder.of('child.postMessage').map(([message, ports]) => [message, (ports as unknown[]).length])
    expect(told).toEqual([
      [{ kind: 'places', dataFolder: join(folder, 'data', 'firsthand') }, 0],
      [{ kind: 'media' }, 1],
      [{ kind: 'attach' }, 1],
    ])
  })

  test('its port goes to the page, and the next page gets another', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('window1.contents', 'dom-ready')
    const sent = recorder.of('window1.contents.postMessage') as Array<[string, null, Array<{ name: string }>]>
    expect(sent.map(([channel, message, ports]) => [channel, message, ports.length])).toEqual([
      ['firsthand:port', null, 1], ['firsthand:port', null, 1],
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

describe('locking', () => {
  const locks = (): number =>
    recorder.of('child.postMessage').filter(([message]) => (message as { kind: string }).kind === 'lock').length

  test.each(['lock-screen', 'suspend', 'shutdown', 'user-did-resign-active'])('%s locks', async (event) => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    expect(recorder.fire('powerMonitor', event)).toBe(1)
    expect(locks()).toBe(1)
  })

  test('closing the window locks', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('window1', 'close')
    expect(locks()).toBe(1)
  })

  test.each([['minimize', 'restore'], ['hide', 'show']])('five minutes after %s it locks, unless %s', async (away, back) => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    vi.useFakeTimers()
    recorder.fire('window1', away)
    vi.advanceTimersByTime(4 * 60_000)
    recorder.fire('window1', back)
    vi.advanceTimersByTime(10 * 60_000)
    expect(locks()).toBe(0)
    recorder.fire('window1', away)
    vi.advanceTimersByTime(5 * 60_000)
    expect(locks()).toBe(1)
  })

  test('a window that came back, or went for good, does not lock by an older clock', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    vi.useFakeTimers()
    recorder.fire('window1', 'minimize')
    recorder.fire('window1', 'hide')
    recorder.fire('window1', 'show')
    vi.advanceTimersByTime(10 * 60_000)
    recorder.fire('window1', 'minimize')
    recorder.fire('window1', 'closed')
    vi.advanceTimersByTime(10 * 60_000)
    expect(locks()).toBe(0)
  })

  test('once locked, the page is destroyed and a fresh one stands at the door', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('child', 'message', { kind: 'locked' })
    recorder.one('window1.destroy')
    expect(recorder.one('window2.loadURL')).toEqual(['app://firsthand/'])
    expect(at('new window2')).toBeLessThan(at('window1.destroy'))
  })

  test('a window that is gone already is not replaced', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('window1', 'close')
    recorder.fire('window1', 'closed')
    recorder.fire('child', 'message', { kind: 'locked' })
    expect(at('new window2')).toBe(-1)
  })

  test('a page that crashed locks and goes', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('window1.contents', 'render-process-gone', {}, { reason: 'crashed' })
    expect(locks()).toBe(1)
    recorder.one('window1.destroy')
  })

  test('a second start brings the first window forward', async () => {
    await start()
    recorder.fire('app', 'second-instance')
    recorder.one('window1.restore')
    recorder.one('window1.focus')
  })
})

describe('the end', () => {
  test('quits with the last window, closes the archive, wipes the session, empties the folder', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('app', 'window-all-closed')
    recorder.one('app.quit')
    mkdirSync(join(windowFolder, 'session', 'Cache'), { recursive: true })
    writeFileSync(join(windowFolder, 'session', 'Cache', 'x'), 'left behind')
    writeFileSync(join(windowFolder, 'Local State'), 'left behind')
    writeFileSync(join(windowFolder, 'SingletonLock'), '')
    expect(recorder.prevented('app', 'will-quit')).toBe(true)
    await vi.waitFor(() => expect(recorder.of('child.postMessage').at(-1)?.[0]).toEqual({ kind: 'close' }))
    expect(at('session.clearData')).toBe(-1)
    recorder.fire('child', 'exit', 0)
    await vi.waitFor(() => expect(recorder.one('app.exit')).toEqual([0]))
    recorder.one('session.clearData')
    expect(existsSync(join(windowFolder, 'session', 'Cache'))).toBe(false)
    expect(existsSync(join(windowFolder, 'Local State'))).toBe(false)
    expect(existsSync(join(windowFolder, 'SingletonLock'))).toBe(true)
  })

  test('does not hang on an archive process that does not answer', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    vi.useFakeTimers()
    recorder.prevented('app', 'will-quit')
    await vi.advanceTimersByTimeAsync(5_000)
    recorder.one('child.kill')
    expect(recorder.one('app.exit')).toEqual([0])
  })

  test('ends nothing that has ended by itself', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    vi.useFakeTimers()
    recorder.prevented('app', 'will-quit')
    await vi.advanceTimersByTimeAsync(1)
    recorder.fire('child', 'exit', 0)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(at('child.kill')).toBe(-1)
  })

  test.each(['closeArchive', 'wipeSession', 'emptyFolder'] as const)('goes on to the end when %s fails', async (failing) => {
    await start()
    const app = new Recorder()
    const done: string[] = []
    const step = (name: string) => (): void => {
      done.push(name)
      if (name === failing) throw new Error(name)
    }
    const { leaveClean } = await import('../../electron/main/leave.ts')
    leaveClean(app.part('app'), {
      closeArchive: () => Promise.resolve().then(step('closeArchive')),
      wipeSession: () => Promise.resolve().then(step('wipeSession')),
      emptyFolder: step('emptyFolder'),
    })
    expect(app.prevented('app', 'will-quit')).toBe(true)
    expect(app.prevented('app', 'will-quit'), 'asked twice, it still goes once').toBe(true)
    await vi.waitFor(() => expect(app.one('app.exit')).toEqual([0]))
    expect(done).toEqual(['closeArchive', 'wipeSession', 'emptyFolder'])
  })
})
