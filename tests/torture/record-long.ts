// Eight hours of recording at full speed, in a process of its own: every sample is in the story, and memory does not grow.
// Called with how many seconds; writes one line of JSON.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeArchive } from '../support/archive.ts'
import { agreed, newStory, openWindow, second } from '../support/recorder.ts'

export interface LongRecording {
  readonly seconds: number
  readonly isWhole: boolean
  /** Whether the hash is another one where one sample of one second is. */
  readonly notices: boolean
  /** Bytes that memory grew by, after the first minutes. */
  readonly grewRecording: number
  readonly grewFinishing: number
  readonly msRecording: number
  readonly msFinishing: number
  readonly gaps: number
}

const sampleRate = 48_000
/** The take and its master, and some. */
const bytesOfSecond = 2 * 1.02 * sampleRate * 2

export function hasRoomFor(seconds: number): boolean {
  const { bavail, bsize } = statfsSync(tmpdir())
  return bavail * bsize > seconds * bytesOfSecond * 1.1
}

export function recordLong(seconds: number): LongRecording {
  const args = ['--expose-gc', import.meta.filename, String(seconds)]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as LongRecording
}

/** What is held after everything that can go has gone. */
function held(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

async function run(seconds: number): Promise<LongRecording> {
  const archive = await makeArchive()
  const { client, process: archiveProcess } = archive
  const shape = { codec: 'pcm', sampleRate, channels: 1 } as const
  const { take, testimony } = await client.recording.begin({ story: newStory, agreed, ...shape })
  const window = await openWindow(archiveProcess)
  const sent = createHash('sha256')
  const altered = createHash('sha256')
  const warm = Math.min(600, Math.floor(seconds / 4))
  const state = window.recorder.state({})[Symbol.asyncIterator]()
  const { epoch } = (await state.next()).value ?? { epoch: 0 }
  await state.return?.()
  let before = 0
  let most = 0
  const began = performance.now()
  for (let at = 0; at < seconds; at += 1) {
    const bytes = second(at, sampleRate)
    sent.update(bytes)
    altered.update(at === seconds - 1 ? bytes.with(7, (bytes[7] ?? 0) ^ 1) : bytes)
    await window.recorder.append({ take, epoch, sequence: at, frames: sampleRate, bytes, level: 'good' })
    if (at === warm) before = held()
    if (at > warm && at % 200 === 0) most = Math.max(most, held())
  }
  most = Math.max(most, held())
  const recorded = performance.now()
  await window.recorder.stop({ take, offRecord: 'destroy' })
  const beforeFinishing = held()
  let mostFinishing = 0
  let recording = ''
  for await (const step of client.recording.finish({ take, offRecord: 'destroy' })) {
    recording = step.recording ?? recording
    mostFinishing = Math.max(mostFinishing, held())
  }
  const finished = performance.now()
  const { story } = await client.story.read({ testimony })
  const found = await archiveProcess.media.find('media', story.recordings[0]?.media ?? '', '')
  const there = createHash('sha256')
  for await (const piece of found.read(44, found.size)) there.update(piece)
  const hash = there.digest('hex')
  const { gaps } = await client.recording.about({ recording })
  await archive.close()
  return {
    seconds,
    isWhole: hash === sent.digest('hex'),
    notices: hash !== altered.digest('hex'),
    grewRecording: Math.max(0, most - before),
    grewFinishing: Math.max(0, mostFinishing - beforeFinishing),
    msRecording: recorded - began,
    msFinishing: finished - recorded,
    gaps: gaps.length,
  }
}

if (process.argv[1] === import.meta.filename) {
  // What it leaves where it is broken off goes with its folder.
  const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-long-'))
  process.env['TMPDIR'] = folder
  try {
    process.stdout.write(JSON.stringify(await run(Number(process.argv[2]))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.exit(0)
}
