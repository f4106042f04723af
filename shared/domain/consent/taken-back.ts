// What can be taken back at all: what she once said yes to. Her no stays a no, and what she was not asked stays unasked.
import type { EffectiveAnswer } from './effective-answer.ts'
import type { ConsentBody, LedgerEntry, Scope } from './ledger.ts'

export interface SaidYes {
  /** As much of what was asked about as she said yes to. */
  readonly scope: Scope
  /** The answer that is taken back, the latest where there are several. */
  readonly entry: LedgerEntry<ConsentBody>
}

/**
 * How much of a scope she said yes to, or asked to be asked about each time, for one use; null where none of it. A yes
 * whose end has come is one still; "not yet" is one where something of it left on her sign-off.
 *
 * @param consents every answer for that use that counts, in the order of the ledger
 * @param answerOf for a passage, or the empty id for the whole
 * @param living ids of all the passages there are now
 * @param isUsed whether she signed something off for that use, or something was given out
 */
export function saidYesTo(
  scope: Scope,
  consents: readonly LedgerEntry<ConsentBody>[],
  answerOf: (passage: string) => EffectiveAnswer,
  living: Iterable<string>,
  isUsed: boolean,
): SaidYes | null {
  const places = new Map(consents.map((entry, at) => [entry.id, at]))
  /** Its place among the answers; -1 where there is nothing to take back. */
  const yesTo = (passage: string): number => {
    const answer = answerOf(passage)
    if (!answer.open && (answer.because === 'no' || answer.because === 'withdrawn')) return -1
    const at = places.get(answer.entry ?? '') ?? -1
    const said = consents[at]?.body.answer
    if (said === 'yes' || said === 'askEachTime') return at
    // NOTE: words of several answers that were joined have none of their own.
    return isUsed ? (at === -1 ? consents.length - 1 : at) : -1
  }
  const found = (kept: Scope, at: number): SaidYes | null => {
    const entry = consents[at]
    return entry === undefined ? null : { scope: kept, entry }
  }
  if (scope.kind === 'testimony') {
    const whole = yesTo('')
    if (whole !== -1) return found(scope, whole)
  }
  const asked = scope.kind === 'testimony' ? [...living] : scope.passages
  const yeses = asked.map((passage) => [passage, yesTo(passage)] as const).filter(([, at]) => at !== -1)
  const passages = yeses.map(([passage]) => passage)
  const isAll = scope.kind !== 'testimony' && passages.length === asked.length
  return found(isAll ? scope : { kind: 'passages', passages }, Math.max(-1, ...yeses.map(([, at]) => at)))
}
