// What a take's file holds, read from its beginning to its end: how much sound, where some is missing, what was marked.
import { readRecords, type FoundRecord } from '../../files/take-reader.ts'
import { readSound } from '../../files/take-record.ts'
import type { Gap, GapKind, RecordingMark } from '../../store/gaps.ts'
import type { SoundShape } from '../../store/takes.ts'

/** Frames a second, by which sound is counted: packets of opus are always counted at 48 kHz. */
export function frameRate({ codec, sampleRate }: SoundShape): number {
  return codec === 'opus' ? 48_000 : sampleRate
}

/** What a gap says of itself. */
export interface GapSaid {
  readonly kind: GapKind
  readonly lastedMs: number | null
}

/** A gap in the file, and what it says. */
export interface PlacedGap extends GapSaid {
  readonly start: number
  readonly end: number
}

export interface Taken {
  /** Where the last record that holds ends, in bytes, and the number of the next one. */
  readonly end: number
  readonly sequence: number
  /** Frames from the beginning of the take, those that were damaged since counted too. */
  readonly position: number
  /** Frames that can be read. */
  readonly frames: number
  /** Bytes of sound that can be read. */
  readonly bytes: number
  /** Milliseconds from the start of what can be read. */
  readonly gaps: readonly Gap[]
  readonly marks: readonly RecordingMark[]
  /** When the last record was written, in milliseconds since 1970; null where there is none. */
  readonly lastAt: number | null
  readonly stopped: boolean
  /** Of each second of sound: where its record begins, and its position. */
  readonly sounds: readonly { readonly start: number; readonly position: number }[]
  readonly placedGaps: readonly PlacedGap[]
}

/** As `JSON.parse`, for what this program wrote and sealed itself. */
function said<T>(payload: Buffer): T {
  return JSON.parse(payload.toString('utf8')) as T
}

class Timeline {
  readonly #rate: number
  readonly gaps: Gap[] = []
  readonly placedGaps: PlacedGap[] = []
  readonly marks: RecordingMark[] = []
  readonly sounds: { start: number; position: number }[] = []
  frames = 0
  bytes = 0
  position = 0
  #consent: number | null = null

  constructor(rate: number) {
    this.#rate = rate
  }

  #ms(frames: number): number {
    return (frames * 1000) / this.#rate
  }

  /** Where a position of the take is in what can be read. */
  #atMs(position: number): number {
    return this.#ms(Math.min(this.frames, Math.max(0, position - (this.position - this.frames))))
  }

  endConsent(endMs: number | null): void {
    if (this.#consent !== null) this.marks.push({ atMs: this.#consent, endMs, kind: 'consent', words: '' })
    this.#consent = null
  }

  /** Gives the sound that is in it. */
  take({ record, start, end, afterDamage }: FoundRecord): Buffer | null {
    const { type, position, payload } = record
    if (afterDamage) {
      const lost = Math.max(0, position - this.position)
      this.gaps.push({ atMs: this.#ms(this.frames), kind: 'damaged', lastedMs: lost === 0 ? null : this.#ms(lost) })
      this.position = Math.max(position, this.position)
    }
    if (type === 'sound') {
      const { frames, bytes } = readSound(payload)
      this.sounds.push({ start, position })
      this.frames += frames
      this.bytes += bytes.length
      this.position = position + frames
      return bytes
    }
    const atMs = this.#atMs(position)
    if (type === 'gap') {
      const gap = said<GapSaid>(payload)
      this.gaps.push({ ...gap, atMs })
      this.placedGaps.push({ ...gap, start, end })
    } else if (type === 'question') {
      this.marks.push({ atMs, endMs: null, kind: 'question', words: said<{ words: string }>(payload).words })
    } else if (type === 'consentBegins') {
      this.endConsent(atMs)
      this.#consent = atMs
    } else if (type === 'consentEnds') this.endConsent(atMs)
    return null
  }
}

/**
 * Reads a take with its secret key; `sound` gets each second in its order, and has until it resolves. Sound is zeroed
 * afterwards. Throws the signal's reason.
 */
export async function readTaken(
  file: string,
  keys: { readonly publicKey: Buffer; readonly secretKey: Buffer },
  shape: SoundShape,
  sound: ((bytes: Buffer, read: number) => Promise<void>) | null,
  signal: AbortSignal | null,
): Promise<Taken> {
  const timeline = new Timeline(frameRate(shape))
  let end = 0
  let sequence = 0
  let lastAt: number | null = null
  let stopped = false
  for await (const found of readRecords(file, keys.publicKey, keys.secretKey)) {
    signal?.throwIfAborted()
    const bytes = timeline.take(found)
    if (bytes !== null) {
      await sound?.(bytes, found.end)
      bytes.fill(0)
    }
    end = found.end
    sequence = found.record.sequence + 1
    lastAt = found.record.at
    stopped = found.record.type === 'stopped'
  }
  timeline.endConsent(null)
  const { frames, bytes, position, gaps, placedGaps, marks, sounds } = timeline
  return {
    end,
    sequence,
    position,
    frames,
    bytes,
    gaps: gaps.toSorted((a, b) => a.atMs - b.atMs),
    placedGaps,
    marks: marks.toSorted((a, b) => a.atMs - b.atMs),
    lastAt,
    stopped,
    sounds,
  }
}
