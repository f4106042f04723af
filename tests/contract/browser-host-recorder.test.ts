// The channel of the window that records: as guarded as the other, one at a time, and no window as far as locking goes.
import { expect, test } from 'vitest'
import { comeIn, cookie, host, openSocket, outcome, seen, until } from './host-world.ts'

const recorderSocket = (headers: Record<string, string> = {}) => openSocket(headers, '/recorder')
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('is refused without the cookie, from another page, and by another name', async () => {
  expect(await outcome(recorderSocket({ Cookie: '' }))).toBe('403')
  await comeIn()
  expect(await outcome(recorderSocket({ Cookie: `${cookie}x` }))).toBe('403')
  expect(await outcome(recorderSocket({ Origin: 'http://evil.example' }))).toBe('403')
  expect(await outcome(recorderSocket({ Host: 'evil.example' }))).toBe('403')
  expect(await outcome(recorderSocket({ 'Sec-Fetch-Site': 'same-site' }))).toBe('403')
  for (const path of ['/recorder/', '/recorder?x', '/Recorder', '/record'])
    expect(await outcome(openSocket({}, path)), path).toBe('404')
  expect(seen.recorders).toEqual([])
})

test('reaches the recorder and not the archive, beside the window', async () => {
  await comeIn()
  expect(await outcome(recorderSocket())).toBe('open')
  expect([seen.recorders.length, seen.attached.length]).toEqual([1, 0])
  expect(await outcome(openSocket())).toBe('open')
  expect([seen.recorders.length, seen.attached.length]).toEqual([1, 1])
})

test('the newest wins, and the one before it is told so', async () => {
  await comeIn()
  const before = recorderSocket()
  await outcome(before)
  const closed = new Promise((resolve) => before.once('close', resolve))
  const after = recorderSocket()
  expect(await outcome(after)).toBe('open')
  expect(await closed).toBe(4001)
  await wait(300)
  expect(after.readyState).toBe(after.OPEN)
})

test('keeps no archive open, and its going locks none', async () => {
  await comeIn()
  const recording = recorderSocket()
  await outcome(recording)
  recording.terminate()
  await wait(200)
  expect(seen.locked).toBe(0)
  const window = openSocket()
  await outcome(window)
  await outcome(recorderSocket())
  window.terminate()
  await until(() => seen.locked === 1)
})

test('ends with the host', async () => {
  await comeIn()
  const recording = recorderSocket()
  await outcome(recording)
  const closed = new Promise((resolve) => recording.once('close', resolve))
  await host.close()
  await closed
})
