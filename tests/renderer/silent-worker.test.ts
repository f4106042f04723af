// A decoding worker that says nothing any more is ended, and what it was asked fails plainly.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askWorker } from '../../renderer/app/sound/ask-worker.ts'

const wanted = { kind: 'peaks', address: 'http://127.0.0.1/media/a', isGentle: false } as const
const twoMinutes = 120_000

let workers: StandIn[]
class StandIn extends EventTarget {
  readonly asked: string[] = []
  isEnded = false
  constructor() {
    super()
    workers.push(this)
  }
  postMessage({ kind }: { kind: string }): void {
    this.asked.push(kind)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

beforeEach(() => {
  workers = []
  vi.useFakeTimers()
  vi.stubGlobal('Worker', StandIn)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function ask(onPiece: () => Promise<void>): { worker: StandIn; outcome: () => string } {
  let outcome = 'waits'
  askWorker(wanted, onPiece, () => {}, undefined).then(
    () => (outcome = 'done'),
    (thrown: unknown) => (outcome = String((thrown as { code?: unknown }).code)),
  )
  const [worker] = workers
  if (worker === undefined) throw new Error('no worker was started')
  return { worker, outcome: () => outcome }
}

test('that says nothing for two minutes', async () => {
  const { worker, outcome } = ask(async () => {})
  await vi.advanceTimersByTimeAsync(twoMinutes - 1)
  expect([outcome(), worker.isEnded]).toEqual(['waits', false])
  await vi.advanceTimersByTimeAsync(1)
  expect([outcome(), worker.isEnded]).toEqual(['soundUnreadable', true])
})

test('each word of it gives it two more, and what is kept meanwhile costs it none', async () => {
  let kept = (): void => {}
  const { worker, outcome } = ask(() => new Promise((resolve) => (kept = resolve)))
  await vi.advanceTimersByTimeAsync(twoMinutes - 1)
  worker.say({ kind: 'progress', done: 0.5 })
  await vi.advanceTimersByTimeAsync(twoMinutes - 1)
  worker.say({ kind: 'piece', bytes: new Uint8Array(1) })
  await vi.advanceTimersByTimeAsync(twoMinutes * 5)
  kept()
  await vi.advanceTimersByTimeAsync(twoMinutes - 1)
  expect([outcome(), worker.asked]).toEqual(['waits', ['peaks', 'next']])
  worker.say({ kind: 'done' })
  await vi.advanceTimersByTimeAsync(twoMinutes * 2)
  expect([outcome(), worker.isEnded]).toEqual(['done', true])
})
