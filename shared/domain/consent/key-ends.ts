// A key of hers that was done away with: from then on what only she opens waits, so that whoever held her window for a
// moment has no yes of hers in the same moment.
import { stricterOf } from '../mirror/her-line.ts'
import type { LedgerEntry, MirrorBody } from './ledger.ts'

/** Seven days from when her key was done away with and its passphrase was not typed. */
export const keyForgottenMs = 7 * 24 * 60 * 60 * 1000

/** One key of hers that there is no more. */
export interface KeyEnd {
  /** ISO 8601 UTC. */
  readonly at: string
  /** How far the ledger had come; 0 where nothing was in it. */
  readonly after: number
  /** Whether its passphrase was typed. */
  readonly opened: boolean
}

/** Until when nobody can say yes for her: ISO 8601 UTC. */
export function waitsUntil({ at }: KeyEnd): string {
  return new Date(Date.parse(at) + keyForgottenMs).toISOString()
}

/** The end after which what only she opens still waits, the one that makes it wait longest; null for none. */
export function forgottenKey(ends: readonly KeyEnd[], moment: string): { at: string; until: string } | null {
  const waiting = ends
    .filter((end) => !end.opened && moment < waitsUntil(end))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .at(0)
  return waiting === undefined ? null : { at: waiting.at, until: waitsUntil(waiting) }
}

/**
 * The entries as far as the ends of her keys let them count: what was said while she waits opens nothing, and is no yes
 * later either; an attested yes to exact bytes from before her key does not come back with its end. A no always counts.
 *
 * @param moment ISO 8601 UTC; what stands after an end waits while she waits, whatever moment it says of itself. Null where
 *   what the entries say of themselves is to decide.
 */
export function countingAfter(
  ledger: readonly LedgerEntry[],
  ends: readonly KeyEnd[],
  moment: string | null = null,
): readonly LedgerEntry[] {
  if (ends.length === 0) return ledger
  const lastEnd = Math.max(...ends.map(({ after }) => after))
  const forgotten = ends.filter(({ opened }) => !opened).map((end) => ({ after: end.after, until: waitsUntil(end) }))
  const waits = ({ sequence, at }: LedgerEntry): boolean =>
    forgotten.some(({ after, until }) => sequence > after && (at < until || (moment !== null && moment < until)))
  const isBeforeKey = ({ certainty, sequence, body }: LedgerEntry): boolean =>
    body.kind === 'signOff' && certainty === 'attested' && sequence <= lastEnd
  const counting: LedgerEntry[] = []
  for (const entry of ledger) {
    const { body } = entry
    if (isBeforeKey(entry)) continue
    if (!waits(entry)) counting.push(entry)
    else if (body.kind === 'mirror') counting.push({ ...entry, body: tightened(counting, body) })
    else if (body.kind !== 'signOff' && body.kind !== 'coolingOffWaived') counting.push(entry)
  }
  return counting
}

/** What is said of the mirror, never less strict than what was said before it: for what may not loosen. */
export function tightened(before: readonly LedgerEntry[], body: MirrorBody): MirrorBody {
  const last = before.findLast((entry): entry is LedgerEntry<MirrorBody> => entry.body.kind === 'mirror')
  return { ...body, ...stricterOf(last?.body ?? { threshold: null, toReader: false }, body) }
}
