// An archive in which every kind of work can be done again and again: stories to write in, to give out from, to bring her
// decisions home to, and a recording that a machine may listen to. Made once, and copied for each try.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import type { FromTranscriber, StartTranscriber } from '../../shared/contract/transcriber-messages.ts'
import { herPassphrase } from '../archive/her-passphrase.ts'
import { bringIn, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { writeSpeakingModel } from '../support/speaking-model.ts'
import { makeHere, noise, untilSignedOff } from './journey.ts'

/** What is where in it. */
export interface MixedIds {
  readonly story: string
  readonly excerpt: string
  readonly home: string
  readonly silent: string
  readonly recording: string
  /** Where the files with her decisions lie; beside the archive, not in a copy of it. */
  readonly packs: string
}

/** How many files with her decisions there are to be brought home. */
export const packs = 4
export const packFile = (folder: string, count: number): string => path.join(folder, `pack-${count}`)
const idsFile = (dataFolder: string): string => path.join(dataFolder, 'ids.json')

export const idsOf = async (dataFolder: string): Promise<MixedIds> =>
  JSON.parse(await readFile(idsFile(dataFolder), 'utf8')) as MixedIds

/** Says two sentences at once, whatever it hears. */
export const quickTranscriber: StartTranscriber = () => {
  let listener: (message: unknown) => void = () => undefined
  const say = (message: FromTranscriber): void => void setImmediate(() => listener(message))
  return {
    post(message) {
      if (message.kind === 'load') return say({ kind: 'ready' })
      const pieces = [
        { text: ' The harbour was closed.', startMs: 0, endMs: 900 },
        { text: ' Nobody told us why.', startMs: 900, endMs: 1_800 },
      ]
      say({ kind: 'heard', number: message.number, whole: pieces.map(({ text }) => text).join(''), pieces })
    },
    onMessage: (told) => void (listener = told),
    onEnd: () => undefined,
    kill: () => undefined,
  }
}

/** The archive process of a mixed world, locked. */
export const startMixed = (dataFolder: string): Promise<TestArchive> =>
  startProcess(dataFolder, { startTranscriber: quickTranscriber })

async function bring(client: ArchiveClient, name: string, bytes: Uint8Array): Promise<string> {
  const [line] = await bringIn(client, [{ name, bytes }])
  if (line?.testimony == null) throw new Error(`${name} was not kept`)
  return line.testimony
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** Her copy of one story, and what she decides in it, one file after another. */
async function decideAtHome(client: ArchiveClient, base: string, home: string): Promise<void> {
  const { story } = await client.story.read({ testimony: home })
  const narrator = story.narrator.id
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  const taking = { narrator, parent: base, name: 'copy', passphrase: herPassphrase }
  for await (const step of client.takeHome.makeCopy(taking)) void step
  await client.herSession.leave({ passphrase })
  const parent = path.join(base, 'packs')
  await mkdir(parent)
  const copyData = path.join(base, 'copy-data')
  const copy = await startProcess(copyData)
  await copy.client.door.open({ folder: path.join(base, 'copy'), passphrase: herPassphrase })
  for (let count = 1; count <= packs; count += 1) {
    await writeFirst(copy.client, home, `She wrote home${count}x of it.`)
    const { file } = await copy.client.takeHome.packDecisions({
      narrator,
      parent,
      name: `made-${count}`,
      passphrase: herPassphrase,
    })
    await writeFile(packFile(parent, count), await readFile(file))
    await rm(file)
  }
  await copy.close()
  for (const folder of [copyData, path.join(base, 'copy')]) await rm(folder, { recursive: true })
}

/** Other words in a story's first passage, as an autosave keeps them. */
export async function writeFirst(client: ArchiveClient, testimony: string, words: string): Promise<void> {
  const { story } = await client.story.read({ testimony })
  const [first] = story.passages
  if (first === undefined) throw new Error('a story without passages')
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: { turns: null, passages: [{ ...first, text: words, wordTimes: [] }], marks: [], lineage: [] },
  })
}

/** Where one lies; as much as a process of its own needs to be told. */
export interface MixedPlace {
  readonly base: string
  readonly dataFolder: string
}

export interface MixedWorld extends MixedPlace {
  /** A copy of it in a folder of that name, in the place of one that is there. */
  copy(name: string): Promise<string>
  remove(): Promise<void>
}

/** Makes it in a folder of its own, closed; its archive lies in `archive` below. */
export async function mixedWorld(): Promise<MixedWorld> {
  const base = await mkdtemp(path.join(tmpdir(), 'firsthand-mixed-'))
  const dataFolder = path.join(base, 'data')
  const archive = await startMixed(dataFolder)
  const { client, folder } = archive
  await makeHere(client, folder)
  const words = 'I wrote nothing of it.\n\nWe slept in the van for a week, and then the money stopped.\n'
  const story = await bring(client, 'a.txt', text(words))
  const home = await bring(client, 'b.txt', text('Halima: She wrote nothing.\n\nHalima: We walked to the river.\n'))
  const wav = Buffer.concat([wavHead(32_000, 16_000), noise.subarray(0, 64_000)])
  const silent = await bring(client, 'c.wav', wav)
  const excerpt = await untilSignedOff(client)
  await decideAtHome(client, base, home)
  const model = path.join(base, 'ggml-speaking.bin') // beside it: no copy needs one of its own
  writeSpeakingModel(model, [' The'])
  await client.transcribing.turnOn({ path: model })
  const heard = await client.story.read({ testimony: silent })
  for (const name of ['out', 'stick']) await mkdir(path.join(dataFolder, name))
  await archive.close()
  const recording = heard.story.recordings[0]?.id ?? ''
  const ids: MixedIds = { story, excerpt, home, silent, recording, packs: path.join(base, 'packs') }
  await writeFile(idsFile(dataFolder), JSON.stringify(ids))
  if (archive.broken.length > 0) throw archive.broken[0]
  return {
    base,
    dataFolder,
    async copy(name) {
      const copied = path.join(base, name)
      await rm(copied, { recursive: true, force: true })
      await cp(dataFolder, copied, { recursive: true })
      return copied
    },
    remove: () => rm(base, { recursive: true, force: true }),
  }
}

/** Works in one that is made for it and removed after it. */
export async function inMixedWorld<T>(work: (world: MixedWorld) => Promise<T>): Promise<T> {
  const world = await mixedWorld()
  try {
    return await work(world)
  } finally {
    await world.remove()
  }
}
