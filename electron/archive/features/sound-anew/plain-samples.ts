// Plain samples in a WAV, and where they lie: of these alone some can be changed and the rest be as it was. Anything else is
// decoded by the window first.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { MediaReader } from '../../files/media.ts'
import { bytesAt, chunksOf } from '../../importers/sound/bytes.ts'
import { wavData } from '../../importers/sound/wav.ts'
import type { Session } from '../../session.ts'

/** Format tags (RFC 2361) of plain samples, and what is silent in them. */
const silenceOf: Readonly<Record<number, number>> = { 1: 0, 3: 0, 6: 0xd5, 7: 0xff }
const extensible = 0xff_fe

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

/** A frame that is cut off at the end of the file does not count. */
export function wholeFramesOf({ start, end, frame }: Samples): number {
  return Math.floor((end - start) / frame)
}

/** Of which silence is made in samples as a chunk `fmt ` says them, of 16 bytes or more; null where they are not plain. */
export function silentByteOf(format: Buffer): number | null {
  const said = format.readUInt16LE(0)
  const tag = said === extensible && format.length >= 26 ? format.readUInt16LE(24) : said
  const bits = format.readUInt16LE(14)
  return tag === 1 && bits <= 8 ? 0x80 : (silenceOf[tag] ?? null)
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
    const format = Buffer.from(bytes.subarray(0, 40))
    const silence = silentByteOf(format)
    const [frame, rate] = [view.getUint16(12, true), view.getUint32(4, true)]
    if (silence === null || frame === 0 || rate === 0) return null
    return { start: data.start, end: data.end, frame, rate, silence, format }
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
