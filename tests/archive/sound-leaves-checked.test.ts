// Speech that is brought in, redacted and given out, compared by another decoder: what was taken out is not there, what was
// not is. And where the check says no, nothing leaves.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { MediaWriter } from '../../electron/archive/files/media.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { answerReadingRoom, evidence } from '../support/ready-story.ts'
import { correlation, jfk, samplesOf } from '../support/sound-samples.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import { temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
afterEach(async () => {
  vi.restoreAllMocks()
  await archive.close()
})

const sampleRate = 16_000
const perMs = sampleRate / 1000
const captions = `WEBVTT

00:00.000 --> 00:03.000
<v Marisol>And so, my fellow Americans,

00:03.000 --> 00:08.000
<v Marisol>ask not what your country can do for you

00:08.000 --> 00:11.000
<v Marisol>ask what you can do for your country.
`
/** Where "Americans" is said, and what must be silent for it: 110 ms more on either side, on the grid of 50 ms. */
const spoken = { startMs: 1_530, endMs: 2_180 }
const silent = { startMs: 1_400, endMs: 2_300 }

/** An excerpt of all of it, its sound sent as the window's decoder would. */
async function withRenderedSound(client: ArchiveClient) {
  const bytes = Buffer.concat([wavHead(speech.length, sampleRate), new Uint8Array(speech.buffer)])
  const [line] = await bringIn(client, [
    { name: 'a.vtt', bytes: new TextEncoder().encode(captions) },
    { name: 'a.wav', bytes },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const passages = story.passages.map(({ id }) => id)
  await client.marks.takeOut({
    testimony,
    spans: [{ passage: passages[0] ?? '', start: 18, end: 27, ...spoken }],
    thing: 'place',
    reach: 'readers',
    way: 'silence',
    replacement: '',
    why: '',
  })
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  await answerReadingRoom(client, testimony)
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages })
  const framing = { title: 'A speech', introduction: '', keywords: [] }
  await client.excerpts.change({ excerpt, use: 'readingRoom', recipient, passages, withSound: true, framing })
  const plan = await client.sound.plan({ kind: 'excerpt', excerpt })
  for (const [clip, { startMs, endMs }] of plan.clips.entries()) {
    const samples = speech.slice(startMs * perMs, endMs * perMs)
    await client.sound.append({ rendition: plan.rendition, clip, bytes: new Uint8Array(samples.buffer) })
  }
  await client.sound.finish({ rendition: plan.rendition })
  return { excerpt, rendition: plan.rendition }
}

async function signOff(client: ArchiveClient, excerpt: string): Promise<void> {
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
}

async function giveOut(client: ArchiveClient, excerpt: string, parentFolder: string): Promise<string> {
  for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName: 'For the hall' }))
    if (step.kind === 'givenOut') return step.folder
  throw new Error('it was not given out')
}

const real = jfk === null ? null : samplesOf(jfk)
/** A hum where the folder of real material is not there: never nothing, and never the same twice. */
const hum = Int16Array.from(
  { length: 11 * sampleRate },
  (_, at) => Math.round(6_000 * Math.sin((at * at) / 9e6)) + 7_000,
)
const speech = Int16Array.from(
  { length: 11 * sampleRate },
  (_, at) => real?.samples[at] ?? (real === null ? (hum[at] ?? 0) : 0),
)

describe('speech that is given out', () => {
  test('is as it was, but for the words that were taken out, which are nowhere in it', async () => {
    archive = await makeArchive()
    const { client } = archive
    const { excerpt } = await withRenderedSound(client)
    await signOff(client, excerpt)
    const folder = await giveOut(client, excerpt, temporaryFolder())
    const left = samplesOf(readFileSync(path.join(folder, 'sound.wav')))
    expect(left.sampleRate).toBe(sampleRate)
    expect(left.samples.length).toBe(speech.length)
    const [from, until] = [silent.startMs * perMs, silent.endMs * perMs]
    const before = speech.subarray(from, until)
    expect(before.some((sample) => Math.abs(sample) > 1_000)).toBe(true)
    expect(Math.abs(correlation(left.samples.subarray(from, until), before))).toBeLessThan(0.01)
    expect(left.samples.subarray(from, until).every((sample) => sample === 0)).toBe(true)
    const faded = 10 * perMs
    const same = (start: number, end: number) =>
      left.samples.subarray(start, end).every((sample, at) => sample === speech[start + at])
    expect(same(0, from - faded)).toBe(true)
    expect(same(until + faded, speech.length)).toBe(true)
    expect(same(from - faded, from)).toBe(false)
    const times = readFileSync(path.join(folder, 'captions.vtt'), 'utf8').match(/^\d.*-->.*$/gm)
    expect(times).toEqual([
      '00:00:00.000 --> 00:00:03.000',
      '00:00:03.000 --> 00:00:08.000',
      '00:00:08.000 --> 00:00:11.000',
    ])
    // The control: what was said there is in the recording itself, and the same measure says so.
    expect(correlation(speech.subarray(from, until), before)).toBeCloseTo(1, 9)
  })
})

describe('where the check says no', () => {
  test('a rendering that lets one sample through is not kept, and leaves nothing', async () => {
    archive = await makeArchive()
    const { client, folder } = archive
    const append = MediaWriter.prototype.append
    let isAltered = false
    vi.spyOn(MediaWriter.prototype, 'append').mockImplementation(function (this: MediaWriter, bytes) {
      // What is sent to be rendered comes in one piece a passage; the first holds the silence.
      if (isAltered || bytes.length !== 3_000 * perMs * 2) return append.call(this, bytes)
      isAltered = true
      const altered = Buffer.from(bytes)
      altered.writeInt16LE(1, (silent.startMs + 300) * perMs * 2)
      return append.call(this, altered)
    })
    await expect(withRenderedSound(client)).rejects.toMatchObject({ code: 'checkFailed' })
    expect(isAltered).toBe(true)
    expect(readdirSync(path.join(folder, 'media'))).toHaveLength(1)
  })

  test('a rendering that was exchanged since is not given out, and nothing is half done', async () => {
    archive = await makeArchive()
    const { client, folder } = archive
    const { excerpt, rendition } = await withRenderedSound(client)
    await client.door.lock({})
    // The whole speech, nothing taken out, put in the place of what was rendered, by somebody who has the key.
    const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
    const database = openDatabase(path.join(folder, 'archive.db'), key, 'open')
    const { recipient } = database.prepare('SELECT media_recipient AS recipient FROM archive').get() as {
      recipient: string
    }
    const writer = await MediaWriter.begin(folder, recipient, systemRandom)
    await writer.append(Buffer.concat([wavHead(speech.length, sampleRate), new Uint8Array(speech.buffer)]))
    const { name, header, size, sha256 } = await writer.finish()
    database
      .prepare("INSERT INTO media VALUES (?, 'rendition', ?, ?, ?, 'audio/wav', '2026-01-01T00:00:00.000Z')")
      .run(name, Buffer.from(header), size, sha256)
    database.prepare('UPDATE renditions SET media = ? WHERE id = ?').run(name, rendition)
    database.close()
    await client.door.open({ folder, passphrase })
    await signOff(client, excerpt)
    const parent = temporaryFolder()
    await expect(giveOut(client, excerpt, parent)).rejects.toMatchObject({ code: 'checkFailed' })
    expect(readdirSync(parent)).toEqual([])
    expect((await client.givenOut.list({})).disclosures).toEqual([])
  })
})
