// A recording written anew without some of its sound: silence stands there, everything else is as it was, to the sample.
// Only of plain samples can that be said; anything else is decoded by the window first (`anew.ts`).
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'
import { MediaWriter, type MediaReader, type StoredMedia } from '../../files/media.ts'
import { bytesAt, chunksOf } from '../../importers/sound/bytes.ts'
import { wavData } from '../../importers/sound/wav.ts'
import type { Session } from '../../session.ts'

/** Format tags (RFC 2361) of plain samples, and what is silent in them. */
const silenceOf: Readonly<Record<number, number>> = { 1: 0, 3: 0, 6: 0xd5, 7: 0xff }
const extensible = 0xff_fe
const piece = 1024 * 1024

export interface Samples {
  readonly start: number
  readonly end: number
  /** Bytes of one sample of every channel. */
  readonly frame: number
  readonly rate: number
  readonly silence: number
  /** What stands in its chunk `fmt `, as far as a WAV of the same samples needs it. */
  readonly format: Buffer
}

/** Null where it does not hold plain samples in a WAV file. */
export async function samplesIn(reader: MediaReader): Promise<Samples | null> {
  const head = (await reader.read(0, 12)).toString('latin1')
  if (!/^(RIFF|RF64)....WAVE$/s.test(head)) return null
  const data = await wavData(reader)
  for await (const { name, at, length } of chunksOf(reader, 12, true)) {
    if (name !== 'fmt ') continue
    const { bytes, view } = await bytesAt(reader, at, Math.min(length, 64))
    if (bytes.length < 16 || data === null) return null
    const said = view.getUint16(0, true)
    const tag = said === extensible && bytes.length >= 26 ? view.getUint16(24, true) : said
    const bits = view.getUint16(14, true)
    const silence = tag === 1 && bits <= 8 ? 0x80 : silenceOf[tag]
    const [frame, rate] = [view.getUint16(12, true), view.getUint32(4, true)]
    if (silence === undefined || frame === 0 || rate === 0) return null
    return { start: data.start, end: data.end, frame, rate, silence, format: Buffer.from(bytes.subarray(0, 40)) }
  }
  return null
}

/** Plain samples can be silenced where they lie; what is encoded has to be decoded for it. */
export async function soundIn(session: Session, media: string): Promise<'plain' | 'encoded' | 'damaged'> {
  try {
    return (await samplesIn(await session.reader(media))) === null ? 'encoded' : 'plain'
  } catch (error) {
    if (error instanceof Failure && (error.code === 'mediaDamaged' || error.code === 'mediaMissing')) return 'damaged'
    throw error
  }
}

/** Where a stretch lies in the file, whole frames. */
function bytesOf({ startMs, endMs }: Stretch, { start, end, frame, rate }: Samples): [from: number, until: number] {
  const at = (ms: number, round: (value: number) => number) => start + round((ms * rate) / 1000) * frame
  return [Math.min(end, Math.max(start, at(startMs, Math.floor))), Math.min(end, at(endMs, Math.ceil))]
}

/**
 * Writes it; no row names it yet. Null where it holds no plain samples. Throws Failure diskFull, mediaDamaged,
 * mediaMissing, cancelled; then nothing of it is left.
 */
export async function writeSilenced(
  session: Session,
  media: string,
  stretches: readonly Stretch[],
  tell: (bytes: number) => void,
  signal: AbortSignal,
): Promise<StoredMedia | null> {
  const reader = await session.reader(media)
  const samples = await samplesIn(reader)
  if (samples === null) return null
  const silent = stretches.map((stretch) => bytesOf(stretch, samples))
  const { folder, about, surroundings } = session
  const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
  try {
    for (let at = 0; at < reader.size; at += piece) {
      if (signal.aborted) throw new Failure('cancelled')
      const bytes = Buffer.from(await reader.read(at, at + piece))
      for (const [from, until] of silent) {
        const [first, last] = [Math.max(from, at) - at, Math.min(until, at + bytes.length) - at]
        if (last > first) bytes.fill(samples.silence, first, last)
      }
      await writer.append(bytes)
      tell(bytes.length)
      bytes.fill(0)
    }
    return await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  }
}
