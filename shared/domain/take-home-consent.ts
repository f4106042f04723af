// Decisions made in her copy, put after those made at home meanwhile. A no always takes effect; a yes from the copy opens
// nothing that was closed at home since the copy was taken: no clock says for certain which of the two came last.
import { effectiveAnswer } from './effective-answer.ts'
import type { ConsentBody, LedgerEntry } from './ledger.ts'
import type { UseName } from './uses.ts'

type Consent = LedgerEntry<ConsentBody>

const closing: readonly string[] = ['no', 'withdrawn', 'notYet', 'askEachTime']

/**
 * The entries, of those made at home since the taking, that must be said again after what the copy brings, so that what
 * they close stays closed.
 *
 * @param here consent entries of one testimony, in the order of the ledger
 * @param since whether an entry was made at home since the copy was taken
 * @param brought those that the copy brings, in their order
 * @param passages the testimony's passages
 */
export function toSayAgain(
  here: readonly Consent[],
  since: (entry: Consent) => boolean,
  brought: readonly Consent[],
  passages: readonly string[],
  moment: string,
): Consent[] {
  const again = new Map<string, Consent>()
  const uses = new Set<UseName>(brought.filter(({ body }) => body.answer === 'yes').map(({ body }) => body.use))
  for (const use of uses) {
    for (const passage of ['', ...passages]) {
      // Whoever a yes names may be meant; the widest question is asked with each of them.
      const recipients = new Set(['', ...brought.flatMap(({ body }) => body.conditions.recipients)])
      for (const recipient of recipients) {
        const question = { passage, use, recipient, moment }
        const before = effectiveAnswer(here, new Map(), question)
        if (before.open || before.entry === null || !closing.includes(before.because)) continue
        const entry = here.find(({ id }) => id === before.entry)
        if (entry === undefined || !since(entry)) continue
        if (effectiveAnswer([...here, ...brought], new Map(), question).open) again.set(entry.id, entry)
      }
    }
  }
  return here.filter(({ id }) => again.has(id))
}
