// The whole journey with words and sound that occur nowhere else: made, brought in, marked, allowed, signed off, given out.
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, passphrase } from '../support/archive.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import { plainConditions } from '../support/plain-conditions.ts'

/** Words to be searched for on the disk. */
export const canaries = {
  story: 'kittiwakeholm',
  takenOut: 'Rosalindaquill',
  narrator: 'Marisolvane',
  archivist: 'Anaquistador',
  title: 'Laundrymoorish',
  label: 'wagethornbush',
  meaning: 'unpaidhedgerow',
  why: 'becausefallowdeer',
  recipient: 'Unionsparrowhall',
  file: 'driftwoodmarisol',
  evidence: 'saidthistledown',
} as const

const sampleRate = 16_000
const seconds = 10

/** Noise that is the same each time and occurs nowhere else, signed 16-bit little-endian. */
export const noise: Buffer = noiseOf(seconds * sampleRate)

function noiseOf(count: number): Buffer {
  const samples = Buffer.alloc(count * 2)
  let state = 0x2545f491
  for (let at = 0; at < count; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    samples.writeInt16LE((state >>> 18) - 8_192, at * 2)
  }
  return samples
}

const transcript = `WEBVTT

00:00.000 --> 00:02.000
<v Interviewer>Where did you work first?

00:02.000 --> 00:05.000
<v ${canaries.narrator}>In the laundry with ${canaries.takenOut}, at night.

00:05.000 --> 00:08.000
<v ${canaries.narrator}>We kept a list in ${canaries.story} of who paid.

00:08.000 --> 00:10.000
<v ${canaries.narrator}>I do not tell you about the winter.
`
const evidence = { kind: 'inPerson', note: canaries.evidence } as const

export interface Made {
  readonly paperKey: readonly string[]
}

/** Makes and opens an archive in `folder`. */
export async function makeHere(client: ArchiveClient, folder: string): Promise<Made> {
  const { paperKey, check } = await client.door.create({
    folder,
    passphrase,
    archivist: canaries.archivist,
    language: 'en',
  })
  await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
  return { paperKey }
}

/** Brings a story with sound in; gives the testimony. The same `number` twice is known, and not kept again. */
export async function bringStoryIn(client: ArchiveClient, number = 0): Promise<string> {
  const samples = Buffer.concat([noise.subarray(number * 2), noise.subarray(0, number * 2)])
  const words = number === 0 ? transcript : `${transcript}\n00:10.000 --> 00:10.000\nNumber ${number}.\n`
  const [line] = await bringIn(client, [
    { name: `${canaries.file}.vtt`, bytes: new TextEncoder().encode(words) },
    { name: `${canaries.file}.wav`, bytes: Buffer.concat([wavHead(seconds * sampleRate, sampleRate), samples]) },
  ])
  if (line?.testimony == null) throw new Error('the story was not kept')
  return line.testimony
}

/** Labels, takes out a name and allows two passages; gives the excerpt that was begun. */
export async function markAndAllow(client: ArchiveClient, testimony: string): Promise<string> {
  const { story } = await client.story.read({ testimony })
  const [, second, third] = story.passages
  if (second === undefined || third === undefined) throw new Error('passages are missing')
  const at = second.text.indexOf(canaries.takenOut)
  await client.story.retitle({ testimony, title: canaries.title, titleBy: 'narrator' })
  await client.marks.label({
    testimony,
    words: canaries.label,
    language: 'en',
    meaning: canaries.meaning,
    assertedBy: 'narrator',
    stance: 'mine',
    colour: 1,
    spans: [{ passage: third.id, start: 0, end: 7, startMs: null, endMs: null }],
  })
  await client.marks.takeOut({
    testimony,
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: canaries.why,
    spans: [{ passage: second.id, start: at, end: at + canaries.takenOut.length, startMs: 3_000, endMs: 3_500 }],
  })
  await client.shelf.find({ words: canaries.story, language: '', role: 'anyone', count: 10 })
  await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'passages', passages: [second.id, third.id] },
    use: 'readingRoom',
    answer: 'yes',
    conditions: plainConditions,
    cardLanguage: 'en',
    cardVersion: 1,
  })
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  const recipient = await client.excerpts.addRecipient({ name: canaries.recipient, language: 'en' })
  const passages = [second.id, third.id]
  const excerpt = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient: recipient.id, passages })
  await client.excerpts.change({
    excerpt: excerpt.id,
    use: 'readingRoom',
    recipient: recipient.id,
    passages,
    withSound: true,
    framing: { title: 'The laundry', introduction: '', keywords: [] },
  })
  return excerpt.id
}

/** Sends the noise for every clip that is wanted, as the window's decoder would; `halfway` is called before it is whole. */
export async function renderNoise(client: ArchiveClient, excerpt: string, halfway: () => Promise<void>): Promise<void> {
  const { rendition, clips } = await client.sound.plan({ kind: 'excerpt', excerpt })
  for (const [clip, { startMs, endMs }] of clips.entries()) {
    const bytes = new Uint8Array(noise.subarray(startMs * 32, endMs * 32))
    await client.sound.append({ rendition, clip, bytes })
    if (clip === 0) await halfway()
  }
  await client.sound.finish({ rendition })
}

/** Makes the files and signs exactly these off. */
export async function signOff(client: ArchiveClient, excerpt: string): Promise<void> {
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
}

/** Everything up to the giving out; gives the excerpt. */
export async function untilSignedOff(client: ArchiveClient): Promise<string> {
  const excerpt = await markAndAllow(client, await bringStoryIn(client))
  await renderNoise(client, excerpt, () => Promise.resolve())
  await signOff(client, excerpt)
  return excerpt
}

export const exportName = 'For the hall'

/** Gives out into `parentFolder`; resolves when the whole has left. */
export async function giveOut(client: ArchiveClient, excerpt: string, parentFolder: string): Promise<string> {
  for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName: exportName })) {
    if (step.kind === 'givenOut') return step.folder
  }
  throw new Error('it was not given out')
}
