// Every sound file there is goes in with the right result: told, kept as it is, or refused with the right reason; the
// stored file is the one that was handed over, and what is served of it can be heard.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSound } from '../../electron/archive/importers/sound/index.ts'
import { bringIn, handOver, makeArchive, type TestArchive } from '../support/archive.ts'
import { soundFiles } from './sound-files.ts'

const audio = join(import.meta.dirname, '../../../shared/data/audio')
const present = existsSync(audio)
const mostOff = 50

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(audio, file)))
const named = (file: string): string => file.replace('/', ' ')

async function heard({ process }: TestArchive, media: string): Promise<{ type: string; bytes: Buffer }> {
  const { type, size, read } = await process.media.find('media', media, '')
  const pieces: Uint8Array[] = []
  for await (const piece of read(0, size)) pieces.push(piece)
  return { type, bytes: Buffer.concat(pieces) }
}

describe.runIf(present)('every file of ../shared/data/audio', () => {
  let archive: TestArchive
  let lines: Awaited<ReturnType<typeof bringIn>>
  beforeAll(async () => {
    archive = await makeArchive()
    lines = await bringIn(
      archive.client,
      soundFiles.map(({ file }) => ({ name: named(file), bytes: bytesOf(file) })),
    )
  }, 60_000)
  afterAll(() => archive.close())

  test('is in the table', () => {
    const there = ['formats', 'silence', 'speech'].flatMap((folder) =>
      readdirSync(join(audio, folder)).map((file) => `${folder}/${file}`),
    )
    expect(soundFiles.map(({ file }) => file).toSorted()).toEqual(there.toSorted())
  })

  test.each(soundFiles)('$file', async ({ file, told, notices }) => {
    const line = lines.find(({ name }) => name === named(file))
    if (typeof told === 'string' && told !== 'text')
      return expect(line).toMatchObject({ result: 'failed', failure: told, testimony: null, notices: [] })
    expect(line).toMatchObject({ result: 'kept', failure: null, notices })
    const { story } = await archive.client.story.read({ testimony: line?.testimony ?? '' })
    if (typeof told === 'string') return expect(story).toMatchObject({ recordings: [] })
    const [format, milliseconds, channels, sampleRate] = told
    expect(story.recordings).toMatchObject([{ format, channels, sampleRate }])
    expect(Math.abs((story.recordings[0]?.durationMs ?? -1) - milliseconds)).toBeLessThanOrEqual(mostOff)
  })

  test('is served as it was handed over, but for those that are heard another way', async () => {
    const other: string[] = []
    for (const { file, told } of soundFiles) {
      if (typeof told === 'string') continue
      const line = lines.find(({ name }) => name === named(file))
      const { story } = await archive.client.story.read({ testimony: line?.testimony ?? '' })
      const { type, bytes } = await heard(archive, story.recordings[0]?.media ?? '')
      expect(type).toMatch(/^audio\/[\w-]+$/)
      if (!bytes.equals(bytesOf(file))) other.push(`${file} ${type}`)
    }
    expect(other).toEqual([
      'formats/empty.aiff audio/wav',
      'formats/full.aiff audio/wav',
      'formats/mpeglayer3.wav audio/mpeg',
      'formats/partial.flac audio/flac',
      'formats/unparseable.aiff audio/wav',
      'speech/audio-stereo-16-bit-44100Hz.aiff audio/wav',
      'speech/french.aiff audio/wav',
    ])
  })

  test('what is heard another way is whole, and any range of it is the same bytes', async () => {
    for (const file of ['formats/mpeglayer3.wav', 'formats/partial.flac', 'speech/french.aiff']) {
      const line = lines.find(({ name }) => name === named(file))
      const { story } = await archive.client.story.read({ testimony: line?.testimony ?? '' })
      const media = story.recordings[0]?.media ?? ''
      const { bytes } = await heard(archive, media)
      const sound = await readSound(bytes)
      expect(sound.notices).toEqual([])
      expect(Math.abs(sound.durationMs - (story.recordings[0]?.durationMs ?? 0))).toBeLessThanOrEqual(mostOff)
      const { size, read } = await archive.process.media.find('media', media, '')
      for (const [start, end] of [
        [0, 10],
        [30, 60],
        [41, 43],
        [size - 7, size],
      ] as const) {
        const pieces: Uint8Array[] = []
        for await (const piece of read(start, end)) pieces.push(piece)
        expect(Buffer.concat(pieces).equals(bytes.subarray(start, end))).toBe(true)
      }
    }
  })

  test('a file that is heard another way is known again by the bytes that were handed over', async () => {
    const { client } = archive
    const { batch } = await client.bringIn.begin({})
    await handOver(client, batch, 'again.flac', bytesOf('formats/partial.flac'))
    expect((await client.bringIn.preview({ batch })).items).toMatchObject([{ alreadyHere: true }])
    await client.bringIn.forget({ batch })
  })
})

test.runIf(!present)('every sound file is skipped: ../shared/data/audio is not here', () => undefined)
