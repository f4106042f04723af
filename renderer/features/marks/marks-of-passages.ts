// The marks of a story, sorted by passage, with a key that tells whether a passage has to be drawn again.
import type { Label, Marks, Range, Redaction } from '../../../shared/domain/marks.ts'
import type { MarkedRange } from './segments.ts'

export type Mark =
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'takenOut'; readonly redaction: Redaction }

export interface PassageMarks {
  readonly ranges: readonly MarkedRange<Mark>[]
  readonly key: string
}

/** Ranges that have to be resolved first (`unresolved`, or empty) are not drawn: the cards speak of them. */
export function marksOfPassages(marks: Marks): ReadonlyMap<string, PassageMarks> {
  const found = new Map<string, { ranges: MarkedRange<Mark>[]; key: string }>()
  const put = (range: Range, mark: Mark, look: string): void => {
    if (range.unresolved || range.start >= range.end) return
    const here = found.get(range.passage) ?? { ranges: [], key: '' }
    here.ranges.push({ start: range.start, end: range.end, layer: mark.kind, mark })
    here.key += `${range.start} ${range.end} ${look}\n`
    found.set(range.passage, here)
  }
  for (const label of marks.labels) {
    for (const range of label.ranges) put(range, { kind: 'label', label }, `${label.colour} ${label.words}`)
  }
  for (const redaction of marks.redactions) {
    for (const range of redaction.ranges) put(range, { kind: 'takenOut', redaction }, redaction.reach)
  }
  return found
}
