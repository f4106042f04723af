// The formats in which sound leaves: what writes each, and what reads it again for the check.
import { createHash } from 'node:crypto'
import type { SoundFormat } from '../../../../../shared/domain/sound/sound-as.ts'
import { readFlacWritten } from './flac-reader.ts'
import { FlacWriter } from './flac-writer.ts'
import { readOpusWritten } from './opus-reader.ts'
import { OpusWriter } from './opus-writer.ts'
import type { Put, SoundWriter } from './sound-writer.ts'
import { readWavWritten } from './wav-reader.ts'
import { WavWriter } from './wav-writer.ts'

export const typeOf: Readonly<Record<SoundFormat, string>> = {
  wav: 'audio/wav',
  flac: 'audio/flac',
  opus: 'audio/ogg',
}

/** Writes all of `samples`, which can be asked for more than once, as a file. */
export async function writeSound(
  format: SoundFormat,
  put: Put,
  sound: { readonly length: number; readonly sampleRate: number; readonly samples: () => AsyncIterable<Int16Array> },
): Promise<void> {
  const writer = await writerOf(format, put, sound)
  try {
    for await (const piece of sound.samples()) await writer.take(piece)
    await writer.finish()
  } finally {
    writer.free?.()
  }
}

async function writerOf(format: SoundFormat, put: Put, sound: Parameters<typeof writeSound>[2]): Promise<SoundWriter> {
  if (format === 'opus') return OpusWriter.begin(put)
  if (format === 'wav') return new WavWriter(put, sound.length, sound.sampleRate)
  const md5 = createHash('md5')
  for await (const piece of sound.samples())
    md5.update(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength))
  return new FlacWriter(put, sound.length, sound.sampleRate, md5.digest())
}

/** What a player would play of a file that is as it must be: exactly `length` samples. Throws Failure checkFailed. */
export function readWritten(
  format: SoundFormat,
  pieces: AsyncIterable<Uint8Array>,
  length: number,
  sampleRate: number,
): AsyncGenerator<Int16Array> {
  if (format === 'opus') return readOpusWritten(pieces, length)
  return format === 'flac' ? readFlacWritten(pieces, length, sampleRate) : readWavWritten(pieces, length, sampleRate)
}
