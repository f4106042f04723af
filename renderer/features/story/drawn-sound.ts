// What is drawn over a waveform, in milliseconds of its recording.
import type { gapKinds } from '../../../shared/contract/recording.ts'

export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

/** Where sound is missing because recording stopped for a while. */
export interface Missing {
  readonly atMs: number
  readonly kind: (typeof gapKinds)[number]
  /** Null where nobody knows. */
  readonly lastedMs: number | null
}

export interface DrawnRanges {
  readonly passages: readonly Stretch[]
  /** `colour` is 1 to 8. */
  readonly labels: readonly (Stretch & { readonly colour: number })[]
  /** Silent for somebody: for those that are looked as, else for anyone. */
  readonly takenOut: readonly Stretch[]
  readonly gaps: readonly Missing[]
}

export const isIn = (stretches: readonly Stretch[], ms: number): boolean =>
  stretches.some(({ startMs, endMs }) => startMs <= ms && ms < endMs)
