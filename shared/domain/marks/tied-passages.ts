// Which passages a tie is about.
import type { Tie } from './marks.ts'

/** Ids of the passages that a tie lies over; a question about words that are gone is on none. */
export function tiedPassages({ ranges }: Pick<Tie, 'ranges'>): Set<string> {
  return new Set(ranges.filter(({ unresolved, quote }) => !unresolved || quote === '').map(({ passage }) => passage))
}
