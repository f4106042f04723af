// The keeper sends what is written within a second, one change after another, and loses nothing when keeping fails.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Change } from '../../shared/domain/writing/writing.ts'
import { makeKeeper, type Keeper, type KeepingState } from '../../renderer/editor/keeper.ts'
import type { Snapshot } from '../../renderer/editor/types.ts'
import { storyOf } from '../support/editor-story.ts'

const story = storyOf({ turns: [[['the laundry ']]], timed: false })

function written(text: string): Snapshot {
  const transcript = { ...story, passages: story.passages.map((passage) => ({ ...passage, text })) }
  return { transcript, ranges: new Map(), lineage: [] }
}

interface Sent extends Change {
  readonly base: number
}

let now: Snapshot
let sent: Sent[]
let answers: (() => Promise<void>)[]
let states: KeepingState[]
let keeper: Keeper

beforeEach(() => {
  vi.useFakeTimers()
  now = written('a')
  sent = []
  answers = []
  states = []
  keeper = makeKeeper({
    base: 7,
    at: null,
    kept: now,
    read: () => now,
    async keep(change) {
      sent.push(change)
      await answers.shift()?.()
      return { revision: change.base + 1, at: '2026-11-22T14:02:00.000Z' }
    },
    codeOf: (failure) => (failure instanceof Error ? failure.message : 'unknown'),
    onState: (state) => states.push(state),
  })
})

afterEach(() => {
  keeper.stop()
  vi.useRealTimers()
})

function write(text: string): void {
  now = written(text)
  keeper.changed()
}

const texts = (): (string | undefined)[] => sent.map(({ passages }) => passages[0]?.text)

test('it waits for a pause, but never longer than a second', async () => {
  write('ab')
  await vi.advanceTimersByTimeAsync(399)
  expect(sent).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(texts()).toEqual(['ab'])
  expect(keeper.state).toEqual({ kind: 'kept', at: '2026-11-22T14:02:00.000Z' })

  for (let letter = 0; letter < 12; letter += 1) {
    write(`ab${letter}`)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(texts()).toEqual(['ab', 'ab9'])
  expect(states.map(({ kind }) => kind)).toEqual([
    'waiting',
    'keeping',
    'kept',
    'waiting',
    'keeping',
    'kept',
    'waiting',
  ])
})

test('changes go one at a time and in order, each on top of the one before', async () => {
  let release = (): void => {}
  answers.push(() => new Promise((resolve) => (release = resolve)))
  write('ab')
  await vi.advanceTimersByTimeAsync(400)
  write('abc')
  await vi.advanceTimersByTimeAsync(5000)
  expect(texts()).toEqual(['ab'])
  release()
  await vi.advanceTimersByTimeAsync(400)
  expect(texts()).toEqual(['ab', 'abc'])
  expect(sent.map(({ base }) => base)).toEqual([7, 8])
})

test('flush keeps all at once, also what was written while something was under way', async () => {
  let release = (): void => {}
  answers.push(() => new Promise((resolve) => (release = resolve)))
  write('ab')
  await vi.advanceTimersByTimeAsync(400)
  write('abc')
  const flushed = keeper.flush()
  release()
  await flushed
  expect(texts()).toEqual(['ab', 'abc'])
  expect(keeper.state.kind).toBe('kept')
})

test('a failure is said, the text stays, and it is tried again after pauses and when asked', async () => {
  const fail = (): Promise<never> => Promise.reject(new Error('diskFull'))
  answers.push(fail, fail, fail)
  write('ab')
  await vi.advanceTimersByTimeAsync(400)
  expect(keeper.state).toEqual({ kind: 'failed', code: 'diskFull', unsaved: true })
  write('abc')
  await vi.advanceTimersByTimeAsync(999)
  expect(texts()).toEqual(['ab'])
  await vi.advanceTimersByTimeAsync(1)
  expect(texts()).toEqual(['ab', 'abc'])
  await expect(keeper.flush()).rejects.toThrow('diskFull')
  await keeper.flush()
  expect(texts()).toEqual(['ab', 'abc', 'abc', 'abc'])
  expect(sent.every(({ base }) => base === 7)).toBe(true)
  expect(keeper.state.kind).toBe('kept')
})

test('pauses between tries grow to ten seconds', async () => {
  const times: number[] = []
  for (let fail = 0; fail < 7; fail += 1)
    answers.push(() => {
      times.push(Date.now())
      return Promise.reject(new Error('diskFull'))
    })
  write('ab')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(times.slice(1).map((time, nth) => time - (times[nth] ?? 0))).toEqual([
    1000, 2000, 5000, 10_000, 10_000, 10_000,
  ])
})

test('what is undone before it was kept is not sent', async () => {
  write('ab')
  write('a')
  await vi.advanceTimersByTimeAsync(2000)
  expect(sent).toHaveLength(0)
  expect(keeper.state.kind).toBe('kept')
})

test('a failure that lasts is not tried again by itself, however much is written, but when asked', async () => {
  keeper.stop()
  keeper = makeKeeper({
    base: 7,
    at: null,
    kept: now,
    read: () => now,
    keep(change) {
      sent.push(change)
      return Promise.reject(new Error('herVersion'))
    },
    codeOf: (failure) => (failure instanceof Error ? failure.message : 'unknown'),
    lasts: (code) => code === 'herVersion',
    onState: (state) => states.push(state),
  })
  write('ab')
  await vi.advanceTimersByTimeAsync(60_000)
  write('abc')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(texts()).toEqual(['ab'])
  await expect(keeper.flush()).rejects.toThrow('herVersion')
  expect(texts()).toEqual(['ab', 'abc'])
  expect(keeper.state).toEqual({ kind: 'failed', code: 'herVersion', unsaved: true })
})
