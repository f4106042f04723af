// Killed at any moment: a whole export with its row or neither, a whole archive or none. Every point: `npm run torture`.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drive } from '../torture/drive.ts'
import { countPoints, killAtPoint, signedOffWorld, unnoticed, type World } from '../torture/give-out.ts'
import { killMaking } from '../torture/make.ts'
import { exportName } from '../torture/journey.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { noSecondTry } from '../support/no-second-try.ts'

describe('a giving out that is killed', () => {
  let world: World
  let points = 0
  beforeAll(async () => {
    world = await signedOffWorld()
    points = await countPoints(world)
  })
  afterAll(() => world.remove())

  test('leaves a whole export with its row, or neither', { ...noSecondTry, timeout: 120_000 }, async () => {
    expect(points).toBeGreaterThan(40)
    const seen = new Set<boolean>()
    // Closer together where rows and folders change hands: at the beginning, and in the last sixteen.
    for (const point of new Set([7, Math.round(points / 2), ...[16, 12, 8, 7, 1].map((back) => points - back)])) {
      const { givenOut, wrong } = await killAtPoint(world, point)
      expect(wrong, `killed at point ${point}`).toEqual([])
      seen.add(givenOut)
    }
    expect([...seen].sort()).toEqual([false, true])
  })

  test('and what is not so is noticed', { timeout: 60_000 }, async () => {
    expect(await unnoticed(world)).toEqual([])
    const { wrong } = await killAtPoint(world, 2, 'giveOutBadly')
    expect(wrong).toEqual([`0 rows, and on the disk: ${exportName}`])
  })

  test(
    'does not keep the archive shut when its place is gone, and is finished when it is back',
    { timeout: 60_000 },
    async () => {
      for (const point of [20, points - 8]) {
        const { dataFolder, out, folder } = await killedWorld(world, point)
        const staged = readdirSync(out).filter((name) => name.startsWith('.firsthand-'))
        expect(staged).toHaveLength(1)
        // The stick is out: its place is empty, then a file, then there again.
        const away = path.join(dataFolder, 'away')
        renameSync(out, away)
        writeFileSync(out, '')
        const disclosures = await listOpened(dataFolder, folder)
        rmSync(out)
        mkdirSync(out)
        if (disclosures === 1) expect(await listOpened(dataFolder, folder)).toBe(1)
        rmSync(out, { recursive: true })
        renameSync(away, out)
        expect(await listOpened(dataFolder, folder)).toBe(disclosures)
        expect(readdirSync(out)).toEqual(disclosures === 1 ? [exportName] : [])
        if (disclosures === 1) expect(existsSync(path.join(out, exportName, 'index.html'))).toBe(true)
      }
    },
  )
})

async function killedWorld(world: World, point: number) {
  const dataFolder = path.join(world.place, `gone-${point}`)
  cpSync(path.join(world.place, 'first'), dataFolder, { recursive: true })
  const work = { dataFolder, folder: path.join(dataFolder, 'archive'), out: path.join(dataFolder, 'out') }
  for await (const { done } of drive({ do: 'giveOut', ...work, excerpt: world.excerpt, dieAt: point }).lines)
    expect(done).toBeUndefined()
  return work
}

async function listOpened(dataFolder: string, folder: string): Promise<number> {
  const archive = await startProcess(dataFolder)
  try {
    await archive.client.door.open({ folder, passphrase })
    return (await archive.client.givenOut.list({})).disclosures.length
  } finally {
    await archive.close()
  }
}

test(
  'a making that is killed leaves an archive that opens, or can be made anew',
  { ...noSecondTry, timeout: 120_000 },
  async () => {
    const { points } = await killMaking(0)
    expect(points).toBeGreaterThan(40)
    const seen = new Set<boolean>()
    for (const point of new Set([1, Math.round(points / 2), points - 5, points - 3, points - 1])) {
      const { opens, wrong } = await killMaking(point)
      expect(wrong, `killed at point ${point}`).toEqual([])
      seen.add(opens)
    }
    expect([...seen].sort()).toEqual([false, true])
  },
)
