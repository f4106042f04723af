// What she has answered, in effect, for one passage, one use, one recipient, at one moment. Closed until opened.
import type { Conditions, ConsentBody, EventBody, LedgerEntry, Scope } from './ledger.ts'
import { useOf, type UseName } from './uses.ts'

export const closedBecause = [
  'noEntry',
  'no',
  'notYet',
  'askEachTime',
  'withdrawn',
  'expired',
  'usedUp',
  'eventCame',
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

/** What an answer is worked out from: what she answered, and word that an event has come. */
export type AnswerEntry = LedgerEntry<ConsentBody | EventBody>

export function isConsent(entry: LedgerEntry): entry is Consent {
  return entry.body.kind === 'consent'
}

export function isAnswer(entry: LedgerEntry): entry is AnswerEntry {
  return entry.body.kind === 'consent' || entry.body.kind === 'eventCame'
}

/** From the widest to the narrowest. */
const scopes: readonly Scope['kind'][] = ['testimony', 'section', 'passages']

function covers({ scope }: ConsentBody, passage: string): boolean {
  return scope.kind === 'testimony' || scope.passages.includes(passage)
}

const closed = (because: ClosedBecause, entry: Consent | null): EffectiveAnswer => ({
  open: false,
  because,
  entry: entry?.id ?? null,
  conditions: entry?.body.conditions ?? null,
  opensBySignOff: because === 'notYet' || because === 'askEachTime',
})

/** What one entry says by itself. */
function saidBy(
  entry: Consent,
  timesUsed: ReadonlyMap<string, number>,
  come: ReadonlySet<string>,
  { use, recipient, moment }: Question,
): EffectiveAnswer {
  const { answer, conditions } = entry.body
  if (answer === 'no' || answer === 'withdrawn') return closed(answer, entry)
  const named = conditions.recipients.length > 0 || useOf(use).namedRecipientOnly
  if (named && !conditions.recipients.includes(recipient)) return closed('otherRecipient', entry)
  if (answer === 'notYet') return closed(answer, entry)
  // NOTE: compared as moments, not as text: 12:00:00Z and 12:00:00.000Z are the same one.
  if (conditions.until !== null && !(Date.parse(moment) <= Date.parse(conditions.until)))
    return closed('expired', entry)
  if (conditions.times !== null && (timesUsed.get(entry.id) ?? 0) >= conditions.times) return closed('usedUp', entry)
  if (come.has(entry.id)) return closed('eventCame', entry)
  return answer === 'yes' ? { open: true, entry: entry.id, conditions } : closed(answer, entry)
}

/** What is left of a narrower answer once something wider was taken back after it: it still closes, and opens nothing. */
function afterTakingBack(wider: EffectiveAnswer, narrow: EffectiveAnswer): EffectiveAnswer {
  if (narrow.open) return wider
  if (narrow.because === 'no' || narrow.because === 'withdrawn') return narrow
  return wider.open || wider.opensBySignOff ? narrow : wider
}

/**
 * The effective answer of DOMAIN.md: the narrowest scope that has an entry decides (passages before a section before the
 * whole), within one scope the latest; expired, used up or its event come is closed until she is asked again.
 *
 * @param entries of one testimony, in the order of the ledger
 * @param timesUsed how often each entry (by id) has been relied on in the register
 *
 * NOTE: a withdrawal closes every older yes within it, narrower ones too: what she takes back must not stay open because
 * of a passage that she once allowed by itself. What she closed narrowly stays closed, whatever she says more widely
 * afterwards.
 */
export function effectiveAnswer(
  entries: readonly AnswerEntry[],
  timesUsed: ReadonlyMap<string, number>,
  question: Question,
): EffectiveAnswer {
  const come = new Set<string>()
  const latest = new Map<Scope['kind'], { readonly at: number; readonly entry: Consent }>()
  const takenBack = new Map<Scope['kind'], number>()
  for (const [at, entry] of entries.entries()) {
    if (entry.body.kind === 'eventCame') come.add(entry.body.entry)
    if (!isConsent(entry) || entry.body.use !== question.use || !covers(entry.body, question.passage)) continue
    latest.set(entry.body.scope.kind, { at, entry })
    if (entry.body.answer === 'withdrawn') takenBack.set(entry.body.scope.kind, at)
  }
  let answer: EffectiveAnswer | null = null
  let lastTakenBack = -1
  for (const scope of scopes) {
    const here = latest.get(scope)
    if (here !== undefined) {
      const said = saidBy(here.entry, timesUsed, come, question)
      answer = answer !== null && here.at < lastTakenBack ? afterTakingBack(answer, said) : said
    }
    lastTakenBack = Math.max(lastTakenBack, takenBack.get(scope) ?? -1)
  }
  return answer ?? closed('noEntry', null)
}
