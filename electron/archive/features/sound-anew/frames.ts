// Frames of a recording as ranges, `end` not included: what is left of one, and what two of them share.
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'

export interface Frames {
  readonly start: number
  readonly end: number
}

/** Whole frames, as a silence takes them: none that is heard in the stretch is left outside. */
export function framesOf({ startMs, endMs }: Stretch, rate: number, count: number): Frames {
  const end = Math.min(count, Math.ceil((endMs * rate) / 1000))
  return { start: Math.min(end, Math.floor((startMs * rate) / 1000)), end }
}

/** What is left of it without the others, in order. */
export function without(one: Frames, others: readonly Frames[]): Frames[] {
  let left = one.end > one.start ? [one] : []
  for (const other of others)
    left = left.flatMap(({ start, end }) =>
      [
        { start, end: Math.min(end, other.start) },
        { start: Math.max(start, other.end), end },
      ].filter((part) => part.end > part.start),
    )
  return left
}

/** Null where they share nothing. */
export function shared(one: Frames, other: Frames): Frames | null {
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)]
  return end > start ? { start, end } : null
}
