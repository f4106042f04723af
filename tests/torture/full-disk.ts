// A disk that is full, at many sizes: what was acknowledged is there when there is room again, and nothing half-kept is.
// Runs in a mount namespace of its own, on a small disk in memory that it makes larger and smaller; see `fullDisk`.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { bringStoryIn, exportName, giveOut, makeHere, untilSignedOff } from './journey.ts'

export interface FullDisk {
  readonly tried: number
  /** How often something was refused; a run in which nothing was has shown nothing. */
  readonly refused: number
  readonly wrong: readonly string[]
}

/** What runs a program on a small disk of its own. */
export const onSmallDisk = (disk: string): readonly string[] => [
  '-rm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=64m tmpfs "${disk}" && exec "$@"`,
  '-',
]

/** Whether a disk of one's own can be had here (Linux, with namespaces allowed). */
export function canFillDisk(): boolean {
  return spawnSync('unshare', [...onSmallDisk(tmpdir()), 'true']).status === 0
}

/** Tries each of the sizes: KiB of the whole disk for a making, KiB left free for a keeping and a giving out. */
export function fullDisk(sizes: { readonly making: readonly number[]; readonly keeping: readonly number[] }): FullDisk {
  const disk = mkdtempSync(path.join(tmpdir(), 'firsthand-disk-'))
  try {
    const args = [...onSmallDisk(disk), process.execPath, import.meta.filename, disk, JSON.stringify(sizes)]
    return JSON.parse(execFileSync('unshare', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as FullDisk
  } finally {
    rmSync(disk, { recursive: true })
  }
}

export const resizeDisk = (disk: string, kib: number): void =>
  void execFileSync('mount', ['-o', `remount,size=${kib}k`, disk])
const roomy = 64 * 1024

function usedKib(disk: string): number {
  const { blocks, bfree, bsize } = statfsSync(disk)
  return Math.ceil(((blocks - bfree) * bsize) / 1024)
}

/** The failure's code, or 'none'. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )
}

async function making(disk: string, kib: number): Promise<{ refused: boolean; wrong: string[] }> {
  const dataFolder = mkdtempSync(path.join(disk, 'making-'))
  const folder = path.join(dataFolder, 'archive')
  const archive = await startProcess(dataFolder)
  resizeDisk(disk, kib)
  const wrong: string[] = []
  const code = await codeOf(makeHere(archive.client, folder))
  resizeDisk(disk, roomy)
  if (code !== 'none') {
    if (code !== 'diskFull') wrong.push(`refused with ${code}`)
    const left = existsSync(folder) ? readdirSync(folder) : []
    if (left.length > 0) wrong.push(`left behind: ${left.join(', ')}`)
    if ((await archive.client.door.state({})).state === 'open') wrong.push('it is open after all')
    if ((await codeOf(makeHere(archive.client, folder))) !== 'none') wrong.push('it cannot be made anew')
  }
  await archive.close()
  const again = await reopened(dataFolder, wrong)
  await again.close()
  wrong.push(...archive.broken.map(String))
  rmSync(dataFolder, { recursive: true })
  return { refused: code !== 'none', wrong }
}

async function reopened(dataFolder: string, wrong: string[]): Promise<TestArchive> {
  const archive = await startProcess(dataFolder)
  const code = await codeOf(archive.client.door.open({ folder: archive.folder, passphrase }))
  if (code !== 'none') wrong.push(`it does not open again: ${code}`)
  return archive
}

async function keeping(disk: string, free: number): Promise<{ refused: boolean; wrong: string[] }> {
  const dataFolder = mkdtempSync(path.join(disk, 'keeping-'))
  const first = await startProcess(dataFolder)
  await makeHere(first.client, first.folder)
  const excerpt = await untilSignedOff(first.client)
  const wrong: string[] = []
  const codes: string[] = []
  resizeDisk(disk, usedKib(disk) + free)
  const attempt = async (work: Promise<unknown>): Promise<boolean> => {
    const code = await codeOf(work)
    codes.push(code)
    return code === 'none'
  }
  const givenOut = await attempt(giveOut(first.client, excerpt, dataFolder))
  let kept = 1
  for (let round = 0; round < 3; round += 1) if (await attempt(bringStoryIn(first.client, round + 1))) kept += 1
  let recipients = 1
  while (
    recipients < 400 &&
    (await attempt(first.client.excerpts.addRecipient({ name: 'x'.repeat(2_000), language: 'en' })))
  )
    recipients += 1
  // Locked while the disk is still full: it must lock all the same.
  if ((await codeOf(first.client.door.lock({}))) !== 'none') wrong.push('it did not lock')
  if ((await codeOf(first.client.shelf.choices({}))) !== 'locked') wrong.push('it answers after locking')
  resizeDisk(disk, roomy)
  const again = await reopened(dataFolder, wrong)
  const { client } = again
  if ((await client.shelf.choices({})).all !== kept) wrong.push(`${kept} stories were kept, and others are there`)
  if ((await client.excerpts.recipients({})).recipients.length !== recipients)
    wrong.push(`${recipients} recipients were kept, and others are there`)
  const rows = (await client.givenOut.list({})).disclosures.length
  const exported = readdirSync(dataFolder).filter((name) => name === exportName || name.startsWith('.firsthand'))
  if (exported.length !== rows || rows < (givenOut ? 1 : 0))
    wrong.push(`${rows} rows, and on the disk: ${exported.join(', ')}`)
  for await (const step of client.care.check({})) {
    if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
  }
  await again.close()
  await first.close()
  const refusals = new Set(codes.filter((code) => code !== 'none'))
  // The story's own driver says so where a line of the keeping was refused.
  refusals.delete('Error: the story was not kept')
  refusals.delete('diskFull')
  if (refusals.size > 0) wrong.push(`refused with ${[...refusals].join(', ')}`)
  wrong.push(...[...first.broken, ...again.broken].map(String))
  rmSync(dataFolder, { recursive: true })
  return { refused: codes.some((code) => code !== 'none'), wrong }
}

if (process.argv[1] === import.meta.filename) {
  const [, , disk = '', given = ''] = process.argv
  const sizes = JSON.parse(given) as Parameters<typeof fullDisk>[0]
  const result = { tried: 0, refused: 0, wrong: [] as string[] }
  for (const [name, tries, work] of [
    ['making', sizes.making, making],
    ['keeping', sizes.keeping, keeping],
  ] as const) {
    for (const kib of tries) {
      const { refused, wrong } = await work(disk, kib)
      result.tried += 1
      result.refused += refused ? 1 : 0
      result.wrong.push(...wrong.map((one) => `${name} with ${kib} KiB: ${one}`))
    }
  }
  process.stdout.write(JSON.stringify(result))
  process.exit(0)
}
