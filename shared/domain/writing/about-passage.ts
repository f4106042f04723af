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
 * The passages of whose words it may speak: the one that it was said of; that into which this was joined; and whatever was split
 * from it after it was said. Where nobody knows when it was split, that is taken to have been later.
 */
export function passagesSpokenOf(said: SaidAbout, { lineage, isLiving }: PassagesNow): ReadonlySet<string> {
  const kin = kinOf(said.passage, lineage)
  if (kin.size === 1 || !isLiving(said.passage)) return kin
  const isSplitSince = lineage.some(
    ({ kind, passage, until = '' }) => kind === 'split' && kin.has(passage) && (until === '' || said.at <= until),
  )
  return isSplitSince ? kin : new Set([said.passage])
}
