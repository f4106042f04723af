// Recording and finishing, killed a few times; `npm run torture` does it sixty times, and at every point.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killFinishing, killRecorder, recordWorld, type RecordWorld } from '../torture/record.ts'
import { noSecondTry } from '../support/no-second-try.ts'

let empty: RecordWorld
let full: RecordWorld
beforeAll(async () => {
  empty = await recordWorld(0)
  full = await recordWorld(3)
})
afterAll(async () => {
  await empty.remove()
  await full.remove()
})

test.each([3, 60])('killed %i ms after its first second, nothing that was kept is lost', noSecondTry, async (ms) => {
  const { wrong, kept } = await killRecorder(empty, ms)
  expect(wrong).toEqual([])
  expect(kept).toBeGreaterThan(0)
})

test('the control: seconds that are said to be kept and are in memory are seen to be lost', async () => {
  expect((await killRecorder(empty, 50, 'recordBadly')).lost).toBeGreaterThan(0)
})

test('killed while it is put into its story, it is there once', { ...noSecondTry, timeout: 60_000 }, async () => {
  const { points, finished, wrong } = await killFinishing(full, 3, 0)
  expect([wrong, finished]).toEqual([[], true])
  const ends = new Set<boolean>()
  for (const part of [0.2, 0.6, 0.8, 0.97]) {
    const killed = await killFinishing(full, 3, Math.ceil(points * part))
    expect(killed.wrong).toEqual([])
    ends.add(killed.finished)
  }
  expect([...ends].toSorted()).toEqual([false, true])
})
