// What she asked to travel together is chosen and left together, in the order in which it was told.
import type { Marks, Tie } from '../marks/marks.ts'
import { tiedPassages } from '../marks/tied-passages.ts'

/** Ties because of which something more came or went, with the ids of what did, in the order of the telling. */
export interface Along {
  readonly tie: Tie
  readonly passages: readonly string[]
}

export interface Choice {
  /** Ids of passages in the order of the telling. */
  readonly chosen: readonly string[]
  readonly along: readonly Along[]
}

/**
 * What is chosen once these passages are chosen, or left. What is tied to them comes or goes along, and what is tied to
 * that. What is sealed does not come: only she can bring it.
 *
 * @param order ids of all passages in the order of the telling
 */
export function withTies(
  order: readonly string[],
  { ties, seals }: Pick<Marks, 'ties' | 'seals'>,
  before: readonly string[],
  moved: readonly string[],
  way: 'choose' | 'leave',
): Choice {
  const here = new Set(order)
  const sealed = new Set(seals.map(({ passage }) => passage))
  const chosen = new Set(before)
  const changes = (id: string) => here.has(id) && (way === 'choose' ? !chosen.has(id) : chosen.has(id))
  const change = (id: string) => (way === 'choose' ? chosen.add(id) : chosen.delete(id))
  const reached = moved.filter((id) => here.has(id))
  for (const id of reached) change(id)
  const together = ties.filter(({ kind }) => kind === 'together').map((tie) => ({ tie, tied: tiedPassages(tie) }))
  const went = new Map<Tie, Set<string>>()
  for (let at = 0; at < reached.length; at += 1) {
    for (const { tie, tied } of together) {
      if (!tied.has(reached[at] ?? '')) continue
      for (const id of tied) {
        if (!changes(id) || (way === 'choose' && sealed.has(id))) continue
        change(id)
        reached.push(id)
        went.set(tie, (went.get(tie) ?? new Set()).add(id))
      }
    }
  }
  return {
    chosen: order.filter((id) => chosen.has(id)),
    along: [...went].map(([tie, ids]) => ({ tie, passages: order.filter((id) => ids.has(id)) })),
  }
}
