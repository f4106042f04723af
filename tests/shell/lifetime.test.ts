// What locks, what a lock does to the window, and how the program ends.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Recorder } from '../support/electron-stand-in.ts'
import { cleanUpShell, startShell } from '../support/electron-stand-in-start.ts'
import type { Circumstances, Started } from '../support/electron-stand-in-start.ts'

let recorder: Started['recorder']
let windowFolder: Started['windowFolder']
let at: Started['at']

async function start(circumstances: Circumstances = {}): Promise<void> {
  ;({ recorder, windowFolder, at } = await startShell(circumstances))
}

afterEach(cleanUpShell)

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

  test.each([
    ['minimize', 'restore'],
    ['hide', 'show'],
  ])('five minutes after %s it locks, unless %s', async (away, back) => {
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
    expect(recorder.one('window2.loadURL')).toEqual(['app://firsthand/#1'])
    expect(at('new window2')).toBeLessThan(at('window1.destroy'))
  })

  test('once handed over, the page is destroyed too, and a fresh one finds the archive open', async () => {
    await start()
    recorder.fire('window1.contents', 'dom-ready')
    recorder.fire('child', 'message', { kind: 'handedOver' })
    recorder.one('window1.destroy')
    expect(recorder.one('window2.loadURL')).toEqual(['app://firsthand/'])
    expect(at('new window2')).toBeLessThan(at('window1.destroy'))
    expect(locks()).toBe(0)
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

  test.each(['closeArchive', 'wipeSession', 'emptyFolder'] as const)(
    'goes on to the end when %s fails',
    async (failing) => {
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
    },
  )
})
