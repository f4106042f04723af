// What she has answered for a passage goes with its words when passages are split and joined.
import { effectiveAnswer, type EffectiveAnswer, type Question } from './effective-answer.ts'
import { canonical } from './canonical.ts'
import type { ConsentBody, LedgerEntry } from './ledger.ts'
import type { Lineage } from './writing.ts'

/** A split or a join; by `until` (ISO 8601 UTC) at the latest it had come about. */
export interface DatedLineage extends Lineage {
  readonly until: string
}

type Consent = LedgerEntry<ConsentBody>

export interface History {
  /** In the order in which it came about. */
  readonly lineage: readonly DatedLineage[]
  /** Ids of the passages that there are. */
  readonly living: ReadonlySet<string>
}

/** The entries, where what was said of a passage before it was split is said of both halves. */
export function throughSplits(entries: readonly Consent[], lineage: readonly DatedLineage[]): readonly Consent[] {
  const splits = lineage.filter(({ kind }) => kind === 'split')
  if (splits.length === 0) return entries
  return entries.map((entry) => {
    const { scope } = entry.body
    if (scope.kind === 'testimony') return entry
    const passages = new Set(scope.passages)
    for (const { passage, other, until } of splits) {
      // NOTE: at the very same moment (a clock that was set back) only what closes is said of both.
      const before = entry.body.answer === 'yes' ? entry.at < until : entry.at <= until
      if (passages.has(passage) && before) passages.add(other)
    }
    return passages.size === scope.passages.length
      ? entry
      : { ...entry, body: { ...entry.body, scope: { ...scope, passages: [...passages] } } }
  })
}

/** For each passage those whose words were joined into it, or into what it was split from, with when. */
function joinedInto(lineage: readonly DatedLineage[]): Map<string, Map<string, string>> {
  const joined = new Map<string, Map<string, string>>()
  for (const { kind, passage, other, until } of lineage) {
    const here = joined.get(passage) ?? new Map<string, string>()
    if (kind === 'split') joined.set(other, new Map(here))
    else joined.set(passage, new Map([...here, ...(joined.get(other) ?? []), [other, until]]))
  }
  return joined
}

/**
 * Gives the effective answer for a passage as it is now. Words that were joined into it keep what was said of them until
 * she answers for the whole: the more closed answer counts.
 *
 * @param entries as `throughSplits` gives them
 */
export function answersWithHistory(
  entries: readonly Consent[],
  timesUsed: ReadonlyMap<string, number>,
  { lineage, living }: History,
): (question: Question) => EffectiveAnswer {
  const joined = joinedInto(lineage)
  return (question) => {
    let found = effectiveAnswer(entries, timesUsed, question)
    for (const [other, until] of joined.get(question.passage) ?? []) {
      // One that is there again by itself is not in this one any more.
      if (living.has(other)) continue
      const settled = entries.some(
        ({ at, body: { use, scope } }) =>
          use === question.use && at > until && scope.kind !== 'testimony' && scope.passages.includes(question.passage),
      )
      if (!settled) found = moreClosed(found, effectiveAnswer(entries, timesUsed, { ...question, passage: other }))
    }
    return found
  }
}

function moreClosed(one: EffectiveAnswer, two: EffectiveAnswer): EffectiveAnswer {
  if (!one.open && !one.opensBySignOff) return one
  if (!two.open && !two.opensBySignOff) return two
  if (!one.open) return one
  if (!two.open) return two
  if (one.entry === two.entry || canonical(one.conditions) === canonical(two.conditions)) return one
  // Two yeses of different kinds are no answer for the whole.
  return { open: false, because: 'noEntry', entry: null, conditions: null, opensBySignOff: false }
}

/** The passage and every one that has words of it now. */
export function heirsOf(passage: string, { lineage, living }: History): string[] {
  const heirs = new Set([passage])
  for (const { kind, passage: one, other } of lineage) {
    if (kind === 'split' && heirs.has(one)) heirs.add(other)
    if (kind === 'join' && heirs.has(other)) heirs.add(one)
  }
  return [...heirs].filter((id) => id === passage || living.has(id))
}
