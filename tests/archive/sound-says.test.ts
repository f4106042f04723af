// What a sound file says besides is read in every format, shown where it is brought in, and is nowhere else afterwards:
// not in the database, not found, not in what she takes with her but in the recording itself.
import { readFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readSayings } from '../../electron/archive/importers/sound/says.ts'
import { handOver } from '../support/archive.ts'
import { pagesWith } from '../support/deciphered-pages.ts'
import { drain, everyFile, herCanary, makeHome, type Home } from './take-home-world.ts'
import { flacHead, mp4Head, oggHead, taggedMp3, taggedWav, told, webmHead } from './tagged-sound.ts'
import { temporaryFolder } from './temporary-folder.ts'

const audio = join(import.meta.dirname, '../../../shared/data/audio/formats')
const present = existsSync(audio)

const says = (bytes: Uint8Array) =>
  readSayings({ size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) })

describe('what a file says', () => {
  test.each([
    ['WAV', taggedWav()],
    ['MP3', taggedMp3()],
    ['FLAC', flacHead()],
    ['Ogg', oggHead()],
    ['MP4', mp4Head()],
    ['WebM', webmHead()],
  ])('%s', async (_format, bytes) => {
    const all = await says(bytes)
    const of = (kind: string): string => all.flatMap((one) => (one.kind === kind ? [one.value] : [])).join(' | ')
    expect(of('place')).toContain(told.place)
    expect(of('device')).toContain(told.device)
    expect(of('person')).toContain(told.person)
    expect(of('title')).toContain(told.title)
    expect(of('recordedOn')).toContain(told.date)
    expect(of('note')).toContain(told.note)
    expect(all.some(({ kind }) => kind === 'picture')).toBe(true)
  })

  test.runIf(present).each([
    ['full.mp3', 'full.wav'],
    ['full.flac', 'full.aiff'],
    ['full.ogg', 'full.opus'],
    ['full.wma', 'full.ape'],
    ['full.wv', 'full.dsf'],
    ['read_only_tag.m4a', 'space_time.mp3'],
  ])('%s and %s, made by others', async (...names) => {
    for (const name of names) {
      const all = await says(new Uint8Array(readFileSync(join(audio, name))))
      expect(all).toContainEqual({ kind: 'title', value: 'full' })
      expect(all).toContainEqual({ kind: 'person', value: 'the artist' })
    }
  })

  test('lies about lengths and counts end the reading, and what is shown has its limits', async () => {
    const lying = taggedWav()
    for (let at = 44; at < lying.length - 4; at += 1) {
      if (at % 97 === 0) lying.writeUInt32LE(0xffff_ffff, at)
    }
    expect((await says(lying)).length).toBeLessThanOrEqual(40)
    const long = Buffer.concat([Buffer.from('fLaC'), Buffer.of(0, 0, 0, 34), Buffer.alloc(34)])
    const field = Buffer.from(`TITLE=\u202e${'x'.repeat(5_000)}`)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(field.length)
    const content = Buffer.concat([Buffer.alloc(4), Buffer.of(1, 0, 0, 0), length, field])
    const head = Buffer.of(0x84, 0, content.length >> 8, content.length & 0xff)
    expect(await says(Buffer.concat([long, head, content]))).toEqual([{ kind: 'title', value: 'x'.repeat(300) }])
  })
})

let world: Home | null = null
afterEach(async () => {
  await world?.home.close()
  world = null
})

test('it is shown once, and is in nothing but the recording', async () => {
  world = await makeHome()
  const { client, folder } = world.home
  const words = Buffer.from(`WEBVTT\n\n00:00.000 --> 00:01.000\n<v Halima>The ${herCanary} was cold.\n`)
  const { batch } = await client.bringIn.begin({})
  await handOver(client, batch, 'second.vtt', words)
  await handOver(client, batch, 'second.wav', taggedWav())
  await handOver(client, batch, 'third.mp3', taggedMp3())
  const { items } = await client.bringIn.preview({ batch })
  expect(items.map(({ title }) => title).toSorted()).toEqual(['second', 'third'])
  for (const { soundSays } of items) expect(JSON.stringify(soundSays)).toContain(told.place)
  const lines = await drain(client.bringIn.keep({ batch }))
  expect(lines.map(({ result }) => result)).toEqual(['kept', 'kept'])
  const kept = lines.flatMap(({ testimony }) => testimony ?? [])
  const signs = [...Object.values(told), told.title.slice(0, 20), 'Quillphone', 'Overbrook', 'Larkmill', 'Pellworth']

  // The whole database, page by page; its control is a word of the story, and one of the file's name.
  expect(await pagesWith(folder, herCanary)).toBeGreaterThan(0)
  expect(await pagesWith(folder, 'second')).toBeGreaterThan(0)
  for (const sign of signs) expect([sign, await pagesWith(folder, sign)]).toEqual([sign, 0])

  for (const testimony of kept) {
    const { story } = await client.story.read({ testimony })
    for (const sign of signs) expect(JSON.stringify(story)).not.toContain(sign)
    const parent = temporaryFolder()
    await drain(client.takeHome.openFormats({ narrator: story.narrator.id, parent, name: 'out' }))
    const files = await everyFile(path.join(parent, 'out'))
    const withSigns: string[] = []
    for (const file of files) {
      const bytes = await readFile(file)
      if (signs.some((sign) => bytes.includes(sign) || file.includes(sign))) withSigns.push(path.extname(file))
    }
    // Her own untouched recording has it still: that is the control.
    expect(withSigns).toEqual([story.recordings[0]?.format === 'wav' ? '.wav' : '.mp3'])
    expect(files.length).toBeGreaterThan(3)
  }
})

test.runIf(!present)('files made by others are skipped: ../shared/data/audio is not here', () => undefined)
