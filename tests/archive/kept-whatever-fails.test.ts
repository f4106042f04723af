// The short form of `npm run torture` (kill.mixed, power.cut, nth.op, disk.fullWork): whatever ends the work, nothing that was
// said to be kept is lost, and what is said too early is seen to be lost. One mixed archive serves all of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDiskShim, type DiskShim } from '../torture/disk-shim.ts'
import { canFillDisk } from '../torture/full-disk.ts'
import { workOnFullDisk } from '../torture/full-work.ts'
import { killMixed } from '../torture/mixed-kill.ts'
import { workNames } from '../torture/mixed-work.ts'
import { mixedWorld, type MixedWorld } from '../torture/mixed-world.ts'
import type { NthTry } from '../torture/nth-driver.ts'
import { failNth } from '../torture/nth-op.ts'
import { cutPower } from '../torture/power-cut.ts'
import type { Try } from '../torture/told.ts'
import { noSecondTry } from '../support/no-second-try.ts'

let world: MixedWorld
beforeAll(async () => {
  world = await mixedWorld()
})
afterAll(() => world.remove())

const wrongIn = (tries: readonly Try[]): Try[] => tries.filter(({ wrong }) => wrong.length > 0)

test(
  'killed in mixed work, while it opens and as soon as it says that it has kept something',
  noSecondTry,
  async () => {
    const { tries, kept, failed } = await killMixed(world, [
      { when: 'opened', ms: 150 },
      { when: 'kept', ms: 150 },
      { when: 'begun', ms: 400 },
      { when: 'kept', ms: 100 },
    ])
    expect([wrongIn(tries), tries.length, failed]).toEqual([[], 4, []])
    expect(kept).toBeGreaterThan(1)
  },
)

test('the control: work that is said to be kept before it is, is seen to be lost by a kill', async () => {
  const soon = [0, 50].map((ms) => ({ when: 'kept', ms }) as const)
  const { tries } = await killMixed(world, soon, true)
  expect(wrongIn(tries).length).toBeGreaterThan(0)
})

test.skipIf(!canFillDisk())(
  'on a full disk: every kind of work, and an old archive brought up to date (skipped where no small disk can be mounted)',
  async () => {
    const { tried, refused, wrong, kinds } = await workOnFullDisk(world, [0, 1_500, 40_000, 100])
    // The third leaves room for all of it.
    expect({ tried, refused, wrong }).toEqual({ tried: 4, refused: 3, wrong: [] })
    expect(kinds.toSorted()).toEqual([...workNames, 'migrate'].toSorted())
  },
)

const built = buildDiskShim()
function shim(): DiskShim {
  if (built === null) throw new Error('there is nothing between the program and the disk')
  return built
}

describe.skipIf(built === null)('on a disk that is watched (skipped where there is no C compiler)', () => {
  afterAll(() => shim().remove())

  test('cut off from power, while an archive is made and in every kind of work', noSecondTry, async () => {
    const { tries } = await cutPower(shim(), world, [
      { what: 'make', most: 2, cuts: 3 },
      { what: 'work', most: workNames.length, cuts: 4 },
    ])
    expect([wrongIn(tries), tries.length]).toEqual([[], 9])
  })

  test('the control: a database that does not wait for the disk is seen to lose', async () => {
    const { tries } = await cutPower(shim(), world, [{ what: 'work', most: workNames.length, cuts: 1 }], true)
    expect(wrongIn(tries).length).toBeGreaterThan(0)
  })

  // Far before the last thing that each of them does to the disk.
  const failing: readonly NthTry[] = [
    { journey: 'make', at: 100, error: 'EIO', how: 'once' },
    { journey: 'make', at: 500, error: 'ENOSPC', how: 'on' },
    { journey: 'migrate', at: 60, error: 'EIO', how: 'once' },
    { journey: 'migrate', at: 400, error: 'EACCES', how: 'on' },
    { journey: 'work', at: 100, error: 'EIO', how: 'on' },
    { journey: 'work', at: 200, error: 'ENOSPC', how: 'on' },
    { journey: 'work', at: 300, error: 'EIO', how: 'once' },
  ]

  test(
    'an opening, writing, syncing or renaming that fails is shown, and the next start is clean',
    noSecondTry,
    async () => {
      const { tries, struck, shown } = await failNth(shim(), world, failing)
      expect([wrongIn(tries), tries.length, struck]).toEqual([[], failing.length, failing.length])
      // One alone may harm nobody.
      expect(shown).toBeGreaterThanOrEqual(failing.length - 1)
    },
  )

  test('the control: an error that is passed over is seen to lose', async () => {
    const { tries } = await failNth(shim(), world, failing.slice(4, 5), true)
    expect(wrongIn(tries)).toHaveLength(1)
  })
})
