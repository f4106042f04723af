// Ties lie over whole passages and grow with them: when one is split both halves are tied, when two are joined the whole.
import type { Range, Tie } from './marks.ts'
import { nearestLeft } from './reanchor.ts'
import type { Passage, Transcript } from '../story.ts'
import type { Lineage } from '../writing/writing.ts'

/** A tie's range over the whole of a passage; one without words is a question until it has some. */
export function overWhole(range: Range, { id, text }: Passage): Range {
  return { ...range, passage: id, start: 0, end: text.length, quote: text, unresolved: text === '' }
}

/** Where the words of a passage that went are now, by the joins of this change; null where they went with it. */
function joinedInto(passage: string, lineage: readonly Lineage[], here: ReadonlyMap<string, Passage>): string | null {
  let at: string | undefined = passage
  const seen = new Set<string>()
  while (at !== undefined && !here.has(at) && !seen.has(at)) {
    seen.add(at)
    const gone: string = at
    at = lineage.findLast(({ kind, other }) => kind === 'join' && other === gone)?.passage
  }
  return at !== undefined && here.has(at) ? at : null
}

/** The ties as they lie after a change. What was tied and is gone leaves a question, on a passage that was near it. */
export function tiesAfter(
  ties: readonly Tie[],
  before: Transcript,
  after: Transcript,
  lineage: readonly Lineage[],
  sealed: ReadonlySet<string>,
  newId: () => string,
): Tie[] {
  const here = new Map(after.passages.map((passage) => [passage.id, passage]))
  const old = new Set(before.passages.map(({ id }) => id))
  return ties.map((tie) => {
    const ranges: Range[] = []
    const tied = new Set<string>()
    for (const range of tie.ranges) {
      const now = here.get(range.passage) ?? here.get(joinedInto(range.passage, lineage, here) ?? '')
      // NOTE: a question is over words that are gone; it is not over the passage on which it was left.
      const asks = range.unresolved && range.quote !== ''
      if (now === undefined || asks) {
        const near = here.has(range.passage) ? range.passage : nearestLeft(before.passages, here, sealed, range.passage)
        ranges.push({ ...range, passage: near ?? range.passage, start: 0, end: 0, unresolved: true })
      } else if (!tied.has(now.id)) {
        tied.add(now.id)
        ranges.push(overWhole(range, now))
      }
    }
    for (const { kind, passage, other } of lineage) {
      const half = here.get(other)
      if (kind !== 'split' || half === undefined || !tied.has(passage) || tied.has(other) || old.has(other)) continue
      tied.add(other)
      ranges.push(
        overWhole(
          { id: newId(), passage: other, start: 0, end: 0, quote: '', startMs: null, endMs: null, unresolved: false },
          half,
        ),
      )
    }
    return { ...tie, ranges }
  })
}
