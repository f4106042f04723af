// One figure of a bench: ours and the peer's, measured in turn in one run.

export interface Figure {
  readonly name: string
  readonly ours: number
  readonly peer: number
  /** How many times faster than the peer. */
  readonly ratio: number
  readonly unit: string
}

export function figure(name: string, ours: number, peer: number, unit: string): Figure {
  const round = (value: number) => Number(value.toPrecision(4))
  return { name, ours: round(ours), peer: round(peer), ratio: round(peer / ours), unit }
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
