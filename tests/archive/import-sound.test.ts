// What sound files say of themselves: container, codec, length, channels; whole, cut short, and not sound at all.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSound } from '../../electron/archive/importers/sound/index.ts'
import { fragmentedMp4, liveWebm, tabledMp4 } from '../torture/made-sounds.ts'
import { ownMs } from '../support/own-time.ts'

const audio = join(import.meta.dirname, '../../../shared/data/audio')
const present = existsSync(audio)

function wav(seconds: number, sampleRate: number, channels: number): Uint8Array {
  const length = seconds * sampleRate * channels * 2
  const bytes = new Uint8Array(44 + length)
  const view = new DataView(bytes.buffer)
  const write = (at: number, text: string): void => {
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i)
  }
  write(0, 'RIFF')
  view.setUint32(4, 36 + length, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * channels * 2, true)
  view.setUint16(32, channels * 2, true)
  view.setUint16(34, 16, true)
  write(36, 'data')
  view.setUint32(40, length, true)
  return bytes
}

describe('a WAV of our own', () => {
  const whole = wav(3, 16_000, 2)
  test('whole', async () => {
    expect(await readSound(whole)).toEqual({
      format: 'wav',
      codec: 'pcm-s16',
      durationMs: 3000,
      channels: 2,
      sampleRate: 16_000,
      notices: [],
    })
  })
  test('read from where it lies, a piece at a time', async () => {
    const asked: number[] = []
    const read = (start: number, end: number): Promise<Uint8Array> => {
      asked.push(end - start)
      return Promise.resolve(whole.slice(start, end))
    }
    expect(await readSound({ size: whole.length, read })).toMatchObject({ durationMs: 3000 })
    expect(asked.length).toBeGreaterThan(0)
  })
  test('cut short, as far as it goes', async () => {
    expect(await readSound(whole.subarray(0, 44 + 64_000))).toMatchObject({
      durationMs: 1000,
      notices: ['soundCutShort'],
    })
  })
  test('without samples there is nothing to hear', async () => {
    await expect(readSound(whole.subarray(0, 44))).rejects.toThrow('nothingInside')
  })
})

describe('an MP3 without a table of its frames', () => {
  // MPEG 1, layer III, 128 kbit/s, 44.1 kHz: 417 bytes and 1,152 samples a frame; four million bytes in all.
  const frames = 10_000
  const whole = new Uint8Array(frames * 417)
  for (let frame = 0; frame < frames; frame++) whole.set([0xff, 0xfb, 0x90, 0xc4], frame * 417)
  const milliseconds = (count: number): number => Math.round((count * 1_152 * 1_000) / 44_100)

  test('is as long as its frames', async () => {
    expect(await readSound(whole)).toMatchObject({ format: 'mp3', durationMs: milliseconds(frames), notices: [] })
  })
  test('with something else between them, is as long as its frames', async () => {
    const between = Buffer.concat([whole.subarray(0, 417 * 400), Buffer.alloc(5_000, 7), whole.subarray(417 * 400)])
    expect(await readSound(between)).toMatchObject({ durationMs: milliseconds(frames), notices: [] })
  })
  test('cut within a frame, goes as far as the one before', async () => {
    const cut = whole.subarray(0, 417 * 5_000 + 100)
    expect(await readSound(cut)).toMatchObject({ durationMs: milliseconds(5_000), notices: ['soundCutShort'] })
  })
})

describe('what is written while it is recorded', () => {
  test('WebM that says no length has that of its blocks', async () => {
    const webm = { format: 'webm', codec: 'opus', durationMs: 60_000, channels: 1, sampleRate: 48_000, notices: [] }
    expect(await readSound(liveWebm(60))).toEqual(webm)
    const cut = liveWebm(60)
    expect(await readSound(cut.subarray(0, cut.length / 2))).toMatchObject({ notices: ['soundCutShort'] })
  })
  test('MP4 in fragments has the length of all of them', async () => {
    const durationMs = Math.round((10 * 43 * 1_024 * 1_000) / 44_100)
    const m4a = { format: 'm4a', codec: 'aac', durationMs, channels: 1, sampleRate: 44_100, notices: [] }
    expect(await readSound(fragmentedMp4(10))).toEqual(m4a)
  })
  test('MP4 that is cut goes as far as its samples', async () => {
    const whole = tabledMp4([[43, 1_024]], [], 43)
    expect(await readSound(whole)).toMatchObject({ durationMs: 998, notices: [] })
    expect(await readSound(whole.subarray(0, whole.length - 2_200))).toMatchObject({
      durationMs: 488,
      notices: ['soundCutShort'],
    })
  })
  test.each([
    ['samples that are shifted', [[0xffff_ffff, 1_024]], [[0xffff_ffff, 0]], 43],
    ['samples in a chunk', [[43, 1_024]], [], 0xffff_ffff],
    ['the length of each', [[43, 0xffff_ffff]], [[43, 0xffff_ffff]], 43],
  ])('four thousand million of %s are never counted', async (_what, times, shifts, inChunk) => {
    const bytes = tabledMp4(times, shifts, inChunk)
    const began = ownMs()
    for (const end of [bytes.length, bytes.length - 500]) await readSound(bytes.subarray(0, end)).catch(() => null)
    expect(ownMs() - began).toBeLessThan(1_000)
  })
})

test.each([
  ['no bytes', new Uint8Array(), 'fileEmpty'],
  ['a text', new TextEncoder().encode('We sang while we worked.'.repeat(50)), 'formatUnknown'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Uint8Array(200)]), 'formatUnknown'],
  ['only a RIFF head', new TextEncoder().encode('RIFF    WAVE'), 'soundUnreadable'],
])('%s', async (_name, bytes, code) => {
  await expect(readSound(bytes)).rejects.toMatchObject({ name: 'Failure', code })
})

// Those that are kept as they are stand in import-every-sound.test.ts. Here: format, codec, milliseconds, channels, hertz; or the failure
const table: readonly (readonly [string, readonly [string, string, number, number, number] | string])[] = [
  ['formats/cbr.mp3', ['mp3', 'mp3', 1097, 1, 44_100]],
  ['formats/empty.ogg', ['ogg', 'vorbis', 1000, 1, 44_100]],
  ['formats/empty.opus', ['ogg', 'opus', 1000, 1, 48_000]],
  ['formats/full.flac', ['flac', 'flac', 1000, 1, 44_100]],
  ['formats/full.mp3', ['mp3', 'mp3', 1071, 1, 44_100]],
  ['formats/full.ogg', ['ogg', 'vorbis', 1000, 1, 44_100]],
  ['formats/full.opus', ['ogg', 'opus', 1000, 1, 48_000]],
  ['formats/full.wav', ['wav', 'pcm-s16', 1000, 1, 44_100]],
  ['formats/image.m4a', ['m4a', 'aac', 1068, 1, 44_100]],
  ['formats/image.mp3', ['mp3', 'mp3', 1045, 1, 44_100]],
  ['formats/partial.flac', ['flac', 'flac', 1000, 1, 44_100]],
  ['formats/partial.m4a', ['m4a', 'aac', 1068, 1, 44_100]],
  ['formats/read_only_tag.m4a', ['m4a', 'aac', 1068, 1, 44_100]],
  ['formats/unparseable.mp3', ['mp3', 'mp3', 1045, 1, 44_100]],
  ['formats/unparseable.ogg', ['ogg', 'vorbis', 1000, 1, 44_100]],
  ['formats/image-2x3.png', 'formatUnknown'],
  ['silence/10-minutes-of-silence.m4a', ['m4a', 'aac', 600_000, 1, 8000]],
  ['silence/10-minutes-of-silence.mp3', ['mp3', 'mp3', 600_192, 1, 8000]],
  ['silence/5-seconds-of-silence.flac', ['flac', 'flac', 5000, 1, 8000]],
  ['silence/zero_bytes.flac', 'fileEmpty'],
  ['speech/audio-mono-32-bit-44100Hz.wav', ['wav', 'pcm-s32', 2745, 1, 44_100]],
  ['speech/audio-mono-8-bit-44100Hz.wav', ['wav', 'pcm-u8', 2745, 1, 44_100]],
  ['speech/audio-stereo-24-bit-44100Hz.flac', ['flac', 'flac', 2745, 2, 44_100]],
  ['speech/jfk.wav', ['wav', 'pcm-s16', 11_000, 1, 16_000]],
]

describe.runIf(present)('the files in ../shared/data/audio', () => {
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(audio, name)))
  test.each(table)('%s', async (name, wanted) => {
    if (typeof wanted === 'string')
      return expect(readSound(bytes(name))).rejects.toMatchObject({ name: 'Failure', code: wanted })
    const [format, codec, durationMs, channels, sampleRate] = wanted
    expect(await readSound(bytes(name))).toEqual({ format, codec, durationMs, channels, sampleRate, notices: [] })
  })

  test.each([
    'speech/jfk.wav',
    'silence/10-minutes-of-silence.m4a',
    'silence/10-seconds-of-silence.mp3',
    'silence/5-seconds-of-silence.flac',
    'formats/full.ogg',
    'formats/full.opus',
  ])('%s cut in the middle is told, and never longer than it is', async (name) => {
    const whole = bytes(name)
    const full = await readSound(whole)
    const cut = await readSound(whole.subarray(0, Math.floor(whole.length * 0.6))).catch((error: unknown) => error)
    if (cut instanceof Error) expect(cut).toMatchObject({ name: 'Failure', code: 'soundUnreadable' })
    else expect(cut).toMatchObject({ format: full.format, notices: ['soundCutShort'] })
    if (!(cut instanceof Error)) expect((cut as typeof full).durationMs).toBeLessThan(full.durationMs)
  })

  test('broken bytes end in a failure or a result, never otherwise', async () => {
    for (const name of [
      'speech/jfk.wav',
      'formats/full.mp3',
      'formats/image.m4a',
      'formats/full.ogg',
      'formats/full.flac',
    ]) {
      for (let round = 0; round < 12; round++) {
        const broken = bytes(name)
        for (let i = 0; i < 40; i++)
          broken[(round * 7919 + i * i * 104_729) % Math.min(broken.length, 4000)] = (round * 31 + i * 17) & 0xff
        const result = await readSound(broken).catch((error: unknown) => error)
        if (result instanceof Error) expect(result.name).toBe('Failure')
      }
    }
  })
})

test.runIf(!present)('the sound files are skipped: ../shared/data/audio is not here', () => undefined)
