// Whatever leaves in a folder of its own, killed on its way: a whole folder that is written down, or neither. Every point:
// `npm run torture -- --only kill.leaving --full`.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killLeaving, leavingUnnoticed, leavingWorld, type LeavingWorld } from '../torture/kill-leaving.ts'
import { noSecondTry } from '../support/no-second-try.ts'

let world: LeavingWorld
beforeAll(async () => {
  world = await leavingWorld()
})
afterAll(() => world.remove())

/** Kills at these points; on which sides of its being written down they lie. */
async function sidesOf(points: Iterable<number>): Promise<boolean[]> {
  const seen = new Set<boolean>()
  for (const point of points) {
    const { hasLeft, wrong } = await killLeaving(world, point)
    expect(wrong, `killed at point ${point}`).toEqual([])
    seen.add(hasLeft)
  }
  return [...seen].toSorted()
}

test('a list that is killed on its way leaves its row and its folder, or neither', noSecondTry, async () => {
  const { list: points } = world.ends
  expect(points).toBeGreaterThan(20)
  // Before it is written down, and on both sides of its row and of its name.
  const sides = await sidesOf(new Set([4, points - 12, points - 8, points - 5, points - 3, points - 1]))
  expect(sides).toEqual([false, true])
})

test('so do a receipt and the papers of a recall, the letter, the file and the page', noSecondTry, async () => {
  const { list, receipt, recall } = world.ends
  expect(receipt - list).toBeGreaterThan(20)
  expect(recall - receipt).toBeGreaterThan(30)
  // Written down and without its name, which the next opening gives it.
  expect(await sidesOf([receipt - 10])).toEqual([true])
  expect(await sidesOf([recall - 20, recall - 10])).toEqual([false, true])
})

test('and what is not so is noticed', async () => {
  expect(await leavingUnnoticed(world)).toEqual([])
})
