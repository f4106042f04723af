// Once she has gone through a story, others may add to what marks it, and only she takes back or weakens.
import { Failure } from '../../../shared/contract/failure.ts'
import type { Session } from '../session.ts'
import { isHerVersion } from '../store/revisions.ts'

/** Before a mark is taken back or changed. Throws Failure hersToDecide when an archivist does it in her version. */
export function requireHersToDecide({ actor, database }: Session, testimony: string): void {
  if (actor.role === 'archivist' && isHerVersion(database, testimony)) throw new Failure('hersToDecide')
}

/**
 * Before a step that was made at some moment is taken back, or a change done again: what stood when she last went
 * through the story, or wrote in it, is hers. Throws Failure hersToDecide.
 */
export function requireMadeSinceHers({ actor, database }: Session, testimony: string, step: number): void {
  if (actor.role !== 'archivist') return
  const before = database.get(
    `SELECT 1 FROM mark_steps WHERE sequence = :step AND at <= max(
       coalesce((SELECT max(at) FROM ledger WHERE testimony = :testimony AND kind = 'reviewed'), ''),
       coalesce((SELECT max(max(at, until)) FROM revisions WHERE testimony = :testimony AND author_role = 'narrator'), ''))`,
    { step, testimony },
  )
  if (before !== undefined) throw new Failure('hersToDecide')
}
