// Sound that is not in its story yet: a sitting that was being recorded, and what was said off the record, which only her
// key opens; and the sound of what she sealed. Written as WAV or Ogg, as the program would have made it.
import { readRecords } from '../archive/files/take-reader.ts'
import { readSound } from '../archive/files/take-record.ts'
import { wavHeadOf } from '../archive/features/sound-anew/wav-head.ts'
import { masterHead } from '../archive/features/recording/master-head.ts'
import { OggOpus } from '../archive/features/recording/ogg-opus.ts'
import { packetsIn } from '../archive/features/recording/sound-frames.ts'
import type { Row } from './database/tables.ts'
import { bytesOf, numberOf, textOf } from './row-values.ts'

interface BoxKey {
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/** @param row of the table `takes`, `off_record` or `sealed_sound` */
export const endingOfTake = (row: Row): '.ogg' | '.wav' => (textOf(row, 'codec') === 'opus' ? '.ogg' : '.wav')

/**
 * The sound in a file of records, in pieces; null where the key opens none of it. The file is gone through twice, because
 * the head of a WAV says how long it is.
 */
export async function soundOfRecords(file: string, row: Row, key: BoxKey): Promise<AsyncGenerator<Uint8Array> | null> {
  let [bytes, records] = [0, 0]
  for await (const piece of samples(file, key)) {
    bytes += piece.length
    records += 1
  }
  if (records === 0) return null
  const format = bytesOf(row, 'format')
  if (format.length >= 16) return withHead(wavHeadOf(format, bytes), samples(file, key))
  const shape = { sampleRate: numberOf(row, 'sample_rate') ?? 48_000, channels: numberOf(row, 'channels') ?? 1 }
  return textOf(row, 'codec') === 'opus'
    ? packets(samples(file, key), shape.channels)
    : withHead(masterHead({ codec: 'pcm', ...shape }, bytes), samples(file, key))
}

/** The first `size` bytes in a file of records, as they were said; null where the key opens none of it. */
export async function bytesOfRecords(
  file: string,
  size: number,
  key: BoxKey,
): Promise<AsyncGenerator<Uint8Array> | null> {
  for await (const _first of samples(file, key)) return upTo(size, samples(file, key))
  return null
}

async function* upTo(size: number, pieces: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let left = size
  for await (const piece of pieces) {
    yield piece.subarray(0, left)
    left = Math.max(0, left - piece.length)
  }
}

async function* samples(file: string, { publicKey, secretKey }: BoxKey): AsyncGenerator<Buffer> {
  for await (const { record } of readRecords(file, publicKey, secretKey))
    if (record.type === 'sound') yield readSound(record.payload).bytes
}

async function* withHead(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}

async function* packets(sound: AsyncIterable<Buffer>, channels: number): AsyncGenerator<Uint8Array> {
  const ogg = new OggOpus()
  yield ogg.begin(channels)
  for await (const bytes of sound) yield ogg.add((packetsIn(bytes) ?? []).map((one) => Uint8Array.from(one)))
  yield ogg.end()
}
