// Decisions made in her copy, put after those made at home meanwhile. A no always takes effect; a yes from the copy opens
// nothing that was closed at home since the copy was taken, and nothing wider than a yes said there since: no clock says
// for certain which of the two came last.
import { canonical } from '../canonical.ts'
import { effectiveAnswer, isConsent, type AnswerEntry } from '../consent/effective-answer.ts'
import type { ConsentBody, LedgerEntry } from '../consent/ledger.ts'
import { narrowest } from '../consent/narrowest.ts'
import { useOf, type UseName } from '../consent/uses.ts'

type Consent = LedgerEntry<ConsentBody>

/** What is left of an answer: fewer times where some are used; where nothing is left she is asked each time. */
function left({ id, body }: Consent, timesUsed: ReadonlyMap<string, number>, come: ReadonlySet<string>): ConsentBody {
  const { times } = body.conditions
  const rest = times === null ? null : times - (timesUsed.get(id) ?? 0)
  if (body.answer === 'yes' && (come.has(id) || (rest !== null && rest <= 0)))
    return { ...body, answer: 'askEachTime', conditions: { ...body.conditions, times: null } }
  return rest === null || rest <= 0 ? body : { ...body, conditions: { ...body.conditions, times: rest } }
}

/** What of the one made at home must stand after the one that was brought; null where that says no more than it. */
function after(here: ConsentBody, { body: brought }: Consent): ConsentBody | null {
  if (brought.answer !== 'yes') return null
  if (here.answer !== 'yes') return here
  const conditions = narrowest(here.conditions, brought.conditions, useOf(here.use).namedRecipientOnly)
  // Where they name nobody in common, nothing is open but what she signs off.
  if (conditions === null) return { ...here, answer: 'askEachTime' }
  return canonical(conditions) === canonical(brought.conditions) ? null : { ...here, conditions }
}

/**
 * The entries, of those made at home since the taking, that must be said again after what the copy brings, so that what
 * they close stays closed: for the whole, or for the passages that need it, and with the conditions of both.
 *
 * @param here the answers of one testimony, in the order of the ledger
 * @param since whether an entry was made at home since the copy was taken
 * @param brought those that the copy brings, in their order
 * @param passages the testimony's passages
 * @param timesUsed how often each entry (by id) has been relied on in the register
 */
export function toSayAgain(
  here: readonly AnswerEntry[],
  since: (entry: AnswerEntry) => boolean,
  brought: readonly AnswerEntry[],
  passages: readonly string[],
  moment: string,
  timesUsed: ReadonlyMap<string, number>,
): Consent[] {
  const come = new Set([...here, ...brought].flatMap(({ body }) => (body.kind === 'eventCame' ? [body.entry] : [])))
  const cameSince = new Set(here.filter(since).flatMap(({ body }) => (body.kind === 'eventCame' ? [body.entry] : [])))
  const opening = brought.filter(isConsent).filter(({ body }) => body.answer === 'yes')
  const asked = new Set<UseName>(opening.map(({ body }) => body.use))
  const again: Consent[] = []
  for (const use of asked) {
    // The last that was said of a passage ('' for the whole) decides, whoever asks.
    const deciding = (entries: readonly AnswerEntry[], passage: string): Consent | undefined => {
      const { entry } = effectiveAnswer(entries, timesUsed, { passage, use, recipient: '', moment })
      return entries.filter(isConsent).findLast(({ id }) => id === entry)
    }
    const needed = (passage: string): Consent | null => {
      const was = deciding(here, passage)
      if (was === undefined || !(since(was) || cameSince.has(was.id))) return null
      const is = deciding([...here, ...brought, ...again], passage)
      const body = is !== undefined && brought.includes(is) ? after(left(was, timesUsed, come), is) : null
      return body === null ? null : { ...was, body }
    }
    const whole = needed('')
    if (whole !== null) again.push(whole)
    const narrow = Map.groupBy(
      passages.flatMap((passage) => {
        const entry = needed(passage)
        return entry === null ? [] : [{ passage, entry }]
      }),
      ({ entry }) => canonical({ id: entry.id, answer: entry.body.answer, conditions: { ...entry.body.conditions } }),
    )
    for (const group of narrow.values()) {
      const [first] = group
      if (first === undefined) continue
      const scope = { kind: 'passages', passages: group.map(({ passage }) => passage) } as const
      again.push({ ...first.entry, body: { ...first.entry.body, scope } })
    }
  }
  return again
}
