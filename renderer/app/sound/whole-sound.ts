// All of a recording as samples, every channel of it, exactly as long as was said before: so that it can be written anew.
import { bytesOfKind, type DecodedShape } from '../../../shared/domain/sound/sample-kinds.ts'
import type { OpenSound } from './read-sound.ts'

export interface PlacedBytes {
  /** Of the first of them, counted from the recording's start. */
  readonly frame: number
  readonly bytes: Uint8Array
}

/** Decoders swallow or add that much at an end, in seconds; where more is missing the file is damaged. */
const endSeconds = 0.25

/** As long as the recording is said to be, and longer where more is in it: nothing is cut off. */
export async function shapeOf(sound: OpenSound, durationMs: number): Promise<DecodedShape> {
  const { sampleRate, channels, kind } = sound
  const said = Math.round((durationMs * sampleRate) / 1000)
  return { sampleRate, channels, samples: kind, frames: Math.max(said, await sound.countFrames()) }
}

/**
 * Pieces of whole frames, `most` bytes or less. A hole in the recording is silence. Throws where it ends before it should:
 * what could not be decoded must not pass for silence.
 */
export async function* wholeSound(
  sound: Pick<OpenSound, 'whole'>,
  { sampleRate, channels, samples, frames }: DecodedShape,
  most: number,
): AsyncGenerator<Uint8Array> {
  const frameBytes = channels * bytesOfKind[samples]
  const room = Math.floor(most / frameBytes) * frameBytes
  let piece = new Uint8Array(room)
  let filled = 0
  let next = 0
  async function* put(bytes: Uint8Array | null, count: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < count * frameBytes;) {
      const length = Math.min(room - filled, count * frameBytes - at)
      if (bytes !== null) piece.set(bytes.subarray(at, at + length), filled)
      filled += length
      at += length
      if (filled < room) continue
      yield piece
      piece = new Uint8Array(room)
      filled = 0
    }
    next += count
  }
  for await (const { frame, bytes } of sound.whole()) {
    if (frame > next) yield* put(null, Math.min(frame, frames) - next)
    const [from, until] = [Math.max(0, next - frame), Math.min(bytes.length / frameBytes, frames - frame)]
    if (until > from) yield* put(bytes.subarray(from * frameBytes, until * frameBytes), until - from)
  }
  if (frames - next > endSeconds * sampleRate) throw new Error('the sound ends before it should')
  yield* put(null, frames - next)
  if (filled > 0) yield piece.slice(0, filled)
}
