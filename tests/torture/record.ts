// Recording, killed at any moment: what was said to be kept is there, at most two seconds after it are lost, and the rest
// can be read. And finishing, killed at every point: the take is there or the recording, never both and never neither.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { beginTake, finish, heard, openWindow, second } from '../support/recorder.ts'
import { compiledOnce } from './compiled-once.ts'
import { makeHere } from './journey.ts'
import type { RecordWork } from './record-driver.ts'

const driver = path.join(import.meta.dirname, 'record-driver.ts')

export interface RecordWorld {
  readonly dataFolder: string
  readonly take: string
  readonly testimony: string
  remove(): Promise<void>
}

/** An archive with a take of so many seconds that nobody finished. */
export async function recordWorld(seconds: number): Promise<RecordWorld> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-record-'))
  const archive = await startProcess(dataFolder)
  await makeHere(archive.client, archive.folder)
  const { take, testimony } = await beginTake(archive.client)
  const window = await openWindow(archive.process)
  await window.sendSeconds(take, 0, seconds)
  await window.recorder.stop({ take, offRecord: 'destroy' })
  window.close()
  await archive.close()
  return { dataFolder, take, testimony, remove: () => rm(dataFolder, { recursive: true, force: true }) }
}

async function within<T>(world: RecordWorld, work: (dataFolder: string) => Promise<T>): Promise<T> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-record-'))
  try {
    await cp(world.dataFolder, dataFolder, { recursive: true })
    return await work(dataFolder)
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

function start(work: RecordWork) {
  const args = [driver, JSON.stringify(work)]
  const child = spawn(process.execPath, args, { env: compiledOnce, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  return {
    lines: createInterface({ input: child.stdout }),
    gone,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function opened(dataFolder: string): Promise<TestArchive> {
  const archive = await startProcess(dataFolder)
  await archive.client.door.open({ folder: archive.folder, passphrase })
  return archive
}

/** What the checker of the archive finds wrong. */
async function broken({ client }: TestArchive): Promise<string[]> {
  const wrong: string[] = []
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
  return wrong
}

/** Records, is killed `ms` after its first second, and finishes what is there. `lost`: seconds that were said to be kept. */
export async function killRecorder(
  world: RecordWorld,
  ms: number,
  work: 'record' | 'recordBadly' = 'record',
): Promise<{ readonly lost: number; readonly kept: number; readonly wrong: readonly string[] }> {
  return within(world, async (dataFolder) => {
    const { take, testimony } = world
    const child = start({ do: work, dataFolder, folder: path.join(dataFolder, 'archive'), take, dieAt: 0 })
    let [said, sending] = [-1, -1]
    let killed: Promise<void> | null = null
    for await (const line of child.lines) {
      const told = JSON.parse(line) as { kept?: number; sending?: number }
      sending = told.sending ?? sending
      said = told.kept ?? said
      if (said >= 0) killed ??= new Promise((resolve) => setTimeout(resolve, ms)).then(() => child.kill())
    }
    await (killed ?? child.gone)
    const archive = await opened(dataFolder)
    const wrong: string[] = []
    let kept = 0
    try {
      const recording = await finish(archive.client, take)
      const sound = (await heard(archive, testimony, recording)).subarray(44)
      while (sound.subarray(kept * 16_000, (kept + 1) * 16_000).equals(second(kept))) kept += 1
      if (sound.length !== kept * 16_000)
        wrong.push(`${sound.length} bytes, and only ${kept} seconds are as they were sent`)
      const { gaps } = await archive.client.recording.about({ recording })
      if (gaps.length !== 1) wrong.push(`${gaps.length} gaps`)
      wrong.push(...(await broken(archive)))
    } catch (error) {
      wrong.push(`unreadable: ${String(error)}`)
    }
    await archive.close()
    wrong.push(...archive.broken.map(String))
    const lost = Math.max(0, said + 1 - kept)
    if (lost > 0) wrong.push(`${lost} seconds lost that were said to be kept`)
    if (sending + 1 - kept > 2) wrong.push(`${sending + 1 - kept} seconds lost after the last`)
    return { lost, kept, wrong }
  })
}

/** Finishes and dies at a point; 0 counts them. */
export async function killFinishing(
  world: RecordWorld,
  seconds: number,
  point: number,
): Promise<{ readonly points: number; readonly finished: boolean; readonly wrong: readonly string[] }> {
  return within(world, async (dataFolder) => {
    const { take, testimony } = world
    const child = start({ do: 'finish', dataFolder, folder: path.join(dataFolder, 'archive'), take, dieAt: point })
    let points = 0
    for await (const line of child.lines) points = (JSON.parse(line) as { points: number }).points
    await child.gone
    const archive = await opened(dataFolder)
    const wrong: string[] = []
    const { takes } = await archive.client.recording.takes({})
    const before = await archive.client.story.read({ testimony })
    const finished = before.story.recordings.length === 1
    if (takes.length + before.story.recordings.length !== 1)
      wrong.push(`${takes.length} takes and ${before.story.recordings.length} recordings`)
    if (takes.length === 1) await finish(archive.client, take)
    const { story } = await archive.client.story.read({ testimony })
    const sound = await heard(archive, testimony, story.recordings[0]?.id ?? '')
    for (let at = 0; at < seconds; at += 1)
      if (!sound.subarray(44 + at * 16_000, 44 + (at + 1) * 16_000).equals(second(at))) wrong.push(`second ${at}`)
    wrong.push(...(await broken(archive)))
    await archive.close()
    wrong.push(...archive.broken.map(String))
    return { points, finished, wrong }
  })
}
