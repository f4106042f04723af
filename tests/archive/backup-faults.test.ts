// The short form of `npm run torture` (backup.faults): a stick that fails, is pulled out, fills up or lies; a kill.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUpWithFault, backupWorld, killBackingUp, noticesHalf, type BackupWorld } from '../torture/backup-faults.ts'
import type { Fault } from '../torture/failing-files.ts'

let world: BackupWorld
beforeAll(async () => {
  world = await backupWorld()
}, 60_000)
afterAll(() => world.remove())

test.each(['out', 'once', 'full', 'lying'] as const satisfies readonly Fault[])(
  'whatever fails on the stick (%s), the backups from before are whole',
  async (fault) => {
    const { passed } = await backUpWithFault(world, 0, fault)
    expect(passed).toBeGreaterThan(50)
    let struck = 0
    for (const part of [0.05, 0.35, 0.6, 0.8, 0.97]) {
      const tried = await backUpWithFault(world, Math.max(1, Math.round(passed * part)), fault)
      expect(tried.wrong, `at ${part}`).toEqual([])
      if (tried.struck) struck += 1
    }
    expect(struck).toBeGreaterThan(2)
  },
  120_000,
)

test('killed while it copies, the one from before is whole and the next one is made', async () => {
  for (const ms of [20, 90]) expect(await killBackingUp(world, ms)).toEqual([])
}, 60_000)

test('its control: a backup that counts before its pieces are there is noticed', async () => {
  expect(await noticesHalf(world)).toBe(true)
})
