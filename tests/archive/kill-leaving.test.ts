// Whatever leaves in a folder of its own, killed on its way: a whole folder that is written down, or neither. Every point:
// `npm run torture -- --only kill.leaving`.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killLeaving, leavingUnnoticed, leavingWorld, type LeavingWorld } from '../torture/kill-leaving.ts'

let world: LeavingWorld
beforeAll(async () => {
  world = await leavingWorld()
})
afterAll(() => world.remove())

test('a list that is killed on its way leaves its row and its folder, or neither', async () => {
  const { points } = world
  expect(points).toBeGreaterThan(20)
  const seen = new Set<boolean>()
  // Before it is written down, and on both sides of its row and of its name.
  for (const point of new Set([4, points - 12, points - 8, points - 5, points - 3, points - 1])) {
    const { hasLeft, wrong } = await killLeaving(world, point)
    expect(wrong, `killed at point ${point} of ${points}`).toEqual([])
    seen.add(hasLeft)
  }
  expect([...seen].toSorted()).toEqual([false, true])
})

test('and what is not so is noticed', async () => {
  expect(await leavingUnnoticed(world)).toEqual([])
})
