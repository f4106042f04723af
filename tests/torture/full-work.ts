// Every kind of work on a disk that is full, at many sizes, and an old archive brought up to date on one: what was said to be
// kept is there when there is room again, and the rest is as it was. Runs on a small disk of its own, as `fullDisk`.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { passphrase, type TestArchive } from '../support/archive.ts'
import { compiledOnce } from './compiled-once.ts'
import { onSmallDisk, resizeDisk, type FullDisk } from './full-disk.ts'
import { Claims } from './mixed-claims.ts'
import { workOnce } from './mixed-driver.ts'
import { lookAll, workNames, wrongInside } from './mixed-work.ts'
import { idsOf, startMixed, type MixedIds, type MixedPlace } from './mixed-world.ts'
import { oldArchiveIn, wrongWithOld } from './old-archive.ts'

/** Besides, what was refused at one of the sizes at least: kinds of work, and `migrate`. */
export interface FullWork extends FullDisk {
  readonly kinds: readonly string[]
}

/** Tries each of the sizes, in KiB left free when work begins; each fourth is an old archive's. */
export async function workOnFullDisk(world: MixedPlace, sizes: readonly number[]): Promise<FullWork> {
  const work: Work = { world: world.dataFolder, old: await oldArchiveIn(world.base), sizes }
  const disk = mkdtempSync(path.join(tmpdir(), 'firsthand-disk-'))
  try {
    const args = [...onSmallDisk(disk), process.execPath, import.meta.filename, disk, JSON.stringify(work)]
    const options = { encoding: 'utf8', env: compiledOnce, maxBuffer: 64 * 1024 * 1024 } as const
    return JSON.parse(execFileSync('unshare', args, options)) as FullWork
  } finally {
    rmSync(disk, { recursive: true })
  }
}

interface Work {
  /** Data folders that are copied: of a mixed world, and an old archive. */
  readonly world: string
  readonly old: string
  readonly sizes: readonly number[]
}

const roomyKib = 64 * 1024
function leaveFree(disk: string, kib: number): void {
  const { blocks, bfree, bsize } = statfsSync(disk)
  resizeDisk(disk, Math.ceil(((blocks - bfree) * bsize) / 1024) + kib)
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )

interface Tried {
  readonly refused: readonly string[]
  readonly wrong: string[]
}

async function working(disk: string, world: string, ids: MixedIds, free: number): Promise<Tried> {
  resizeDisk(disk, roomyKib)
  const dataFolder = path.join(disk, 'working')
  cpSync(world, dataFolder, { recursive: true })
  const archive = await startMixed(dataFolder)
  await archive.client.door.open({ folder: archive.folder, passphrase })
  const at = { archive, dataFolder, ids }
  const claims = new Claims()
  claims.hear({ looked: await lookAll(at) })
  leaveFree(disk, free)
  const codes: string[] = []
  const refused: string[] = []
  // Each by itself may still fit where one before did not.
  for (const [count, name] of [...workNames, ...workNames].entries()) {
    const code = await workOnce(at, name, count, (line) => void claims.hear(line))
    if (code === null) continue
    codes.push(code)
    refused.push(name)
  }
  const wrong = [...new Set(codes)].filter((code) => !lawful.has(code)).map((code) => `refused with ${code}`)
  const locked = await codeOf(archive.client.door.lock({}))
  if (locked !== 'none') wrong.push(`it did not lock: ${locked}`)
  resizeDisk(disk, roomyKib)
  await archive.close()
  wrong.push(
    ...(await lookAgain(dataFolder, archive, async (again) => {
      const now = { archive: again, dataFolder, ids }
      return [...claims.lost(await lookAll(now)), ...(await wrongInside(now))]
    })),
  )
  return { refused, wrong }
}

/** A machine that may not listen on a full disk says that nothing is left to it; the rest say that the disk is full. */
const lawful = new Set(['diskFull', 'recordingNeedsRoom'])

async function migrating(disk: string, old: string, free: number): Promise<Tried> {
  resizeDisk(disk, roomyKib)
  const dataFolder = path.join(disk, 'working')
  cpSync(old, path.join(dataFolder, 'archive'), { recursive: true })
  leaveFree(disk, free)
  const archive = await startMixed(dataFolder)
  const code = await codeOf(archive.client.door.open({ folder: archive.folder, passphrase }))
  const wrong = code === 'none' || lawful.has(code) ? [] : [`refused with ${code}`]
  await archive.close()
  resizeDisk(disk, roomyKib)
  wrong.push(...(await lookAgain(dataFolder, archive, (again) => wrongWithOld(again.client))))
  return { refused: code === 'none' ? [] : ['migrate'], wrong }
}

async function lookAgain(
  dataFolder: string,
  before: TestArchive,
  look: (archive: TestArchive) => Promise<string[]>,
): Promise<string[]> {
  const wrong: string[] = []
  const again = await startMixed(dataFolder)
  const code = await codeOf(again.client.door.open({ folder: again.folder, passphrase }))
  if (code === 'none') wrong.push(...(await look(again)))
  else wrong.push(`it does not open again: ${code}`)
  await again.close()
  wrong.push(...[...before.broken, ...again.broken].map(String))
  rmSync(dataFolder, { recursive: true })
  return wrong
}

if (process.argv[1] === import.meta.filename) {
  const [, , disk = '', given = ''] = process.argv
  const { world, old, sizes } = JSON.parse(given) as Work
  const ids = await idsOf(world)
  const result = { tried: 0, refused: 0, wrong: [] as string[] }
  const kinds = new Set<string>()
  for (const [index, free] of sizes.entries()) {
    const isOld = index % 4 === 3
    const tried = isOld ? await migrating(disk, old, free) : await working(disk, world, ids, free)
    result.tried += 1
    result.refused += tried.refused.length > 0 ? 1 : 0
    for (const name of tried.refused) kinds.add(name)
    result.wrong.push(...tried.wrong.map((one) => `${isOld ? 'migrating' : 'working'} with ${free} KiB: ${one}`))
  }
  process.stdout.write(JSON.stringify({ ...result, kinds: [...kinds] }))
  process.exit(0)
}
