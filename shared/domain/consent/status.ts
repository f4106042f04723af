// Answers in the status words of the W3C Data Privacy Vocabulary, version 2.2, module "consent status".
import type { ClosedBecause } from './effective-answer.ts'
import type { Answer } from './ledger.ts'

export const consentStatuses = [
  'ConsentGiven',
  'RenewedConsentGiven',
  'ConsentRefused',
  'ConsentWithdrawn',
  'ConsentExpired',
  'ConsentRequested',
  'ConsentRequestDeferred',
  'ConsentInvalidated',
  'ConsentUnknown',
] as const
export type ConsentStatus = (typeof consentStatuses)[number]

const said: Readonly<Record<Answer, ConsentStatus>> = {
  yes: 'ConsentGiven',
  no: 'ConsentRefused',
  notYet: 'ConsentRequestDeferred',
  askEachTime: 'ConsentRequested',
  withdrawn: 'ConsentWithdrawn',
}

const closed: Readonly<Record<ClosedBecause, ConsentStatus>> = {
  noEntry: 'ConsentUnknown',
  no: 'ConsentRefused',
  notYet: 'ConsentRequestDeferred',
  askEachTime: 'ConsentRequested',
  withdrawn: 'ConsentWithdrawn',
  expired: 'ConsentExpired',
  usedUp: 'ConsentExpired',
  eventCame: 'ConsentExpired',
  // A yes that is for nobody whom she has named yet.
  otherRecipient: 'ConsentRequested',
}

/** What one entry said when it was made. A yes whose signature does not hold is none. */
export function statusSaid(answer: Answer, renews: boolean, isBroken: boolean): ConsentStatus {
  if (answer !== 'yes') return said[answer]
  if (isBroken) return 'ConsentInvalidated'
  return renews ? 'RenewedConsentGiven' : 'ConsentGiven'
}

/** What is so now; `because` null where it is open. */
export function statusNow(because: ClosedBecause | null, renews: boolean): ConsentStatus {
  if (because !== null) return closed[because]
  return renews ? 'RenewedConsentGiven' : 'ConsentGiven'
}
