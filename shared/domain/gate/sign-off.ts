// The gate's reasons about her sign-off: that she has seen exactly this and said yes, with time to think about it.
import { saidNow } from '../consent/lineage.ts'
import type { AnswerEntry } from '../consent/effective-answer.ts'
import type { Excerpt } from '../excerpts/excerpt.ts'
import { mirrorFor } from '../mirror/excerpt-mirror.ts'
import { historyIn, type GateQuestion } from './question.ts'
import type { GateReason } from './reasons.ts'
import { herLine, isBelow } from '../mirror/her-line.ts'
import { mirrorHash, shareOfHerWords } from '../mirror/mirror.ts'
import type { LedgerEntry, RefusalBody, SignOffBody } from '../consent/ledger.ts'

/** Seven days from her first review; hers alone to waive. */
export const coolingOffMs = 7 * 24 * 60 * 60 * 1000

const isRefusal = (entry: LedgerEntry): entry is LedgerEntry<RefusalBody> => entry.body.kind === 'signOffRefused'
const isSignOff = (entry: LedgerEntry): entry is LedgerEntry<SignOffBody> => entry.body.kind === 'signOff'

function takesBack({ body }: AnswerEntry, excerpt: Excerpt): boolean {
  if (body.kind !== 'consent' || body.use !== excerpt.use) return false
  const { answer, scope } = body
  if (answer !== 'no' && answer !== 'withdrawn') return false
  return scope.kind === 'testimony' || scope.passages.some((passage) => excerpt.passages.includes(passage))
}

/** NOTE: her signature does not cover the chain; `after` does, so that a yes from before a no is not moved behind it. */
function isInPlace({ certainty, body: { after }, previous }: LedgerEntry<SignOffBody>): boolean {
  return after === undefined ? certainty === 'attested' : after === previous
}

/** Her sign-off of exactly this, or why there is none that counts. */
export function signOffReason(question: GateQuestion): {
  readonly signOff: LedgerEntry<SignOffBody> | null
  readonly reason: GateReason | null
} {
  const { excerpt, ledger, contentHash, spentSignOffs, signsHerself = false } = question
  if (contentHash === null) return { signOff: null, reason: { kind: 'notPrepared' } }
  // NOTE: a no or a withdrawal ends every sign-off before it, so that a later yes alone does not let the old bytes go.
  const takenBack = saidNow(ledger, historyIn(question)).findLast((entry) => takesBack(entry, excerpt))?.sequence ?? 0
  // NOTE: her no to any shape of it ends every yes to another before it: what she meant then is not what she means now.
  const refusals = ledger.filter(isRefusal).filter(({ body }) => body.excerpt === excerpt.id)
  const refused = refusals.at(-1)?.sequence ?? 0
  const all = ledger
    .filter(isSignOff)
    .filter((entry) => entry.body.excerpt === excerpt.id && isInPlace(entry))
    .filter(({ certainty }) => !signsHerself || certainty === 'signed')
  // NOTE: a giving out spends every sign-off before it, so that two in a row are not two licences.
  const lastSpent = all.findLast(({ id }) => spentSignOffs.has(id))?.sequence ?? 0
  const hers = all.filter(({ sequence }) => sequence > Math.max(takenBack, lastSpent, refused))
  const exact = hers.findLast(
    ({ body }) =>
      body.contentHash === contentHash && body.use === excerpt.use && body.recipient === excerpt.recipient.id,
  )
  if (exact !== undefined) return { signOff: exact, reason: null }
  const no = refusals.findLast(({ body }) => body.contentHash === contentHash)
  if (no !== undefined) return { signOff: null, reason: { kind: 'refusedByHer', at: no.at, why: no.body.why } }
  return { signOff: null, reason: { kind: hers.length > 0 ? 'changedSinceSignOff' : 'notSignedOff' } }
}

/** Less of her words is chosen than the line that she drew, and she has not said yes to exactly this mirror. */
export function lineReason(question: GateQuestion, signOff: LedgerEntry<SignOffBody> | null): GateReason | null {
  const line = herLine(question.ledger)
  if (line.threshold === null || question.excerpt.passages.length === 0) return null
  const mirror = mirrorFor(question)
  if (!isBelow(mirror, line)) return null
  const { sha256 } = question
  const seen = signOff?.body.mirror
  if (sha256 !== undefined && seen !== undefined && seen === mirrorHash(mirror, sha256)) return null
  return { kind: 'belowHerLine', share: shareOfHerWords(mirror), threshold: line.threshold }
}

export function coolingOffReason(ledger: readonly LedgerEntry[], moment: string): GateReason | null {
  const reviewed = ledger.find(({ body }) => body.kind === 'reviewed')
  if (reviewed === undefined) return { kind: 'notReviewed' }
  if (ledger.some(({ body }) => body.kind === 'coolingOffWaived')) return null
  const until = new Date(Date.parse(reviewed.at) + coolingOffMs).toISOString()
  return moment < until ? { kind: 'coolingOff', until } : null
}
