// Peaks as bars to be drawn: as many as there is room for, each the loudest of its stretch.

export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

/** 0 to 1 a bar; null where the bar lies on a stretch that is taken out and so has no shape to show. */
export function barsOf(
  peaks: Uint8Array,
  count: number,
  durationMs: number,
  takenOut: readonly Stretch[],
): readonly (number | null)[] {
  return Array.from({ length: count }, (_, bar) => {
    const [from, until] = [(bar / count) * durationMs, ((bar + 1) / count) * durationMs]
    if (takenOut.some(({ startMs, endMs }) => startMs < until && endMs > from)) return null
    const first = Math.floor((bar / count) * peaks.length)
    const last = Math.max(first + 1, Math.floor(((bar + 1) / count) * peaks.length))
    let loudest = 0
    for (let column = first; column < last; column += 1) loudest = Math.max(loudest, peaks[column] ?? 0)
    return loudest / 255
  })
}
