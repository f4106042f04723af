// How an excerpt stands with her: what it waits for, or what she has said to it.
import type { GateAnswer } from '../gate/gate.ts'
import type { GateReason } from '../gate/reasons.ts'
import type { LedgerEntry } from '../consent/ledger.ts'

export type Standing =
  /** Others have something to do first. */
  | { readonly kind: 'beingMade' }
  /** Her own answer for this use does not let it go. */
  | { readonly kind: 'closed' }
  /** Nothing but her own answers is wanting: to what others say of her words (`labels`), to words about her. */
  | { readonly kind: 'toAnswer'; readonly labels: readonly string[]; readonly wordsAbout: boolean }
  /** She has not said yet that she has gone through her story. */
  | { readonly kind: 'toGoThrough' }
  /** ISO 8601 UTC; her days to think about it, or those after her passphrase was done away with. */
  | { readonly kind: 'waitsUntil'; readonly until: string }
  | { readonly kind: 'waits' }
  | { readonly kind: 'saidYes' | 'saidNo' | 'givenOut'; readonly at: string }

/** What may still be said when she signs off: her sign-off is what answers these. */
const answeredBySigning: ReadonlySet<GateReason['kind']> = new Set([
  'notSignedOff',
  'changedSinceSignOff',
  'refusedByHer',
  'belowHerLine',
])

/** Whether her sign-off is what answers this reason. */
export function signingOpens(reason: GateReason): boolean {
  const asked = reason.kind === 'notAllowed' && (reason.because === 'askEachTime' || reason.because === 'notYet')
  return asked || answeredBySigning.has(reason.kind)
}

const afterHer: ReadonlySet<GateReason['kind']> = new Set([
  'notPrepared',
  'notReviewed',
  'coolingOff',
  'keyForgotten',
  'notAllowed',
])

/** Whether it is asked of her, beside the excerpt: a stance, or whether words about her may be there. */
const isAskedOfHer = (reason: GateReason): boolean =>
  reason.kind === 'labelWithoutStance' || (reason.kind === 'unseenWordsAbout' && reason.seen === 'no')

/** @param soundWanted its sound is to be rendered before its files can be made */
export function standingOf(
  answer: GateAnswer,
  ledger: readonly LedgerEntry[],
  givenOutAt: string | null,
  soundWanted: boolean,
): Standing {
  if (givenOutAt !== null) return { kind: 'givenOut', at: givenOutAt }
  if (answer.open) {
    const { signOff } = answer.releasable
    const at = ledger.find(({ id }) => id === signOff)?.at
    return at === undefined ? { kind: 'waits' } : { kind: 'saidYes', at }
  }
  const { reasons } = answer
  const refused = reasons.find((reason) => reason.kind === 'refusedByHer')
  if (refused !== undefined) return { kind: 'saidNo', at: refused.at }
  const others = reasons.filter((reason) => !signingOpens(reason))
  if (others.some((reason) => !afterHer.has(reason.kind) && !isAskedOfHer(reason))) return { kind: 'beingMade' }
  if (others.some(({ kind }) => kind === 'notPrepared') && !soundWanted) return { kind: 'beingMade' }
  if (others.some(({ kind }) => kind === 'notAllowed')) return { kind: 'closed' }
  if (others.some(isAskedOfHer)) {
    const labels = others.flatMap((reason) => (reason.kind === 'labelWithoutStance' ? [reason.words] : []))
    const wordsAbout = others.some(({ kind }) => kind === 'unseenWordsAbout')
    return { kind: 'toAnswer', labels: [...new Set(labels)], wordsAbout }
  }
  if (others.some(({ kind }) => kind === 'notReviewed')) return { kind: 'toGoThrough' }
  const days = others.flatMap((reason) =>
    reason.kind === 'coolingOff' || reason.kind === 'keyForgotten' ? [reason.until] : [],
  )
  const until = days.sort().at(-1)
  return until === undefined ? { kind: 'waits' } : { kind: 'waitsUntil', until }
}
