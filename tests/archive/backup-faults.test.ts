// The short form of `npm run torture` (backup.faults): a stick that fails, is pulled out, fills up or lies; a kill.
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listGenerations, prune } from '../../electron/archive/files/backup/medium.ts'
import {
  backUpWithFault,
  backupWorld,
  killBackingUp,
  noticesHalf,
  wrongWith,
  type BackupWorld,
} from '../torture/backup-faults.ts'
import { whileFailing, type Fault } from '../torture/failing-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

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
    // What comes after the last writing takes no room, and does not fail on a full one.
    expect(struck).toBeGreaterThan(fault === 'full' ? 1 : 2)
  },
  120_000,
)

test('whatever fails while old backups are taken off, none that counts loses a piece', async () => {
  const copy = temporaryFolder()
  await cp(world.stick, copy, { recursive: true })
  const root = path.join(copy, 'Backup')
  const [newest] = await listGenerations(root)
  if (newest === undefined) throw new Error('there is no backup')
  const taking = (at: number) =>
    whileFailing(copy, at, 'once', async () => void (await prune(root, 3, newest.id).catch(() => 0)))
  const { passed } = await taking(0)
  expect(passed).toBeGreaterThan(3)
  for (let at = 1; at <= passed; at += 1) {
    await taking(at)
    expect(await wrongWith(root, [newest.id]), `at ${at}`).toEqual([])
  }
})

test('killed while it copies, the one from before is whole and the next one is made', async () => {
  for (const ms of [20, 90]) expect(await killBackingUp(world, ms)).toEqual([])
}, 60_000)

test('its control: a backup that counts before its pieces are there is noticed', async () => {
  expect(await noticesHalf(world)).toBe(true)
})
