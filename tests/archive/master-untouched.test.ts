// What was recorded is never altered: the bytes on the disk and the sound in them are the same after everything else.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { soundFormats, type SoundAs } from '../../shared/domain/sound/sound-as.ts'
import type { TestArchive } from '../support/archive.ts'
import { passphrase } from '../support/archive.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import {
  answer,
  evidence,
  makeHome,
  openCopy,
  pack,
  readPack,
  takeCopy,
  withHer,
  type Home,
} from './take-home-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'
import { peaksAsBytes } from '../../shared/domain/sound/peaks.ts'

let world: Home
afterEach(() => world.home.close())

interface Print {
  readonly media: string
  readonly onDisk: string
  readonly sound: string
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Of every recording of a testimony: its file as it lies there, and what is in it when it is decrypted. */
async function printsOf(archive: TestArchive, folder: string, testimony: string): Promise<Print[]> {
  const { story } = await archive.client.story.read({ testimony })
  return Promise.all(
    story.recordings.map(async ({ media }) => {
      const sound = createHash('sha256')
      const { read, size } = await archive.process.media.find('media', media, '')
      for await (const piece of read(0, size)) sound.update(piece)
      return { media, onDisk: sha256(readFileSync(path.join(folder, 'media', media))), sound: sound.digest('hex') }
    }),
  )
}

/** Renders a tone for whatever is wanted. */
async function render(
  { client }: TestArchive,
  wanted: Parameters<TestArchive['client']['sound']['plan']>[0],
): Promise<void> {
  const { rendition, ready, clips, sampleRate } = await client.sound.plan(wanted)
  if (ready) return
  for (const [clip, { startMs, endMs }] of clips.entries()) {
    const length = Math.round(((endMs - startMs) * sampleRate) / 1000)
    const samples = Int16Array.from({ length }, (_, at) => Math.round(7_000 * Math.sin((at * 2_000) / sampleRate)))
    await client.sound.append({ rendition, clip, bytes: new Uint8Array(samples.buffer) })
  }
  await client.sound.finish({ rendition })
}

async function markWriteAndListen({ home, testimony }: Home): Promise<void> {
  const { client } = home
  const { story } = await client.story.read({ testimony })
  const [, first, second] = story.passages
  const [recording] = story.recordings
  if (first === undefined || second === undefined || recording === undefined)
    throw new Error('there is less than needed')
  await render(home, { kind: 'story', recording: recording.id, reach: 'anyone' })
  const span = { passage: second.id, start: 11, end: 16, startMs: 2_300, endMs: 2_600 }
  const words = { thing: 'name', reach: 'readers', way: 'silence', replacement: '', why: '' } as const
  await client.marks.takeOut({ testimony, spans: [span], ...words })
  await client.marks.takeOut({
    testimony,
    spans: [{ ...span, passage: first.id, start: 0, end: 1 }],
    ...words,
    thing: 'voice',
  })
  await client.marks.undo({ testimony })
  await client.marks.redo({ testimony })
  await client.marks.undo({ testimony })
  for (const reach of ['readers', 'anyone', 'archive'] as const)
    await render(home, { kind: 'story', recording: recording.id, reach })
  await client.story.keepPeaks({
    recording: recording.id,
    peaks: peaksAsBytes({ columnMs: 20, columns: new Uint8Array(1_200).fill(9) }),
  })
  await client.story.setPassageTime({
    testimony,
    passage: first.id,
    recording: recording.id,
    startMs: 1_010,
    endMs: 1_990,
  })
  const text = `${first.text} And a lamp.`
  const { story: now } = await client.story.read({ testimony })
  const moved = now.passages.find(({ id }) => id === first.id) ?? first
  await client.writing.keep({
    testimony,
    base: now.testimony.revision,
    change: { turns: null, passages: [{ ...moved, text }], marks: [], lineage: [] },
  })
}

async function giveOut({ home, testimony }: Home, passages: readonly string[], soundAs: SoundAs): Promise<string> {
  const { client } = home
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  await answer(client, testimony, 'teaching', 'yes')
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'School', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({
    testimony,
    use: 'teaching',
    recipient,
    passages: [...passages],
  })
  const framing = { title: 'A key', introduction: '', keywords: [] }
  const own = {
    excerpt,
    use: 'teaching',
    recipient,
    passages: [...passages],
    withSound: true,
    soundAs,
    framing,
  } as const
  await client.excerpts.change(own)
  await render(home, { kind: 'excerpt', excerpt })
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  const parentFolder = temporaryFolder()
  for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName: 'out' }))
    if (step.kind === 'givenOut') return step.folder
  throw new Error('it was not given out')
}

test('marked, written, heard, given out, sealed, handed over, taken home and brought back: the same bytes', async () => {
  world = await makeHome()
  const { home, testimony, narrator } = world
  const { client, folder } = home
  const before = await printsOf(home, folder, testimony)
  expect(before).toHaveLength(1)
  await markWriteAndListen(world)
  const { story } = await client.story.read({ testimony })
  const passages = story.passages.slice(1, 3).map(({ id }) => id)
  for (const format of soundFormats) {
    const left = await giveOut(world, passages, { format, files: 'one', evened: format === 'flac' })
    expect(readFileSync(path.join(left, `sound.${format}`)).length).toBeGreaterThan(2_000)
    const each = await giveOut(world, passages, { format, files: 'each', evened: false })
    expect(readFileSync(path.join(each, `sound-1.${format}`)).length).toBeGreaterThan(1_000)
    expect(await printsOf(home, folder, testimony)).toEqual(before)
  }
  await withHer(world, async () => {
    await client.herSession.seal({ testimony, passages: [story.passages.at(-1)?.id ?? ''] })
    expect(await printsOf(home, folder, testimony)).toEqual(before)
  })
  const copyFolder = await takeCopy(world)
  const copy = await openCopy(copyFolder)
  const there = await printsOf(copy, copyFolder, testimony)
  expect(there.map(({ sound }) => sound)).toEqual(before.map(({ sound }) => sound))
  await answer(copy.client, testimony, 'website', 'no')
  const decisions = await pack(copy, narrator)
  expect(await printsOf(copy, copyFolder, testimony)).toEqual(there)
  await copy.close()
  const { pack: taken } = await readPack(client, decisions)
  await client.takeHome.takeDecisions({ pack: taken, keepHere: [] })
  await answer(client, testimony, 'teaching', 'withdrawn')
  for await (const step of client.care.check({})) if (step.kind === 'checked') expect(step.findings).toEqual([])
  const words = 'another orbit velvet canyon mirror pepper'
  await client.door.changePassphrase({ opensWith: { kind: 'passphrase', words: passphrase }, passphrase: words })
  await client.door.lock({})
  await client.door.open({ folder, passphrase: words })
  expect(await printsOf(home, folder, testimony)).toEqual(before)

  // The control: one bit of it is noticed, in the bytes and by whoever listens.
  const file = path.join(folder, 'media', before[0]?.media ?? '')
  await client.door.lock({})
  const bytes = readFileSync(file)
  bytes[1_000] = (bytes[1_000] ?? 0) ^ 1
  writeFileSync(file, bytes)
  expect(sha256(bytes)).not.toBe(before[0]?.onDisk)
  await client.door.open({ folder, passphrase: words })
  expect(await codeOf(printsOf(home, folder, testimony))).toBe('mediaDamaged')
})
