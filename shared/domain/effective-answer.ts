// What she has answered, in effect, for one passage, one use, one recipient, at one moment. Closed until opened.
import type { Conditions, ConsentBody, LedgerEntry } from './ledger.ts'
import { useOf, type UseName } from './uses.ts'

export const closedBecause = [
  'noEntry',
  'no',
  'notYet',
  'askEachTime',
  'withdrawn',
  'expired',
  'usedUp',
  'otherRecipient',
] as const
export type ClosedBecause = (typeof closedBecause)[number]

export type EffectiveAnswer =
  | { readonly open: true; readonly entry: string; readonly conditions: Conditions }
  | {
      readonly open: false
      readonly because: ClosedBecause
      /** The entry that closes it, null where there is none. */
      readonly entry: string | null
      /** Conditions of that entry, for an excerpt that her sign-off opens. */
      readonly conditions: Conditions | null
      /** True where her sign-off of one exact excerpt opens that excerpt. */
      readonly opensBySignOff: boolean
    }

export interface Question {
  readonly passage: string
  readonly use: UseName
  readonly recipient: string
  /** ISO 8601 UTC; the latest moment that the archive has ever seen, so that a clock set back reopens nothing. */
  readonly moment: string
}

type Consent = LedgerEntry<ConsentBody>

function covers(entry: Consent, passage: string): boolean {
  const { scope } = entry.body
  return scope.kind === 'testimony' || scope.passages.includes(passage)
}

const closed = (because: ClosedBecause, entry: Consent | null): EffectiveAnswer => ({
  open: false,
  because,
  entry: entry?.id ?? null,
  conditions: entry?.body.conditions ?? null,
  opensBySignOff: because === 'notYet' || because === 'askEachTime',
})

/** Whether an answer for a passage still counts after a withdrawal of the whole: one that closes does, an old yes does not. */
function outlasts(narrow: Consent, whole: Consent | null): boolean {
  const { answer } = narrow.body
  if (answer === 'no' || answer === 'withdrawn') return true
  return answer !== 'yes' && whole?.body.answer === 'yes'
}

/**
 * The effective answer of DOMAIN.md.
 *
 * @param entries the testimony's consent entries, in the order of the ledger
 * @param timesUsed how often each entry (by id) has been relied on in the register
 *
 * NOTE: a withdrawal of the whole closes every older yes that it covers, narrower ones too: what she takes back must not
 * stay open because of a passage that she once allowed by itself. What she closed for a passage stays closed, whatever
 * she says of the whole afterwards.
 */
export function effectiveAnswer(
  entries: readonly Consent[],
  timesUsed: ReadonlyMap<string, number>,
  question: Question,
): EffectiveAnswer {
  let whole: Consent | null = null
  let narrow: Consent | null = null
  let narrowIsOlderThanWithdrawal = false
  for (const entry of entries) {
    if (entry.body.use !== question.use || !covers(entry, question.passage)) continue
    if (entry.body.scope.kind !== 'testimony') {
      narrow = entry
      narrowIsOlderThanWithdrawal = false
    } else {
      whole = entry
      if (entry.body.answer === 'withdrawn') narrowIsOlderThanWithdrawal = true
    }
  }
  const deciding = narrow !== null && (!narrowIsOlderThanWithdrawal || outlasts(narrow, whole)) ? narrow : whole
  if (deciding === null) return closed('noEntry', null)
  const { answer, conditions } = deciding.body
  if (answer !== 'yes' && answer !== 'askEachTime' && answer !== 'notYet') return closed(answer, deciding)
  const named = conditions.recipients.length > 0 || useOf(question.use).namedRecipientOnly
  if (named && !conditions.recipients.includes(question.recipient)) return closed('otherRecipient', deciding)
  if (answer === 'notYet') return closed(answer, deciding)
  if (conditions.until !== null && question.moment > conditions.until) return closed('expired', deciding)
  if (conditions.times !== null && (timesUsed.get(deciding.id) ?? 0) >= conditions.times) {
    return closed('usedUp', deciding)
  }
  if (answer !== 'yes') return closed(answer, deciding)
  return { open: true, entry: deciding.id, conditions }
}
