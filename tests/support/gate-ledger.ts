// What the gate is asked about by its tests: a ledger of one testimony, `t`, and of one excerpt of it, `x`.
import { coolingOffMs } from '../../shared/domain/gate/gate.ts'
import type {
  Conditions,
  ConsentBody,
  LedgerBody,
  LedgerEntry,
  SignOffBody,
} from '../../shared/domain/consent/ledger.ts'

export const reviewedAt = '2026-01-01T00:00:00.000Z'
/** Her seven days are over. */
export const afterCooling = new Date(Date.parse(reviewedAt) + coolingOffMs).toISOString()
export const contentHash = 'a'.repeat(64)
export const plain: Conditions = {
  recipients: [],
  nameAs: null,
  voice: 'own',
  until: null,
  times: null,
  noCutting: false,
}

/** Entries `e1`, `e2` and so on, all of the moment of her review. */
export function ledger(...bodies: readonly LedgerBody[]): LedgerEntry[] {
  return bodies.map((body, place) => ({
    sequence: place + 1,
    id: `e${place + 1}`,
    narrator: 'n',
    certainty: 'attested',
    by: 'Ana',
    evidence: { kind: 'inPerson', note: '' },
    at: reviewedAt,
    body,
    previous: '',
    hash: '',
  }))
}

/** A yes to the reading room for the whole testimony, unless something else is given. */
export function said(over: Partial<ConsentBody> = {}): ConsentBody {
  return {
    kind: 'consent',
    testimony: 't',
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'yes',
    conditions: plain,
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
