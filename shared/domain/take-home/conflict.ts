// Something that both sides changed, as it is shown to whoever settles it.
import { canonical } from '../canonical.ts'
import type { Label, Redaction, Tie } from '../marks/marks.ts'
import type { Parts } from './parts.ts'
import type { HerState } from './state.ts'

export const conflictKinds = [
  'words',
  'order',
  'title',
  'label',
  'redaction',
  'tie',
  'section',
  'name',
  'wordsAbout',
] as const

/** `here` and `hers` are words; for labels, redactions and ties they are JSON of the mark; empty where it is not there. */
export interface Conflict {
  readonly id: string
  readonly kind: (typeof conflictKinds)[number]
  readonly passage: string | null
  readonly here: string
  readonly hers: string
}

/** A mark without its places, with the words that it lies on, as JSON. */
export function shownMark({ ranges, ...mark }: Label | Redaction | Tie): string {
  return canonical({ ...mark, quotes: ranges.map(({ quote }) => quote) })
}

const shownLetters = 60

/** How each turn begins, a line for each: enough to tell one order from another. */
export function beginnings({ order, passages }: HerState, parts: Parts, common: ReadonlySet<string>): string {
  const words = new Map(passages.map((passage) => [passage.id, passage]))
  return order
    .flatMap((turn) => {
      const first = turn.passages.find((passage) => common.has(parts.of(passage)))
      return first === undefined ? [] : [(words.get(first)?.text ?? '').slice(0, shownLetters).toWellFormed()]
    })
    .join('\n')
    .slice(0, 20_000)
}
