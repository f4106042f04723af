// What she has answered for a passage goes with its words when passages are split and joined, and when a section grows.
import type { Section } from '../writing/beside.ts'
import { canonical } from '../canonical.ts'
import { effectiveAnswer, isAnswer, type AnswerEntry, type EffectiveAnswer, type Question } from './effective-answer.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Lineage } from '../writing/writing.ts'

/** A split or a join; by `until` (ISO 8601 UTC) at the latest it had come about. */
export interface DatedLineage extends Lineage {
  readonly until: string
}

export interface History {
  /** In the order in which it came about. */
  readonly lineage: readonly DatedLineage[]
  /** Ids of the passages that there are, in the order of the telling. */
  readonly living: ReadonlySet<string>
  /** Her headings as they are now. */
  readonly sections?: readonly Section[] | undefined
}

/** The entry, said of these passages as well; of the whole it is said of all in any case. */
function saidOf(entry: AnswerEntry, more: (passages: ReadonlySet<string>) => Iterable<string>): AnswerEntry {
  if (entry.body.kind !== 'consent' || entry.body.scope.kind === 'testimony') return entry
  const { scope } = entry.body
  const passages = new Set(scope.passages)
  for (const passage of more(passages)) passages.add(passage)
  return passages.size === scope.passages.length
    ? entry
    : { ...entry, body: { ...entry.body, scope: { ...scope, passages: [...passages] } } }
}

/** The entries, where what was said of a passage before it was split is said of both halves. */
export function throughSplits(
  entries: readonly AnswerEntry[],
  lineage: readonly DatedLineage[],
): readonly AnswerEntry[] {
  const splits = lineage.filter(({ kind }) => kind === 'split')
  if (splits.length === 0) return entries
  return entries.map((entry) =>
    saidOf(entry, function* (passages) {
      for (const { passage, other, until } of splits) {
        // NOTE: at the very same moment (a clock that was set back) only what closes is said of both.
        const opens = entry.body.kind === 'consent' && entry.body.answer === 'yes'
        const before = opens ? entry.at < until : entry.at <= until
        if (passages.has(passage) && before) yield other
      }
    }),
  )
}

/** The passages of each section by its id: from its heading to before the next one. */
export function passagesOfSections({
  living,
  sections = [],
}: Pick<History, 'living' | 'sections'>): Map<string, string[]> {
  const headed = Map.groupBy(sections, ({ passage }) => passage)
  const found = new Map<string, string[]>()
  let under: readonly Section[] = []
  for (const passage of living) {
    under = headed.get(passage) ?? under
    for (const { id } of under) found.set(id, [...(found.get(id) ?? []), passage])
  }
  return found
}

/** The entries, where what closes a section is said of every passage that belongs to it by now; a yes is not. */
export function throughSections(
  entries: readonly AnswerEntry[],
  history: Pick<History, 'living' | 'sections'>,
): readonly AnswerEntry[] {
  const belonging = passagesOfSections(history)
  if (belonging.size === 0) return entries
  return entries.map((entry) =>
    saidOf(entry, () => {
      if (entry.body.kind !== 'consent' || entry.body.answer === 'yes') return []
      return entry.body.scope.kind === 'section' ? (belonging.get(entry.body.scope.section) ?? []) : []
    }),
  )
}

/** What was answered, said of the passages that it is about by now. */
export function saidNow(ledger: readonly LedgerEntry[], history: History): readonly AnswerEntry[] {
  return throughSections(throughSplits(ledger.filter(isAnswer), history.lineage), history)
}

/** For each passage those whose words were joined into it, or into what it was split from, with when. */
export function joinedInto(lineage: readonly DatedLineage[]): Map<string, ReadonlyMap<string, string>> {
  const joined = new Map<string, ReadonlyMap<string, string>>()
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
  entries: readonly AnswerEntry[],
  timesUsed: ReadonlyMap<string, number>,
  history: History,
): (question: Question) => EffectiveAnswer {
  const { lineage, living } = history
  const joined = joinedInto(lineage)
  const said = throughSections(entries, history)
  return (question) => {
    const parts: EffectiveAnswer[] = []
    for (const [other, until] of joined.get(question.passage) ?? []) {
      // One that is there again by itself is not in this one any more.
      if (living.has(other)) continue
      // NOTE: only an answer that named this passage settles it, not one for a section that it came to later.
      const settled = entries.some(({ at, body }) => at > until && isNarrowlyAbout(body, question))
      if (!settled) parts.push(effectiveAnswer(said, timesUsed, { ...question, passage: other }))
    }
    return together(effectiveAnswer(said, timesUsed, question), parts)
  }
}

function isNarrowlyAbout(body: AnswerEntry['body'], { use, passage }: Question): boolean {
  if (body.kind !== 'consent' || body.use !== use || body.scope.kind === 'testimony') return false
  return body.scope.passages.includes(passage)
}

/**
 * Every answer of a testimony as it is now, from its whole ledger: the one way to ask.
 *
 * @param ledger every entry of the testimony that counts, of any kind, in its order
 * @param timesUsed how often each entry (by id) has been relied on in the register
 */
export function answersIn(
  ledger: readonly LedgerEntry[],
  timesUsed: ReadonlyMap<string, number>,
  history: History,
): (question: Question) => EffectiveAnswer {
  return answersWithHistory(throughSplits(ledger.filter(isAnswer), history.lineage), timesUsed, history)
}

/** One answer for words that were answered for separately: the most closed, whatever their order. */
function together(first: EffectiveAnswer, others: readonly EffectiveAnswer[]): EffectiveAnswer {
  const all = [first, ...others]
  const shut = all.find((answer) => !answer.open && !answer.opensBySignOff)
  if (shut !== undefined) return shut
  const yeses = all.filter((answer) => answer.open)
  // Yeses of different kinds are no answer for the whole.
  if (new Set(yeses.map(({ conditions }) => canonical(conditions))).size > 1)
    return { open: false, because: 'noEntry', entry: null, conditions: null, opensBySignOff: false }
  return all.find((answer) => !answer.open) ?? first
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
