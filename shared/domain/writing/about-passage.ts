// Which passages something that she said aloud is about: the one that it was said of, and those that this became.
import type { Lineage } from './writing.ts'

export interface SaidAbout {
  readonly passage: string
  /** ISO 8601 UTC. */
  readonly at: string
}

export interface PassagesNow {
  /** Every split and join of the story; by `until` (ISO 8601 UTC) at the latest it had come about. */
  readonly lineage: readonly (Pick<Lineage, 'kind' | 'passage' | 'other'> & { readonly until?: string | undefined })[]
  readonly isLiving: (passage: string) => boolean
}

/** The passage, and all that it was once one with. */
function kinOf(passage: string, lineage: PassagesNow['lineage']): ReadonlySet<string> {
  const kin = new Set([passage])
  for (let before = 0; before < kin.size;) {
    before = kin.size
    for (const { passage: one, other } of lineage)
      if (kin.has(one) || kin.has(other)) {
        kin.add(one)
        kin.add(other)
      }
  }
  return kin
}

/**
 * Whether it may speak of the words that stand in `passage`: it was said of it, of one that was joined into it, or of one from
 * which it was split, before that. Where nobody knows when it was split, that is taken to have been later.
 */
export function isAbout(said: SaidAbout, passage: string, { lineage, isLiving }: PassagesNow): boolean {
  if (said.passage === passage) return true
  const kin = kinOf(passage, lineage)
  if (!kin.has(said.passage)) return false
  if (!isLiving(said.passage)) return true
  return lineage.some(
    ({ kind, passage: one, until = '' }) => kind === 'split' && kin.has(one) && (until === '' || said.at <= until),
  )
}
