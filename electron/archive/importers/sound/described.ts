// What the head of a sound file says of itself, made safe before anything is made of it.
import type { ImportedSound } from '../../../../shared/domain/imported.ts'

export type Described = Omit<ImportedSound, 'notices'> & {
  readonly isCut: boolean
  readonly hasPicture: boolean
}

const longestSeconds = 1_000 * 3_600

/** A length, a rate or a number of channels that cannot be is not told. */
export function described(
  format: ImportedSound['format'],
  codec: string,
  seconds: number,
  channels: number,
  sampleRate: number,
  isCut = false,
  hasPicture = false,
): Described {
  const isTold = Number.isFinite(seconds) && seconds > 0 && seconds < longestSeconds
  return {
    format,
    codec: /^[\w .-]{1,20}$/.test(codec) ? codec.trim() : format,
    durationMs: isTold ? Math.round(seconds * 1000) : 0,
    channels: Number.isInteger(channels) && channels > 0 && channels <= 64 ? channels : 0,
    sampleRate: Number.isFinite(sampleRate) && sampleRate > 0 && sampleRate < 1e8 ? Math.round(sampleRate) : 0,
    isCut,
    hasPicture,
  }
}
