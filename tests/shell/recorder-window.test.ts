// The window that records: made when a take begins, not touched by a lock, alone with the microphone, gone when it stopped.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cleanUpShell, startShell } from '../support/electron-stand-in-start.ts'
import type { Started } from '../support/electron-stand-in-start.ts'

let recorder: Started['recorder']
const page = 'app://firsthand/recorder.html'
const door = 'app://firsthand/'

beforeEach(async () => {
  ;({ recorder } = await startShell())
  recorder.fire('window1.contents', 'dom-ready')
})
afterEach(cleanUpShell)

const take = (underWay: boolean): void => void recorder.fire('child', 'message', { kind: 'take', underWay })
const made = (): number => recorder.calls.filter(({ call }) => call.startsWith('new window')).length

function asked(requestingUrl: string, mediaTypes: readonly string[] = ['audio']): unknown {
  const [handler] = recorder.one('session.setPermissionRequestHandler') as [(...args: unknown[]) => void]
  const answer = vi.fn()
  handler({}, 'media', answer, { isMainFrame: true, requestingUrl, securityOrigin: door, mediaTypes })
  return answer.mock.calls[0]?.[0]
}

function checked(requestingUrl: string | undefined, from = 'app://firsthand'): unknown {
  const [handler] = recorder.one('session.setPermissionCheckHandler') as [(...args: unknown[]) => unknown]
  return handler({}, 'media', from, { isMainFrame: true, requestingUrl, securityOrigin: door, mediaType: 'audio' })
}

describe('the window that records', () => {
  test('is made when a take begins, as hardened as the other, with a preload and a port of its own', () => {
    expect(made()).toBe(1)
    take(true)
    take(true)
    expect(made()).toBe(2)
    const [mine] = recorder.one('new window2') as [{ webPreferences: Record<string, unknown>; title: string }]
    const [other] = recorder.one('new window1') as [{ webPreferences: Record<string, unknown>; title: string }]
    expect(mine.title).toBe(other.title)
    expect(mine.webPreferences).toEqual({
      ...other.webPreferences,
      preload: expect.stringMatching(/preload\/recorder\.cjs$/),
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    })
    expect(recorder.one('window2.loadURL')).toEqual([page])
    expect(recorder.one('window2.setContentProtection')).toEqual([true])
    recorder.fire('window2.contents', 'dom-ready')
    expect(recorder.of('child.postMessage').at(-1)?.[0]).toEqual({ kind: 'attachRecorder' })
    const [name, , ports] = recorder.one('window2.contents.postMessage') as [string, unknown, unknown[]]
    expect([name, ports.length]).toEqual(['firsthand:recorder', 1])
  })

  test('stays when the archive is locked, handed over, or its window closed', () => {
    take(true)
    recorder.fire('child', 'message', { kind: 'locked' })
    recorder.fire('child', 'message', { kind: 'handedOver' })
    recorder.fire('window1', 'close')
    expect(recorder.of('window2.destroy')).toEqual([])
    expect(asked(page)).toBe(true)
  })

  test('is made anew where its page crashed or it was closed, and not where the program ends', () => {
    take(true)
    recorder.fire('window2.contents', 'render-process-gone', {}, { reason: 'crashed' })
    recorder.one('window2.destroy')
    recorder.fire('window2', 'closed')
    expect(recorder.one('window3.loadURL')).toEqual([page])
    expect(recorder.prevented('window3.contents', 'will-prevent-unload')).toBe(false)
    recorder.fire('app', 'before-quit')
    expect(recorder.prevented('window3.contents', 'will-prevent-unload')).toBe(true)
    recorder.fire('window3', 'closed')
    expect(made()).toBe(3)
  })

  test('keeps the machine awake while it records, and no longer', () => {
    expect(recorder.of('powerSaveBlocker.start')).toEqual([])
    take(true)
    expect(recorder.one('powerSaveBlocker.start')).toEqual(['prevent-app-suspension'])
    expect(recorder.of('powerSaveBlocker.stop')).toEqual([])
    take(false)
    expect(recorder.one('powerSaveBlocker.stop')).toEqual([7])
  })

  test('stays for two minutes when it stopped, to say what was kept', () => {
    take(true)
    vi.useFakeTimers()
    take(false)
    vi.advanceTimersByTime(119_000)
    expect(recorder.of('window2.destroy')).toEqual([])
    vi.advanceTimersByTime(1_000)
    recorder.one('window2.destroy')
  })

  test('another take within these minutes keeps it', () => {
    take(true)
    vi.useFakeTimers()
    take(false)
    take(true)
    vi.advanceTimersByTime(600_000)
    expect([made(), recorder.of('window2.destroy').length]).toEqual([2, 0])
  })

  test('a program without its first window comes back to one at the next start', () => {
    take(true)
    recorder.fire('window1', 'closed')
    recorder.fire('app', 'second-instance')
    expect(recorder.one('window3.loadURL')).toEqual([door])
  })

  test('may be loaded again, and led nowhere else', () => {
    const contents = recorder.part('recording', { getURL: () => `${page}#1` })
    recorder.fire('app', 'web-contents-created', {}, contents)
    expect(recorder.prevented('recording', 'will-navigate', { url: page })).toBe(false)
    expect(recorder.prevented('recording', 'will-navigate', { url: door })).toBe(true)
    const other = recorder.part('other', { getURL: () => door })
    recorder.fire('app', 'web-contents-created', {}, other)
    expect(recorder.prevented('other', 'will-navigate', { url: page })).toBe(true)
    expect(recorder.prevented('other', 'will-navigate', { url: door })).toBe(false)
  })
})

describe('the microphone during a take', () => {
  test('is for the page that records, hidden or not, and for no other page', () => {
    expect([asked(page), checked(page)]).toEqual([false, false])
    take(true)
    for (const address of [page, `${page}#1`, `${page}#2`])
      expect([asked(address), checked(address)]).toEqual([true, true])
    for (const address of [door, `${door}#1`, `${page}#3`, `${door}held/x/recorder.html`, 'https://example.org/'])
      expect([asked(address), checked(address, address)], address).toEqual([false, false])
    expect(checked(undefined), 'a page that is not named').toBe(false)
    expect([asked(page, ['video']), asked(page, []), asked(page, ['audio', 'video'])]).toEqual([false, false, false])
    take(false)
    expect([asked(page), checked(page)]).toEqual([false, false])
  })

  test('is not for it while she answers aloud, which is the other page', () => {
    recorder.fire('child', 'message', { kind: 'recording', underWay: true })
    expect([asked(door), asked(page)]).toEqual([true, false])
  })

  test('outlives a lock and sleep, and not the archive process', () => {
    take(true)
    recorder.fire('powerMonitor', 'suspend')
    recorder.fire('child', 'message', { kind: 'locked' })
    recorder.fire('child', 'message', { kind: 'recording', underWay: false })
    expect(asked(page)).toBe(true)
    recorder.fire('child', 'exit', 1)
    expect(asked(page)).toBe(false)
  })
})
