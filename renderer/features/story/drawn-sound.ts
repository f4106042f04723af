// What is drawn over a waveform, in milliseconds of its recording.

export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

export interface DrawnRanges {
  readonly passages: readonly Stretch[]
  /** `colour` is 1 to 8. */
  readonly labels: readonly (Stretch & { readonly colour: number })[]
  /** Silent for somebody: for those that are looked as, else for anyone. */
  readonly takenOut: readonly Stretch[]
  /** Where sound is missing because recording stopped for a while. */
  readonly gaps: readonly number[]
}

export const isIn = (stretches: readonly Stretch[], ms: number): boolean =>
  stretches.some(({ startMs, endMs }) => startMs <= ms && ms < endMs)
