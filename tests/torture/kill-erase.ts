// Erasing, killed at its points: opened again, the passage is there as it was, or it is nowhere, in no byte. Its recording is
// one of plain samples, and one that is encoded, whose samples are handed over.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { at, encodedStory } from '../archive/encoded-story.ts'
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
  readonly work: Pick<ErasingWork, 'asked' | 'handedOver'>
  /** Sound of the passage as it lies there before, and as it would lie there afterwards if it was not silenced. */
  readonly lost: readonly Uint8Array[]
  readonly neverThere: readonly Uint8Array[]
  /** Sound of the others: before and after it, before it only, after it only. */
  readonly kept: readonly Uint8Array[]
  readonly keptBefore: readonly Uint8Array[]
  readonly keptAfter: readonly Uint8Array[]
}

async function plainWorld(dataFolder: string): Promise<World> {
  const archive = await startProcess(dataFolder)
  await makeHere(archive.client, archive.folder)
  const { testimony, passage, lost, kept } = await toldStory(archive.client)
  await archive.close()
  const asked = { kind: 'passages', testimony, passages: [passage], sound: 'silence', knownBy: null } as const
  const none = { neverThere: [], keptBefore: [], keptAfter: [] }
  return { dataFolder, folder: archive.folder, work: { asked, handedOver: null }, lost, kept, ...none }
}

async function encodedWorld(dataFolder: string): Promise<World> {
  const archive = await startProcess(dataFolder)
  await makeHere(archive.client, archive.folder)
  const [before = '', after = ''] = stays
  const { samples, file, asked, shape, of } = await encodedStory(archive.client, 'Mara', [
    before,
    gone.join(' '),
    after,
  ])
  await archive.close()
  const decoded = path.join(dataFolder, 'decoded')
  await writeFile(decoded, samples)
  const encoded = (from: number, until: number) =>
    [0.2, 0.5, 0.8]
      .map((share) => Math.floor(file.length * (from + (until - from) * share)))
      .map((place) => file.subarray(place, place + 48))
  const plain = (...places: number[]) => places.map((ms) => samples.subarray(at(ms), at(ms) + 64))
  return {
    dataFolder,
    folder: archive.folder,
    work: { asked, handedOver: { decoded, shape, of } },
    lost: encoded(0.37, 0.62),
    neverThere: plain(2_060, 3_000, 3_930),
    kept: [],
    keptBefore: [...encoded(0.02, 0.32), ...encoded(0.68, 0.98)],
    keptAfter: plain(100, 2_030, 3_960, 5_900),
  }
}

/** Erases in a copy; gives the copy, and how many points there were, null where it was killed. */
async function eraseIn(world: World, dieAt: number): Promise<{ folder: string; points: number | null }> {
  const folder = path.join(world.dataFolder, `copy-${dieAt}`)
  await cp(world.folder, folder, { recursive: true })
  const work: ErasingWork = { ...world.work, dataFolder: world.dataFolder, folder, dieAt }
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
  const { testimony, passages } = world.work.asked
  const { story } = await archive.client.story.read({ testimony })
  const check = JSON.stringify(await checkWhole(archive.client))
  await archive.close()
  const isThere = story.passages.some(({ id }) => passages.includes(id))
  const left = await lookInto(folder)
  const wrong = archive.broken.map(String)
  if (check !== JSON.stringify({ findings: [], faults: [], damaged: [] })) wrong.push(check)
  const [found, sounds] = [left.words(gone), left.sounds(world.lost)]
  if (isThere ? found.length < gone.length : found.length > 0) wrong.push(`of the words ${found.join(', ')} are there`)
  if (isThere ? sounds < world.lost.length : sounds > 0) wrong.push(`${sounds} pieces of the sound are there`)
  const [must, mustNot] = isThere
    ? [world.keptBefore, [...world.keptAfter, ...world.neverThere]]
    : [world.keptAfter, [...world.keptBefore, ...world.neverThere]]
  const others = [...world.kept, ...must]
  if (left.words(stays).length < stays.length || left.sounds(others) < others.length)
    wrong.push('something else is gone')
  if (left.sounds(mustNot) > 0) wrong.push('sound is there that stands for what is there')
  return { isThere, wrong }
}

async function killedIn(name: string, makeWorld: (dataFolder: string) => Promise<World>) {
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-erase-'))
  try {
    const world = await makeWorld(place)
    const { folder, points } = await eraseIn(world, 0)
    const last = points ?? 0
    const tries: Try[] = []
    const missed: string[] = []
    const whole = await openedAgain(world, folder)
    if (whole.isThere || whole.wrong.length > 0) missed.push(`erasing, ${name}: ${whole.wrong.join(', ')}`)
    await rm(folder, { recursive: true })
    let [there, unfinished] = [0, 0]
    for (let point = 1; point <= last; point += 1) {
      if (!isFull && point % inEvery !== 1 && point <= last - lastOnes) continue
      const killed = await eraseIn(world, point)
      const before = await lookInto(killed.folder)
      const { isThere, wrong } = await openedAgain(world, killed.folder)
      if (isThere) there += 1
      else if (before.words(gone).length > 0 || before.sounds(world.lost) > 0) unfinished += 1
      tries.push({ name: `${name}, point ${point} of ${last}`, wrong })
      await rm(killed.folder, { recursive: true })
    }
    // Its controls: points on both sides, and some at which what is erased already still lay in the bytes until it was opened.
    if (there === 0 || there === tries.length) missed.push(`${name}: the points lie on one side`)
    if (unfinished === 0) missed.push(`${name}: what an erasing leaves that is not finished`)
    return { tries, missed }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

export async function tortureErasing(): Promise<Tortured> {
  const plain = await killedIn('plain samples', plainWorld)
  const encoded = await killedIn('an encoded recording', encodedWorld)
  return told('kill.erase', [...plain.tries, ...encoded.tries], [...plain.missed, ...encoded.missed])
}
