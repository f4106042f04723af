// Backups on a stick that fails, fills up or is pulled out at any moment: the backups from before stay whole, what counts
// is whole, and the archive is as it was.
import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listGenerations, piecePlace, PieceReader } from '../../electron/archive/files/backup/medium.ts'
import { makeHere } from './journey.ts'
import { passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { backUp, bringNoiseIn } from '../support/backup.ts'
import { drive } from './drive.ts'
import { whileFailing, type Fault } from './failing-files.ts'

export interface BackupWorld {
  readonly archive: TestArchive
  /** A stick with one backup on it, to be copied for each try. */
  readonly stick: string
  readonly base: string
  remove(): Promise<void>
}

/** An archive with a story, one backup of it, and another story since. */
export async function backupWorld(): Promise<BackupWorld> {
  const base = await mkdtemp(path.join(tmpdir(), 'firsthand-backups-'))
  const archive = await startProcess(path.join(base, 'data'))
  await makeHere(archive.client, archive.folder)
  await bringNoiseIn(archive.client, 'the laundry')
  const stick = path.join(base, 'stick')
  await mkdir(stick)
  await backUp(archive.client, stick)
  await bringNoiseIn(archive.client, 'the harbour', 4_096)
  return {
    archive,
    stick,
    base,
    async remove() {
      await archive.close()
      await rm(base, { recursive: true, force: true })
    },
  }
}

/** What is wrong with the backups in a folder: `before` must be there and whole; every other must be whole. */
export async function wrongWith(root: string, before: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  const generations = await listGenerations(root)
  for (const id of before) if (!generations.some((one) => one.id === id)) wrong.push('the one from before is gone')
  for (const { file } of generations) {
    if (file === null) {
      wrong.push('one is there that cannot be read')
      continue
    }
    const reader = new PieceReader(root)
    let missing = 0
    for (const piece of file.pieces) if (!(await reader.isWhole(piece))) missing += 1
    if (missing > 0) wrong.push(`${missing} pieces of one that counts are not whole`)
  }
  return wrong
}

export interface TriedFault {
  readonly wrong: readonly string[]
  readonly struck: boolean
  readonly passed: number
  readonly code: string
}

/** One backup onto a copy of the stick, with a fault at the `at`-th thing done there. */
export async function backUpWithFault(
  { archive, stick, base }: BackupWorld,
  at: number,
  fault: Fault,
): Promise<TriedFault> {
  const copy = path.join(base, 'copy')
  await rm(copy, { recursive: true, force: true })
  await cp(stick, copy, { recursive: true })
  const root = path.join(copy, 'Backup')
  const before = (await listGenerations(root)).map(({ id }) => id)
  let code = 'none'
  let made: string | null = null
  const { passed, struck } = await whileFailing(copy, at, fault, async () => {
    try {
      made = (await backUp(archive.client, copy)).generation
    } catch (error) {
      code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    }
  })
  const wrong = await wrongWith(root, before)
  const there = (await listGenerations(root)).map(({ id }) => id)
  if (made !== null && !there.includes(made)) wrong.push('it was said to be made, and is not there')
  if (!['none', 'diskFull', 'diskFailing', 'backupDamaged', 'folderMissing', 'folderReadOnly'].includes(code))
    wrong.push(`it failed with ${code}`)
  // The next one goes on from there.
  const again = await backUp(archive.client, copy).catch(String)
  if (typeof again === 'string') wrong.push(`the next one failed: ${again}`)
  else wrong.push(...(await wrongWith(root, [...before, again.generation])))
  return { wrong, struck, passed, code }
}

/** What must never be done: a backup that counts before its pieces are there. Gives whether that is noticed. */
export async function noticesHalf({ stick, base }: BackupWorld): Promise<boolean> {
  const copy = path.join(base, 'half')
  await cp(stick, copy, { recursive: true })
  const root = path.join(copy, 'Backup')
  const [newest] = await listGenerations(root)
  const [piece = ''] = newest?.file?.pieces ?? []
  const place = piecePlace(root, piece)
  const bytes = await readFile(place)
  await writeFile(place, bytes.fill(0, 10, 20))
  const wrong = await wrongWith(root, newest === undefined ? [] : [newest.id, 'another'])
  await rm(copy, { recursive: true, force: true })
  return wrong.length >= 2
}

/** Killed `ms` after it began to copy: the one from before is whole, and the archive opens. */
export async function killBackingUp(world: BackupWorld, ms: number): Promise<readonly string[]> {
  const data = path.join(world.base, 'killed-data')
  const copy = path.join(world.base, 'killed-stick')
  for (const one of [data, copy]) await rm(one, { recursive: true, force: true })
  await cp(path.join(world.base, 'data'), data, { recursive: true })
  await cp(world.stick, copy, { recursive: true })
  const root = path.join(copy, 'Backup')
  const before = (await listGenerations(root)).map(({ id }) => id)
  const driven = drive({ do: 'backUp', dataFolder: data, folder: path.join(data, 'archive'), out: copy })
  for await (const said of driven.lines) {
    if (said.step === 'backing up') {
      await new Promise((resolve) => setTimeout(resolve, ms))
      await driven.kill()
    }
  }
  const wrong = await wrongWith(root, before)
  const again = await startProcess(data)
  await again.client.door.open({ folder: again.folder, passphrase })
  await backUp(again.client, copy).catch((error: unknown) => wrong.push(`the next one failed: ${String(error)}`))
  wrong.push(...(await wrongWith(root, before)))
  await again.close()
  return wrong
}

/** On a small disk: one too small for it says that it is full, and what lay there stays whole. */
async function fillStick(
  world: BackupWorld,
  disk: string,
  kib: number,
): Promise<{ refused: boolean; wrong: string[] }> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', disk])
  try {
    await cp(path.join(world.stick, 'Backup'), path.join(disk, 'Backup'), { recursive: true })
    const root = path.join(disk, 'Backup')
    const before = (await listGenerations(root)).map(({ id }) => id)
    let code = 'none'
    await backUp(world.archive.client, disk).catch((error: unknown) => {
      code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    })
    const wrong = await wrongWith(root, before)
    if (!['none', 'diskFull'].includes(code)) wrong.push(`it failed with ${code}`)
    if (code === 'none' && (await readdir(path.join(root, 'generations'))).length < 2) wrong.push('none was made')
    return { refused: code === 'diskFull', wrong }
  } finally {
    execFileSync('umount', [disk])
  }
}

export interface FilledSticks {
  readonly tried: number
  readonly refused: number
  readonly wrong: readonly string[]
}

/** Sticks with so many KiB left over the backup that lies there. In a mount namespace of its own; see `canFillDisk`. */
export function fillSticks(kibs: readonly number[]): FilledSticks {
  const args = ['-rm', process.execPath, import.meta.filename, JSON.stringify(kibs)]
  return JSON.parse(execFileSync('unshare', args, { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })) as FilledSticks
}

if (process.argv[1] === import.meta.filename) {
  const kibs = JSON.parse(process.argv[2] ?? '[]') as readonly number[]
  const world = await backupWorld()
  const disk = path.join(world.base, 'disk')
  await mkdir(disk)
  const there = (await listGenerations(path.join(world.stick, 'Backup'))).flatMap(({ file }) => file?.pieces ?? [])
  const result = { tried: 0, refused: 0, wrong: [] as string[] }
  for (const kib of kibs) {
    const { refused, wrong } = await fillStick(world, disk, (there.length + 1) * 1024 + kib)
    result.tried += 1
    result.refused += refused ? 1 : 0
    result.wrong.push(...wrong.map((one) => `${kib} KiB: ${one}`))
  }
  await world.remove()
  process.stdout.write(JSON.stringify(result))
  process.exit(0)
}
