// How loud sound comes in, in words. The boundaries are those of speech in full scale: under -46 dB it is hard to hear,
// from -1 dB at its peaks there is no room left, and what stands at the end of the scale is broken.
import type { levels } from '../../../shared/contract/recording.ts'

export type Level = (typeof levels)[number]

/** What is kept of some samples to say how loud they are. */
export interface Loudness {
  readonly peak: number
  readonly squares: number
  readonly samples: number
  /** Samples at the end of the scale. */
  readonly ended: number
}

export const noSound: Loudness = { peak: 0, squares: 0, samples: 0, ended: 0 }

/** Half a step of 16 bits: below it every sample is written as nothing. */
const nothing = 0.5 / 32_768
const endOfScale = 32_766.5 / 32_768
/** One sample at the end may be chance. */
const fewestEnded = 3
const quietDb = -46
const loudPeak = 0.89

/** Of one block, each channel with its samples from -1 to 1. */
export function loudnessOf(channels: readonly Float32Array[]): Loudness {
  let [peak, squares, samples, ended] = [0, 0, 0, 0]
  for (const channel of channels) {
    for (const sample of channel) {
      const size = Math.abs(sample)
      if (size > peak) peak = size
      if (size >= endOfScale) ended += 1
      squares += sample * sample
    }
    samples += channel.length
  }
  return { peak, squares, samples, ended }
}

export function together(one: Loudness, other: Loudness): Loudness {
  return {
    peak: Math.max(one.peak, other.peak),
    squares: one.squares + other.squares,
    samples: one.samples + other.samples,
    ended: one.ended + other.ended,
  }
}

/** Root mean square in decibels below full scale; -120 for nothing. */
export function decibels({ squares, samples }: Loudness): number {
  return samples === 0 ? -120 : Math.max(-120, 10 * Math.log10(Math.max(1e-12, squares / samples)))
}

export function levelOf(loudness: Loudness): Level {
  if (loudness.peak < nothing) return 'none'
  if (loudness.ended >= fewestEnded) return 'clipped'
  if (loudness.peak >= loudPeak) return 'loud'
  return decibels(loudness) < quietDb ? 'quiet' : 'good'
}
