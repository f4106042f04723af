// What the gate is asked about by its tests: a ledger of one testimony, `t`, and of one excerpt of it, `x`.
import { coolingOffMs } from '../../shared/domain/gate/gate.ts'
import type { ConsentBody, LedgerBody, LedgerEntry, SignOffBody } from '../../shared/domain/consent/ledger.ts'
import { plainConditions } from './plain-conditions.ts'

export const reviewedAt = '2026-01-01T00:00:00.000Z'
/** Her seven days are over. */
export const afterCooling = new Date(Date.parse(reviewedAt) + coolingOffMs).toISOString()
export const contentHash = 'a'.repeat(64)

/** Attested at the moment of her review; its id is `e` and its number. */
export function entryOf<B extends LedgerBody>(sequence: number, body: B): LedgerEntry<B> {
  return {
    sequence,
    id: `e${sequence}`,
    narrator: 'n',
    certainty: 'attested',
    by: 'Ana',
    evidence: { kind: 'inPerson', note: '' },
    at: reviewedAt,
    body,
    previous: '',
    hash: '',
  }
}

/** Entries `e1`, `e2` and so on. */
export function ledger(...bodies: readonly LedgerBody[]): LedgerEntry[] {
  return bodies.map((body, place) => entryOf(place + 1, body))
}

/** A yes to the reading room for the whole testimony, unless something else is given. */
export function said(over: Partial<ConsentBody> = {}): ConsentBody {
  return {
    kind: 'consent',
    testimony: 't',
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'yes',
    conditions: plainConditions,
    cardLanguage: 'en',
    cardVersion: 1,
    ...over,
  }
}

export const reviewed: LedgerBody = { kind: 'reviewed', testimony: 't', revision: 1 }
export const signed: SignOffBody = {
  kind: 'signOff',
  testimony: 't',
  excerpt: 'x',
  use: 'readingRoom',
  recipient: 'r1',
  contentHash,
}
