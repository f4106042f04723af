// Recording onto a disk that fills up, is given room again, and fills up once more: what was acknowledged is there, the
// rest is a gap, and a take that does not fit into its story stays whole. Runs on a small disk of its own, as `fullDisk`.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { startProcess } from '../support/archive.ts'
import { beginTake, finish, heard, openWindow, second, stateOf } from '../support/recorder.ts'
import { onSmallDisk, resizeDisk } from './full-disk.ts'
import { makeHere } from './journey.ts'

export interface FullRecording {
  readonly tried: number
  readonly refused: number
  readonly wrong: readonly string[]
}

/** Tries each of the sizes, in KiB left free when it is recording. */
export function recordOnFullDisk(sizes: readonly number[]): FullRecording {
  const disk = mkdtempSync(path.join(tmpdir(), 'firsthand-disk-'))
  try {
    const args = [...onSmallDisk(disk), process.execPath, import.meta.filename, disk, JSON.stringify(sizes)]
    return JSON.parse(execFileSync('unshare', args, { encoding: 'utf8' })) as FullRecording
  } finally {
    rmSync(disk, { recursive: true })
  }
}

const roomyKib = 256 * 1024
const usedKib = (disk: string): number => {
  const { blocks, bfree, bsize } = statfsSync(disk)
  return Math.ceil(((blocks - bfree) * bsize) / 1024)
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )

async function recordWith(disk: string, free: number): Promise<{ refused: number; wrong: string[] }> {
  resizeDisk(disk, roomyKib)
  const dataFolder = mkdtempSync(path.join(disk, 'recording-'))
  const archive = await startProcess(dataFolder)
  const { client } = archive
  await makeHere(client, archive.folder)
  const { take, testimony } = await beginTake(client)
  const window = await openWindow(archive.process)
  const wrong: string[] = []
  const kept: number[] = []
  let refused = 0
  resizeDisk(disk, usedKib(disk) + free)
  for (let at = 0; at < 60; at += 1) {
    if (at === 25 || at === 50) resizeDisk(disk, usedKib(disk) + free)
    if (at === 40) resizeDisk(disk, usedKib(disk) + 3 * free)
    const code = await codeOf(window.send(take, second(at), refused === 0 ? {} : { sequence: at }))
    if (code === 'none') kept.push(at)
    else if (code === 'diskFull') {
      if ((await stateOf(window.recorder)).trouble !== 'diskFull') wrong.push('it does not say that the disk is full')
      refused += 1
    } else wrong.push(`refused with ${code}`)
  }
  // How much room there is it looks at every few seconds, and when the disk says that it is full.
  if (refused > 0 && (await codeOf(client.bringIn.begin({}))) !== 'recordingNeedsRoom')
    wrong.push('something else was begun')
  await window.recorder.stop({ take, offRecord: 'destroy' })
  if (free < 8 * 1024 && (await codeOf(finish(client, take))) !== 'diskFull')
    wrong.push('it was finished on a full disk')
  resizeDisk(disk, roomyKib)
  const recording = await finish(client, take)
  const sound = (await heard(archive, testimony, recording)).subarray(44)
  if (!sound.equals(Buffer.concat(kept.map((at) => second(at))))) wrong.push('what was kept is not what is there')
  const { gaps } = await client.recording.about({ recording })
  const lostMs = gaps.reduce((sum, { kind, lastedMs }) => sum + (kind === 'diskFull' ? (lastedMs ?? 0) : 0), 0)
  const lastKept = kept.at(-1) ?? -1
  const between = lastKept + 1 - kept.length
  if (lostMs !== between * 1_000) wrong.push(`${between} seconds are missing, and the gaps say ${lostMs} ms`)
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
  if (readdirSync(path.join(archive.folder, 'media')).length !== 1) wrong.push('files are left')
  await archive.close()
  wrong.push(...archive.broken.map(String))
  rmSync(dataFolder, { recursive: true })
  return { refused, wrong }
}

if (process.argv[1] === import.meta.filename) {
  const [, , disk = '', given = ''] = process.argv
  const result = { tried: 0, refused: 0, wrong: [] as string[] }
  for (const free of JSON.parse(given) as number[]) {
    const { refused, wrong } = await recordWith(disk, free)
    result.tried += 1
    result.refused += refused > 0 ? 1 : 0
    result.wrong.push(...wrong.map((one) => `with ${free} KiB: ${one}`))
  }
  process.stdout.write(JSON.stringify(result))
  process.exit(0)
}
