// Erasing, killed at its points: opened again, the passage is there as it was, or it is nowhere, in no byte.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { checkWhole, gone, lookInto, stays, toldStory } from '../archive/erase-world.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { compiledOnce } from './compiled-once.ts'
import type { ErasingWork } from './erase-driver.ts'
import { isFull } from './full.ts'
import { makeHere } from './journey.ts'
import { told, type Tortured, type Try } from './told.ts'

/** Without `--full` every so many points, and the last ones. */
const inEvery = 4
const lastOnes = 8

interface World {
  readonly dataFolder: string
  readonly folder: string
  readonly testimony: string
  readonly passage: string
  readonly lost: readonly Uint8Array[]
  readonly kept: readonly Uint8Array[]
}

async function erasingWorld(): Promise<World> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-erase-'))
  const archive = await startProcess(dataFolder)
  await makeHere(archive.client, archive.folder)
  const { testimony, passage, lost, kept } = await toldStory(archive.client)
  await archive.close()
  return { dataFolder, folder: archive.folder, testimony, passage, lost, kept }
}

/** Erases in a copy; gives the copy, and how many points there were, null where it was killed. */
async function eraseIn(world: World, dieAt: number): Promise<{ folder: string; points: number | null }> {
  const folder = path.join(world.dataFolder, `copy-${dieAt}`)
  await cp(world.folder, folder, { recursive: true })
  const { dataFolder, testimony, passage } = world
  const work: ErasingWork = { dataFolder, folder, testimony, passage, dieAt }
  const driver = path.join(import.meta.dirname, 'erase-driver.ts')
  const run = promisify(execFile)(process.execPath, [driver, JSON.stringify(work)], { env: compiledOnce })
  const points = await run.then(
    ({ stdout }) => Number(stdout),
    (error: unknown) => {
      if (error instanceof Error && 'signal' in error && error.signal === 'SIGKILL') return null
      throw error
    },
  )
  return { folder, points }
}

async function openedAgain(world: World, folder: string): Promise<{ isThere: boolean; wrong: string[] }> {
  const archive = await startProcess(world.dataFolder)
  await archive.client.door.open({ folder, passphrase })
  const { story } = await archive.client.story.read({ testimony: world.testimony })
  const check = JSON.stringify(await checkWhole(archive.client))
  await archive.close()
  const isThere = story.passages.some(({ id }) => id === world.passage)
  const left = await lookInto(folder)
  const wrong = archive.broken.map(String)
  if (check !== JSON.stringify({ findings: [], faults: [], damaged: [] })) wrong.push(check)
  const [found, sounds] = [left.words(gone), left.sounds(world.lost)]
  if (isThere ? found.length < gone.length : found.length > 0) wrong.push(`of the words ${found.join(', ')} are there`)
  if (isThere ? sounds < world.lost.length : sounds > 0) wrong.push(`${sounds} pieces of the sound are there`)
  if (left.words(stays).length < stays.length || left.sounds(world.kept) < world.kept.length)
    wrong.push('something else is gone')
  return { isThere, wrong }
}

export async function tortureErasing(): Promise<Tortured> {
  const world = await erasingWorld()
  try {
    const { folder, points } = await eraseIn(world, 0)
    const last = points ?? 0
    await rm(folder, { recursive: true })
    const tries: Try[] = []
    let [there, unfinished] = [0, 0]
    for (let point = 1; point <= last; point += 1) {
      if (!isFull && point % inEvery !== 1 && point <= last - lastOnes) continue
      const killed = await eraseIn(world, point)
      const before = await lookInto(killed.folder)
      const { isThere, wrong } = await openedAgain(world, killed.folder)
      if (isThere) there += 1
      else if (before.words(gone).length > 0 || before.sounds(world.lost) > 0) unfinished += 1
      tries.push({ name: `point ${point} of ${last}`, wrong })
      await rm(killed.folder, { recursive: true })
    }
    // Its controls: points on both sides, and some at which what is erased already still lay in the bytes until it was opened.
    const missed = there > 0 && there < tries.length ? [] : ['the points lie on one side']
    if (unfinished === 0) missed.push('what an erasing leaves that is not finished')
    return told('kill.erase', tries, missed)
  } finally {
    await rm(world.dataFolder, { recursive: true, force: true })
  }
}
