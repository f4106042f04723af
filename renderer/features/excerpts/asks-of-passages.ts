// What she asks of passages by ties, in words, for whoever chooses among them.
import type { Tie } from '../../../shared/domain/marks/marks.ts'
import { tiedPassages } from '../../../shared/domain/marks/tied-passages.ts'
import type { Say } from '../../words/say.tsx'

/** By passage; each thing she asks once. */
export function asksOfPassages(say: Say, ties: readonly Tie[]): ReadonlyMap<string, readonly string[]> {
  const asks = new Map<string, string[]>()
  for (const tie of ties) {
    const { kind, reason } = tie
    const asked = say(`excerpts.asks.${kind}`)
    const words = reason.trim() === '' ? asked : `${asked} ${say('excerpts.reason.why', { why: reason })}`
    for (const passage of tiedPassages(tie)) {
      const of = asks.get(passage) ?? []
      if (!of.includes(words)) asks.set(passage, [...of, words])
    }
  }
  return asks
}
