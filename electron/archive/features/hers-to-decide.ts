// Once she has gone through a story, others may add to what marks it, and only she takes back or weakens.
import { Failure } from '../../../shared/contract/failure.ts'
import { isMoreVisible } from '../../../shared/domain/existence.ts'
import type { Narrator } from '../../../shared/domain/story.ts'
import type { Session } from '../session.ts'
import { isHerVersion } from '../store/revisions.ts'

/** Before a mark is taken back or changed. Throws Failure hersToDecide when an archivist does it in her version. */
export function requireHersToDecide({ actor, database }: Session, testimony: string): void {
  if (actor.role === 'archivist' && isHerVersion(database, testimony)) throw new Failure('hersToDecide')
}

/**
 * Whether a step may be taken back, or a change done again, by whoever is at the window: what stood when she last went
 * through the story, or wrote in it, is hers.
 */
export function isMadeSinceHers({ actor, database }: Session, testimony: string, step: number): boolean {
  if (actor.role !== 'archivist') return true
  const before = database.get(
    `SELECT 1 FROM mark_steps WHERE sequence = :step AND at <= max(
       coalesce((SELECT max(at) FROM ledger WHERE testimony = :testimony AND kind = 'reviewed'), ''),
       coalesce((SELECT max(max(at, until)) FROM revisions WHERE testimony = :testimony AND author_role = 'narrator'), ''))`,
    { step, testimony },
  )
  return before === undefined
}

/**
 * Before she is named or listed in another way. Throws Failure hersToDecide when, after she has gone through a story of
 * hers, an archivist would show more of her being here.
 */
export function requireHersToShow({ actor, database }: Session, before: Narrator, after: Narrator): void {
  if (actor.role !== 'archivist' || !isMoreVisible(before, after)) return
  const reviewed = database.get("SELECT 1 FROM ledger WHERE narrator = ? AND kind = 'reviewed' LIMIT 1", [before.id])
  if (reviewed !== undefined) throw new Failure('hersToDecide')
}
