// Writing in a story: a change from one kept state to the next, and what it must leave whole.
import type { Range } from '../marks/marks.ts'
import type { Passage, Transcript } from '../story.ts'

/** A turn with its passages in order. */
export interface TurnOrder {
  readonly id: string
  readonly speaker: string
  readonly passages: readonly string[]
}

/**
 * Where a passage came from or went. `split`: `other` is what stood after UTF-16 offset `at` of `passage`; `join`:
 * `other` is in `passage` now, from `at` on.
 */
export interface Lineage {
  readonly kind: 'split' | 'join'
  readonly passage: string
  readonly other: string
  readonly at: number
}

export type RangedMark = 'label' | 'redaction' | 'tie'

/** All ranges of one mark, as they lie after the change. */
export interface MovedMark {
  readonly kind: RangedMark
  readonly mark: string
  readonly ranges: readonly Range[]
}

export interface Change {
  /** The whole new order; null where turns, speakers and the order of passages stay as they were. */
  readonly turns: readonly TurnOrder[] | null
  /** New and changed passages. */
  readonly passages: readonly Passage[]
  readonly marks: readonly MovedMark[]
  readonly lineage: readonly Lineage[]
}

export const noChange: Change = { turns: null, passages: [], marks: [], lineage: [] }

export type BrokenChange =
  | 'speakerUnknown'
  | 'passageUnknown'
  | 'passageTwice'
  | 'passageWithoutTurn'
  | 'turnEmpty'
  | 'turnTwice'
  | 'timesBackwards'
  | 'wordTimeOutside'

/** The transcript after `change`, or why there can be none. */
export function changed(
  before: Transcript,
  change: Change,
): { readonly transcript: Transcript } | { readonly broken: BrokenChange } {
  const speakers = new Set(before.speakers.map(({ id }) => id))
  const passages = new Map([...before.passages, ...change.passages].map((passage) => [passage.id, passage]))
  const order = change.turns ?? orderOf(before)
  const seen = new Set<string>()
  const turns = new Set<string>()
  const after: Passage[] = []
  for (const turn of order) {
    if (!speakers.has(turn.speaker)) return { broken: 'speakerUnknown' }
    if (turns.has(turn.id)) return { broken: 'turnTwice' }
    if (turn.passages.length === 0) return { broken: 'turnEmpty' }
    turns.add(turn.id)
    for (const id of turn.passages) {
      const passage = passages.get(id)
      if (passage === undefined) return { broken: 'passageUnknown' }
      if (seen.has(id)) return { broken: 'passageTwice' }
      seen.add(id)
      after.push(passage.turn === turn.id ? passage : { ...passage, turn: turn.id })
    }
  }
  for (const { id } of change.passages) if (!seen.has(id)) return { broken: 'passageWithoutTurn' }
  for (const { text, startMs, endMs, wordTimes } of change.passages) {
    if (endMs !== null && (startMs === null || endMs < startMs)) return { broken: 'timesBackwards' }
    if (wordTimes.some(({ start, end }) => start < 0 || end <= start || end > text.length))
      return { broken: 'wordTimeOutside' }
  }
  return {
    transcript: {
      speakers: before.speakers,
      turns: order.map(({ id, speaker }) => ({ id, speaker })),
      passages: after,
    },
  }
}

/** Turns with their passages, as a transcript has them. */
export function orderOf({ turns, passages }: Pick<Transcript, 'turns' | 'passages'>): TurnOrder[] {
  const inTurn = new Map<string, string[]>(turns.map(({ id }) => [id, []]))
  for (const { id, turn } of passages) inTurn.get(turn)?.push(id)
  return turns.map(({ id, speaker }) => ({ id, speaker, passages: inTurn.get(id) ?? [] }))
}
