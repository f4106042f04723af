// What is encoded cannot be silenced where it lies. The window decodes it, and plain samples stand for it from then on:
// silence is put into them here, before anything reaches the disk, and what was written is opened again and looked at.
import { createHash, type Hash } from 'node:crypto'
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesOfDecoded, bytesOfKind, type DecodedShape } from '../../../../shared/domain/sound/sample-kinds.ts'
import { merged, type Stretch } from '../../../../shared/domain/sound/silences.ts'
import { destroyMedia, MediaWriter, openMedia, type StoredMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { WrittenAs } from '../../store/erase/recordings.ts'
import type { LikeWaveform } from './like-waveform.ts'
import { samplesIn } from './plain-samples.ts'
import { wavHeadOf } from './wav-head.ts'

const headLength = 44
/** RIFF counts in 32 bits. */
const mostBytes = 0xffff_ffff - headLength

export const isTooLong = (shape: DecodedShape): boolean => bytesOfDecoded(shape) > mostBytes

/** No tags, no dates. */
function headOf(shape: DecodedShape): Uint8Array {
  const frame = shape.channels * bytesOfKind[shape.samples]
  const format = Buffer.alloc(16)
  format.writeUInt16LE(shape.samples === 'f32' ? 3 : 1, 0) // WAVE_FORMAT_IEEE_FLOAT or WAVE_FORMAT_PCM
  format.writeUInt16LE(shape.channels, 2)
  format.writeUInt32LE(shape.sampleRate, 4)
  format.writeUInt32LE(shape.sampleRate * frame, 8)
  format.writeUInt16LE(frame, 12)
  format.writeUInt16LE(bytesOfKind[shape.samples] * 8, 14)
  const length = bytesOfDecoded(shape)
  return wavHeadOf(format, length, length % 2)
}

export class Anew {
  /** The file that it is to stand for. */
  readonly media: string
  readonly stretches: readonly Stretch[]
  readonly #session: Session
  readonly #shape: DecodedShape
  readonly #like: LikeWaveform | null
  readonly #writer: MediaWriter
  /** Bytes among the samples, in order, none touching another. */
  readonly #silent: readonly (readonly [from: number, until: number])[]
  readonly #heard = createHash('sha256')
  #at = 0
  #isTooMuch = false
  #stored: StoredMedia | null = null
  #isGone = false

  private constructor(session: Session, writer: MediaWriter, media: string, wanted: Wanted) {
    this.media = media
    this.stretches = wanted.stretches
    this.#session = session
    this.#writer = writer
    this.#shape = wanted.shape
    this.#like = wanted.like
    const frame = wanted.shape.channels * bytesOfKind[wanted.shape.samples]
    const place = (ms: number, round: (value: number) => number) =>
      Math.min(wanted.shape.frames, round((ms * wanted.shape.sampleRate) / 1000)) * frame
    this.#silent = merged(wanted.stretches).map(({ startMs, endMs }) => [
      place(startMs, Math.floor),
      place(endMs, Math.ceil),
    ])
  }

  /** Throws Failure diskFull. */
  static async begin(session: Session, media: string, wanted: Wanted): Promise<Anew> {
    const { folder, about, surroundings } = session
    const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
    try {
      await writer.append(headOf(wanted.shape))
    } catch (error) {
      await writer.discard()
      throw error
    }
    return new Anew(session, writer, media, wanted)
  }

  /** Whole frames, one piece after another; they are wiped. Throws Failure badInput, diskFull. */
  async append(bytes: Uint8Array): Promise<void> {
    const frame = this.#shape.channels * bytesOfKind[this.#shape.samples]
    if (bytes.length % frame !== 0 || this.#at + bytes.length > bytesOfDecoded(this.#shape)) {
      this.#isTooMuch = true
      throw new Failure('badInput')
    }
    // NOTE: all of this before anything is waited for, so that pieces count in the order in which they came.
    this.#like?.take(bytes)
    let heard = 0
    for (const [from, until] of this.#silent) {
      const [first, last] = [from - this.#at, until - this.#at].map((at) => Math.min(bytes.length, Math.max(0, at)))
      if (first === undefined || last === undefined || last <= first) continue
      this.#heard.update(bytes.subarray(heard, first))
      bytes.fill(0, first, last)
      heard = last
    }
    this.#heard.update(bytes.subarray(heard))
    this.#at += bytes.length
    await this.#writer.append(bytes)
    bytes.fill(0)
  }

  /** Throws Failure checkFailed where it is not what it must be; then nothing of it is left. */
  async finish(): Promise<void> {
    try {
      if (this.#isTooMuch || this.#at !== bytesOfDecoded(this.#shape)) throw new Failure('checkFailed')
      if (this.#like?.isLike === false) throw new Failure('checkFailed')
      if (this.#at % 2 === 1) await this.#writer.append(new Uint8Array(1))
      this.#stored = await this.#writer.finish()
      await checkAnew(this.#session, this.#stored, this.stretches, this.#shape, this.#heard.digest())
      if (this.#isGone) throw new Failure('cancelled')
    } catch (error) {
      await this.discard()
      throw error
    }
  }

  /** What stands instead, once; from then on it is somebody else's to destroy. Null where it was not finished. */
  taken(): { readonly stored: StoredMedia; readonly as: WrittenAs } | null {
    const stored = this.#stored
    if (stored === null || this.#isGone) return null
    this.#stored = null
    this.#isGone = true
    const { sampleRate, channels } = this.#shape
    return { stored, as: { format: 'wav', sampleRate, channels } }
  }

  /** What cannot be destroyed now is a stray at the next opening. */
  async discard(): Promise<void> {
    this.#isGone = true
    await this.#writer.discard()
    const stored = this.#stored
    this.#stored = null
    if (stored !== null) await destroyMedia(this.#session.folder, stored.name)
  }
}

interface Wanted {
  readonly shape: DecodedShape
  readonly stretches: readonly Stretch[]
  /** Null where no waveform is kept. */
  readonly like: LikeWaveform | null
}

/**
 * The written file, read as recordings are: nothing inside the stretches, as it came outside of them, and as long.
 * Throws Failure checkFailed whatever keeps it from being looked at.
 */
export async function checkAnew(
  { folder, about }: { readonly folder: string; readonly about: { readonly mediaIdentity: string } },
  { name, header }: StoredMedia,
  stretches: readonly Stretch[],
  shape: DecodedShape,
  heard: Buffer,
): Promise<void> {
  const reader = await openMedia(folder, name, header, about.mediaIdentity)
  try {
    const found = await samplesIn(reader)
    const frame = shape.channels * bytesOfKind[shape.samples]
    mustBe(found !== null && found.rate === shape.sampleRate && found.frame === frame && found.silence === 0)
    mustBe(found.end - found.start === shape.frames * frame)
    const hash = createHash('sha256')
    let at = found.start
    for await (const piece of reader.stream(found.start, found.end)) {
      lookAlong(piece, at - found.start, frame, shape.sampleRate, stretches, hash)
      at += piece.length
    }
    mustBe(at === found.end && hash.digest().equals(heard))
  } catch {
    throw new Failure('checkFailed')
  } finally {
    await reader.close()
  }
}

/** NOTE: frame by frame from the stretches themselves, so that it shares no counting with what wrote it. */
function lookAlong(
  piece: Uint8Array,
  from: number,
  frame: number,
  rate: number,
  stretches: readonly Stretch[],
  hash: Hash,
): void {
  let heard = 0
  for (let at = 0; at < piece.length;) {
    const number = Math.floor((from + at) / frame)
    const next = Math.min(piece.length, (number + 1) * frame - from)
    const isSilent = stretches.some(
      ({ startMs, endMs }) => (number + 1) * 1000 > startMs * rate && number * 1000 < endMs * rate,
    )
    if (isSilent) {
      if (heard < at) hash.update(piece.subarray(heard, at))
      for (let byte = at; byte < next; byte += 1) mustBe(piece[byte] === 0)
      heard = next
    }
    at = next
  }
  if (heard < piece.length) hash.update(piece.subarray(heard))
}

function mustBe(holds: boolean): asserts holds {
  if (!holds) throw new Failure('checkFailed')
}
