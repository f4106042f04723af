// Giving out, killed: after the next opening there is a whole export with its row in the register, or neither.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { passphrase, startProcess } from '../support/archive.ts'
import { drive, driveToEnd } from './drive.ts'
import { exportName, giveOut, makeHere, untilSignedOff } from './journey.ts'
import type { Work } from './driver.ts'

export interface World {
  readonly place: string
  readonly excerpt: string
  remove(): Promise<void>
}

/** An archive with a signed-off excerpt, closed; every kill gets a copy of it. */
export async function signedOffWorld(): Promise<World> {
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-kill-'))
  const first = path.join(place, 'first')
  await mkdir(path.join(first, 'out'), { recursive: true })
  const archive = await startProcess(first)
  await makeHere(archive.client, archive.folder)
  const excerpt = await untilSignedOff(archive.client)
  await archive.close()
  return { place, excerpt, remove: () => rm(place, { recursive: true, force: true }) }
}

async function workIn(world: World, name: string): Promise<Work> {
  const dataFolder = path.join(world.place, name)
  await cp(path.join(world.place, 'first'), dataFolder, { recursive: true })
  const out = path.join(dataFolder, 'out')
  return {
    do: 'giveOut',
    dataFolder,
    folder: path.join(dataFolder, 'archive'),
    out,
    excerpt: world.excerpt,
    dieAt: 0,
    stopAtSteps: false,
  }
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    found.set(
      path.relative(folder, file).replaceAll('\\', '/'),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    )
  }
  return found
}

export interface Killed {
  /** Whether the register has a row afterwards. */
  readonly givenOut: boolean
  /** What is wrong after the archive was opened again; empty when nothing is. */
  readonly wrong: readonly string[]
}

/** `again`: whether what was not given out must be possible to give out still. */
async function lookAt({ dataFolder, folder, out, excerpt }: Work, again: boolean): Promise<Killed> {
  const archive = await startProcess(dataFolder)
  const { client } = archive
  const wrong: string[] = []
  let givenOut = false
  try {
    await client.door.open({ folder, passphrase })
    const { disclosures } = await client.givenOut.list({})
    givenOut = disclosures.length > 0
    const there = await readdir(out)
    if (there.length !== disclosures.length)
      wrong.push(`${disclosures.length} rows, and on the disk: ${there.join(', ')}`)
    for (const disclosure of disclosures) {
      const files = await filesIn(path.join(out, disclosure.folderName)).catch(() => new Map<string, string>())
      const same = disclosure.files.every((file) => files.get(file.path) === file.sha256)
      if (!same || files.size !== disclosure.files.length) wrong.push('the files are not those of the register')
    }
    for await (const step of client.care.check({})) {
      if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
    }
    if (again && !givenOut && wrong.length === 0) await giveOut(client, excerpt, out)
  } catch (error) {
    wrong.push(String(error))
  }
  await archive.close()
  wrong.push(...archive.broken.map(String))
  return { givenOut, wrong }
}

/** How many points there are to die at. */
export async function countPoints(world: World): Promise<number> {
  const work = await workIn(world, 'counted')
  const points = (await driveToEnd(work)).find(({ done }) => done)?.points ?? 0
  await rm(work.dataFolder, { recursive: true })
  return points
}

/** Kills it at a point, from inside, and looks. `how` may be the way that must never be taken. */
export async function killAtPoint(
  world: World,
  point: number,
  how: 'giveOut' | 'giveOutBadly' = 'giveOut',
): Promise<Killed> {
  const work = { ...(await workIn(world, `${how}-${point}`)), do: how, dieAt: point }
  const died = !(await driveToEnd(work)).some(({ done, failed }) => done === true || failed !== undefined)
  return looked(work, died ? [] : ['it did not die'])
}

/** Kills it from outside, so many milliseconds after it has begun to give out. */
export async function killAfter(world: World, milliseconds: number): Promise<Killed> {
  const work = await workIn(world, `after-${milliseconds}`)
  const driven = drive(work)
  for await (const { step } of driven.lines) {
    if (step !== 'giving') continue
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    await driven.kill()
  }
  return looked(work, [])
}

async function looked(work: Work, before: readonly string[]): Promise<Killed> {
  const { givenOut, wrong } = await lookAt(work, work.do === 'giveOut')
  await rm(work.dataFolder, { recursive: true })
  return { givenOut, wrong: [...before, ...wrong] }
}

/** Ways of being wrong that the look must notice, made by hand after a whole giving out; the ones that it did not. */
export async function unnoticed(world: World): Promise<string[]> {
  const damages: readonly [string, (out: string) => Promise<unknown>][] = [
    ['a row without its folder', (out) => rm(path.join(out, exportName), { recursive: true })],
    ['a file altered', (out) => writeFile(path.join(out, exportName, 'index.html'), 'other words')],
    ['a file too many', (out) => writeFile(path.join(out, exportName, 'more.txt'), 'more')],
    ['a folder left behind', (out) => mkdir(path.join(out, '.firsthand-00000000000000000000000000'))],
  ]
  const missed: string[] = []
  const work = await workIn(world, 'damaged')
  await driveToEnd(work)
  const whole = path.join(work.dataFolder, 'whole')
  await cp(work.out, whole, { recursive: true })
  if ((await lookAt(work, false)).wrong.length > 0) missed.push('a whole export is called wrong')
  for (const [name, damage] of damages) {
    await damage(work.out)
    if ((await lookAt(work, false)).wrong.length === 0) missed.push(name)
    await rm(work.out, { recursive: true })
    await cp(whole, work.out, { recursive: true })
  }
  await rm(work.dataFolder, { recursive: true })
  return missed
}
