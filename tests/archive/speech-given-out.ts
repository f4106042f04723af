// Speech brought in, a word of it taken out, rendered as the window's decoder would send it, signed off and given out.
import { readFileSync } from 'node:fs'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { readWritten } from '../../electron/archive/features/sound/formats/index.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import type { SoundAs } from '../../shared/domain/sound/sound-as.ts'
import { bringIn } from '../support/archive.ts'
import { answerReadingRoom, evidence } from '../support/ready-story.ts'
import { jfk, samplesOf } from '../support/sound-samples.ts'
import { waiveCoolingOff } from '../support/waive.ts'

export const speechRate = 16_000
const captions = `WEBVTT

00:00.000 --> 00:03.000
<v Marisol>And so, my fellow Americans,

00:03.000 --> 00:08.000
<v Marisol>ask not what your country can do for you

00:08.000 --> 00:11.000
<v Marisol>ask what you can do for your country.
`
/** Milliseconds: where "Americans" is said, and what must be silent for it. */
const spoken = { startMs: 1_530, endMs: 2_180 }
export const silent = { startMs: 1_400, endMs: 2_300 }
/** The passages that go along, where each is in the recording. */
export const passageTimes = [
  { startMs: 0, endMs: 3_000 },
  { startMs: 3_000, endMs: 8_000 },
  { startMs: 8_000, endMs: 11_000 },
] as const

const real = jfk === null ? null : samplesOf(jfk).samples
/** Eleven seconds that people really said; a hum where the folder of real material is not there. */
export const speech = Int16Array.from({ length: 11 * speechRate }, (_, at) =>
  real === null ? Math.round(6_000 * Math.sin((at * at) / 9e6)) : (real[at] ?? 0),
)

/** At a multiple of its rate, between two samples in a straight line. */
export function atRate(samples: Int16Array, rate: number): Int16Array {
  const times = rate / speechRate
  return Int16Array.from({ length: samples.length * times }, (_, at) => {
    const [whole, part] = [Math.floor(at / times), (at % times) / times]
    const here = samples[whole] ?? 0
    return Math.round(here + ((samples[whole + 1] ?? here) - here) * part)
  })
}

export interface ReadySpeech {
  readonly excerpt: string
  readonly testimony: string
  readonly recordingMedia: string
}

/** An excerpt of all of it that nothing holds back but its sound and her yes. */
export async function readySpeech(
  client: ArchiveClient,
  soundAs: SoundAs,
  samples = speech,
  chosen: readonly number[] = [0, 1, 2],
): Promise<ReadySpeech> {
  const bytes = Buffer.concat([wavHead(samples.length, speechRate), new Uint8Array(samples.buffer)])
  const [line] = await bringIn(client, [
    { name: 'a.vtt', bytes: new TextEncoder().encode(captions) },
    { name: 'a.wav', bytes },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const passages = chosen.map((at) => story.passages[at]?.id ?? '')
  const span = { passage: story.passages[0]?.id ?? '', start: 18, end: 27, ...spoken }
  const words = { thing: 'place', reach: 'readers', way: 'silence', replacement: '', why: '' } as const
  await client.marks.takeOut({ testimony, spans: [span], ...words })
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  await answerReadingRoom(client, testimony)
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages })
  const framing = { title: 'A speech', introduction: '', keywords: [] }
  const own = { excerpt, use: 'readingRoom', recipient, passages, withSound: true, soundAs, framing } as const
  await client.excerpts.change(own)
  return { excerpt, testimony, recordingMedia: story.recordings[0]?.media ?? '' }
}

/** As the window would, with what it decoded. */
export async function renderSpeech(client: ArchiveClient, excerpt: string, samples = speech): Promise<string> {
  const { rendition, clips, sampleRate } = await client.sound.plan({ kind: 'excerpt', excerpt })
  const decoded = atRate(samples, sampleRate)
  for (const [clip, { startMs, endMs }] of clips.entries()) {
    const part = decoded.slice((startMs * sampleRate) / 1_000, (endMs * sampleRate) / 1_000)
    const bytes = new Uint8Array(part.buffer)
    for (let at = 0; at < bytes.length; at += 2 ** 20)
      await client.sound.append({ rendition, clip, bytes: bytes.slice(at, at + 2 ** 20) })
  }
  await client.sound.finish({ rendition })
  return rendition
}

/** Signed off and given out; every file by its name. */
export async function giveOutSpeech(
  client: ArchiveClient,
  excerpt: string,
  parentFolder: string,
): Promise<Map<string, Buffer>> {
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName: 'For the hall' })) {
    if (step.kind !== 'givenOut') continue
    const { folder } = step
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]))
  }
  throw new Error('it was not given out')
}

/** What a player plays of a file that left. */
export async function heardIn(
  as: SoundAs,
  file: Buffer | undefined,
  milliseconds: number,
): Promise<{ readonly samples: Int16Array; readonly rate: number }> {
  const rate = as.format === 'opus' ? 48_000 : speechRate
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield file ?? Buffer.alloc(0)
  }
  const parts: number[] = []
  for await (const piece of readWritten(as.format, pieces(), (milliseconds * rate) / 1_000, rate))
    for (const one of piece) parts.push(one)
  return { samples: Int16Array.from(parts), rate }
}
