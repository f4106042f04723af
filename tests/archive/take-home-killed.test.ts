// A taking that is killed leaves a whole folder or none, and nothing beside it after the next opening. Every point:
// `npm run torture -- --only kill.takeHome --full`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countTaking, killTaking, takingUnnoticed, takingWorld, type TakingWorld } from '../torture/kill-take-home.ts'
import { noSecondTry } from '../support/no-second-try.ts'

let world: TakingWorld
beforeAll(async () => {
  world = await takingWorld()
})
afterAll(() => world.remove())

describe.each(['openFormats', 'makeCopy'] as const)('%s', (what) => {
  test('killed on the way, it is whole or not there', noSecondTry, async () => {
    const points = await countTaking(world, what)
    expect(points).toBeGreaterThan(40)
    const seen = new Set<boolean>()
    // On its way, and on both sides of its name.
    for (const point of new Set([Math.round(points / 2), points - 8, points])) {
      const { isTaken, wrong } = await killTaking(world, what, point)
      expect(wrong, `killed at point ${point} of ${points}`).toEqual([])
      seen.add(isTaken)
    }
    expect([...seen].toSorted()).toEqual([false, true])
  })

  test('and what is not so is noticed', async () => {
    expect(await takingUnnoticed(world, what)).toEqual([])
  })
})
