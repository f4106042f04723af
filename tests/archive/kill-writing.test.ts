// Writing, killed a few times; `npm run torture` does it three hundred times.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killWriting, writingWorld, type WritingWorld } from '../torture/write.ts'
import { noSecondTry } from '../support/no-second-try.ts'

let world: WritingWorld
beforeAll(async () => {
  world = await writingWorld()
})
afterAll(() => world.remove())

test.each([5, 40, 90])(
  'killed %i ms after its first change, nothing that was kept is lost',
  noSecondTry,
  async (ms) => {
    expect((await killWriting(world, ms)).wrong).toEqual([])
  },
)

test('the control: what is said to be kept before it is kept is seen to be lost', async () => {
  let lost = 0
  for (const ms of [20, 60, 100]) lost += (await killWriting(world, ms, 'writeBadly')).lost
  expect(lost).toBeGreaterThan(0)
})
