// The formats in which sound leaves: read again exactly, by others' decoders too where there are any, and any bit that is
// wrong is noticed.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWritten, writeSound } from '../../electron/archive/features/sound/formats/index.ts'
import { soundFormats, type SoundFormat } from '../../shared/domain/sound/sound-as.ts'
import { chanceFrom } from '../support/dice.ts'
import { correlation, jfk, samplesOf } from '../support/sound-samples.ts'
import { temporaryFolder } from './temporary-folder.ts'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined
if (!hasFfmpeg) process.stderr.write('ffmpeg is not on this machine: formats are read by our own readers alone.\n')

/** NOTE: `Buffer.from` of numbers would keep the lower half of each alone. */
const raw = ({ buffer, byteOffset, byteLength }: Int16Array) => Buffer.from(buffer, byteOffset, byteLength)

async function* inPieces(samples: Int16Array): AsyncGenerator<Int16Array> {
  for (let at = 0; at < samples.length; at += 10_007) yield samples.subarray(at, at + 10_007)
}

async function written(format: SoundFormat, samples: Int16Array, sampleRate: number): Promise<Buffer> {
  const parts: Buffer[] = []
  await writeSound(format, async (bytes) => void parts.push(Buffer.from(bytes)), {
    length: samples.length,
    sampleRate,
    samples: () => inPieces(samples),
  })
  return Buffer.concat(parts)
}

async function* bytesOf(file: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += 5_003) yield file.subarray(at, at + 5_003)
}

async function read(format: SoundFormat, file: Buffer, length: number, sampleRate: number): Promise<Int16Array> {
  const samples: number[] = []
  for await (const piece of readWritten(format, bytesOf(file), length, sampleRate))
    for (const one of piece) samples.push(one)
  return Int16Array.from(samples)
}

/** By ffmpeg, which shares nothing with either. */
function readByFfmpeg(format: SoundFormat, file: Buffer): Int16Array {
  const place = path.join(temporaryFolder(), `a.${format}`)
  writeFileSync(place, file)
  const { stdout, status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-i', place, '-f', 's16le', '-'], {
    maxBuffer: 2 ** 28,
  })
  expect([status, stderr.toString()]).toEqual([0, ''])
  return new Int16Array(new Uint8Array(stdout).buffer)
}

const throwDice = chanceFrom(5)
const under = (limit: number) => Math.floor(throwDice() * limit)
const speech = jfk === null ? null : samplesOf(jfk)
/** A hum where the folder of real material is not there. */
const hum = Int16Array.from({ length: 60_000 }, (_, at) => Math.round(9_000 * Math.sin(at / 30) * Math.sin(at / 4_000)))
const sounds: readonly (readonly [string, Int16Array, number])[] = [
  ['speech', speech?.samples ?? hum, speech?.sampleRate ?? 16_000],
  ['noise', Int16Array.from({ length: 50_001 }, () => under(65_536) - 32_768), 44_100],
  ['what never moves', new Int16Array(9_000).fill(-1_799), 8_000],
  [
    'the highest and the lowest in turn',
    Int16Array.from({ length: 4_096 * 3 + 5 }, (_, at) => (at % 2) * 65_535 - 32_768),
    11_025,
  ],
  ['silence', new Int16Array(20_000), 48_000],
  ['one sample', Int16Array.of(-7), 22_050],
  ['five samples', Int16Array.of(3, -9, 27, -81, 243), 12_345],
  ['a block and one', Int16Array.from({ length: 4_097 }, (_, at) => under(100) + at), 24_000],
]

describe.each(['wav', 'flac'] as const)('%s', (format) => {
  test.each(sounds)('gives back %s sample by sample, to ffmpeg too', async (_, samples, sampleRate) => {
    const file = await written(format, samples, sampleRate)
    expect(raw(await read(format, file, samples.length, sampleRate)).equals(raw(samples))).toBe(true)
    if (hasFfmpeg) expect(raw(readByFfmpeg(format, file)).equals(raw(samples))).toBe(true)
    expect((await written(format, samples, sampleRate)).equals(file)).toBe(true)
  })
})

test('flac makes speech smaller, and says the fingerprint of its samples', async () => {
  const [[, samples, sampleRate] = ['', hum, 16_000]] = sounds
  const file = await written('flac', samples, sampleRate)
  expect(file.length).toBeLessThan(samples.length * 2 * 0.75)
  const md5 = createHash('md5')
    .update(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
    .digest()
  expect(file.subarray(26, 42).equals(md5)).toBe(true)
})

/** A voice-like sound at 48 kHz that stops for a second. */
const voiced = Int16Array.from({ length: 48_000 * 3 + 123 }, (_, at) =>
  at >= 50_000 && at < 98_000
    ? 0
    : Math.round(6_000 * Math.sin(at / 40) * (1 + Math.sin(at / 9_000)) + 900 * Math.sin(at / 7)),
)

test('opus is as long, sounds alike, and is nothing where it was written from nothing', async () => {
  const file = await written('opus', voiced, 48_000)
  const heard = await read('opus', file, voiced.length, 48_000)
  expect(heard.length).toBe(voiced.length)
  expect(correlation(heard.subarray(0, 50_000), voiced.subarray(0, 50_000))).toBeGreaterThan(0.98)
  expect(correlation(heard.subarray(98_000), voiced.subarray(98_000))).toBeGreaterThan(0.98)
  expect(heard.subarray(50_000 + 1_920, 98_000 - 1_920).every((sample) => sample === 0)).toBe(true)
  if (hasFfmpeg) {
    const theirs = readByFfmpeg('opus', file)
    expect(theirs.length).toBe(voiced.length)
    expect(correlation(theirs, heard)).toBeGreaterThan(0.99)
  }
  expect((await written('opus', voiced, 48_000)).equals(file)).toBe(true)
})

test.each(soundFormats)('%s with a wrong bit, a byte more or less, or of another length is noticed', async (format) => {
  const samples = voiced.subarray(0, 30_000)
  const file = await written(format, samples, 48_000)
  const plain = await read(format, file, samples.length, 48_000)
  const isNoticed = async (wrong: Buffer, length = samples.length): Promise<boolean> => {
    try {
      const other = await read(format, wrong, length, 48_000)
      return !raw(other).equals(raw(plain))
    } catch (error) {
      expect((error as { code?: string }).code).toBe('checkFailed')
      return true
    }
  }
  expect(await isNoticed(file)).toBe(false)
  for (let round = 0; round < 150; round += 1) {
    const wrong = Buffer.from(file)
    const at = under(file.length)
    wrong[at] = (wrong[at] ?? 0) ^ (1 << under(8))
    expect(await isNoticed(wrong), `${at}`).toBe(true)
  }
  for (const wrong of [file.subarray(0, -1), Buffer.concat([file, Buffer.of(0)]), Buffer.concat([file, file])])
    expect(await isNoticed(wrong)).toBe(true)
  expect(await isNoticed(file, samples.length - 1)).toBe(true)
})

test.each(soundFormats)('%s holds no name, no date and no chance', async (format) => {
  const file = await written(format, voiced.subarray(0, 30_000), 48_000)
  const text = file.toString('latin1')
  for (const word of ['libopus', 'Lavf', 'reference libFLAC', 'encoder', 'DATE', 'ENCODER', 'LIST', 'INFO'])
    expect(text.includes(word), word).toBe(false)
})
