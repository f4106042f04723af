// Her own recording is no other voice, whatever file it comes in; and a reading is kept with the length that it has.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { Session } from '../../electron/archive/session.ts'
import { plainSound } from '../../shared/domain/sound/sound-as.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { answerReadingRoom } from '../support/ready-story.ts'
import { toneWav } from '../support/tone.ts'
import { readySpeech, renderSpeech, speech, speechRate } from './speech-given-out.ts'
import { codeOf } from './temporary-folder.ts'

let archive: TestArchive
afterEach(async () => {
  vi.restoreAllMocks()
  await archive.close()
})

async function bring(excerpt: string, passage: string, wav: Uint8Array, durationMs = 1): Promise<string> {
  const { readings } = archive.client
  const { reading } = await readings.begin({ excerpt, passage, type: 'audio/wav', live: false })
  for (let at = 0; at < wav.length; at += 2 ** 20)
    await readings.append({ excerpt, reading, bytes: new Uint8Array(wav.subarray(at, at + 2 ** 20)) })
  await readings.finish({ excerpt, reading, durationMs, reader: '' })
  return reading
}

async function bytesOf(media: string, kind: 'media' | 'rendition' = 'media'): Promise<Buffer> {
  const found = await archive.process.media.find(kind, media, '')
  const parts: Uint8Array[] = []
  for await (const piece of found.read(0, found.size)) parts.push(piece)
  return Buffer.concat(parts)
}

const mediaFiles = () => readdirSync(path.join(archive.folder, 'media')).length
const samples = Buffer.from(speech.buffer, speech.byteOffset, speech.byteLength)
/** The samples with something beside them, so that it is another file. */
function withNote(of: Buffer): Buffer {
  const wav = Buffer.concat([wavHead(of.length / 2, speechRate), of, Buffer.from('note\x04\0\0\0mine', 'latin1')])
  wav.writeUInt32LE(wav.length - 8, 4)
  return wav
}

test('her own recording is no other voice, nor what was rendered of it', async () => {
  archive = await makeArchive()
  const { client } = archive
  const { excerpt, testimony, recordingMedia } = await readySpeech(client, plainSound)
  const rendered = await bytesOf(await renderSpeech(client, excerpt), 'rendition')
  const { story } = await client.story.read({ testimony })
  const passage = story.passages[0]?.id ?? ''
  await answerReadingRoom(client, testimony, 'yes', { voice: 'other' })
  const before = mediaFiles()
  const her = await bytesOf(recordingMedia)
  for (const [what, wav] of [
    ['as it is', her],
    ['in another file', withNote(samples)],
    ['what was rendered', rendered],
  ] as const)
    expect([what, await codeOf(bring(excerpt, passage, wav))]).toEqual([what, 'herOwnVoice'])
  expect(mediaFiles()).toBe(before)
  expect((await client.readings.list({ excerpt })).passages[0]?.reading).toBeNull()
  // One sample that is another, or one more, is another sound as far as can be told.
  const other = Buffer.from(samples)
  other.writeInt16LE(other.readInt16LE(other.length - 2) ^ 1, other.length - 2)
  await bring(excerpt, passage, withNote(other))
  await bring(excerpt, passage, toneWav(2, speechRate, 300))
  expect(mediaFiles()).toBe(before + 2)
})

test('a reading never has another length than its sound', async () => {
  archive = await makeArchive()
  const { client } = archive
  const { excerpt, testimony } = await readySpeech(client, plainSound)
  const { story } = await client.story.read({ testimony })
  await answerReadingRoom(client, testimony, 'yes', { voice: 'other' })
  const kept: unknown[] = []
  const { save } = Session.prototype
  vi.spyOn(Session.prototype, 'save').mockImplementation(function (this: Session, concepts, work) {
    const result: unknown = save.call(this, concepts, work)
    kept.push(...this.database.all('SELECT duration_ms AS ms, sample_rate AS rate FROM readings'))
    return result as never
  })
  await bring(excerpt, story.passages[0]?.id ?? '', toneWav(2, speechRate, 300), 77_000)
  expect(kept.length).toBeGreaterThan(0)
  expect([...new Set(kept.map((row) => JSON.stringify(row)))]).toEqual(['{"ms":2000,"rate":16000}'])
})
