// Once she has gone through a story, others may add to what marks it, and only she takes back or weakens. What lets
// something leave is hers to sign where she can.
import { Failure } from '../../../shared/contract/failure.ts'
import { isLessRefused, isMoreVisible } from '../../../shared/domain/given-out/existence.ts'
import { forgottenKey } from '../../../shared/domain/consent/key-ends.ts'
import type { Narrator } from '../../../shared/domain/story.ts'
import type { Session } from '../session.ts'
import { keyEndsOf, keyInUse } from '../store/narrator-keys.ts'
import { isHerVersion } from '../store/revisions.ts'
import { narratorOf } from '../store/stories.ts'

/** Before a mark is taken back or changed. Throws Failure hersToDecide when an archivist does it in her version. */
export function requireHersToDecide({ actor, database }: Session, testimony: string): void {
  if (actor.role === 'archivist' && isHerVersion(database, testimony)) throw new Failure('hersToDecide')
}

/** Whether she has a passphrase in use, so that what lets something leave is signed with her key and in no other way. */
export function signsHerself({ database }: Session, testimony: string): boolean {
  return keyInUse(database, narratorOf(database, testimony)) !== null
}

/** She is at the window, with her key open. */
export function isSigning({ actor }: Session): boolean {
  return actor.role === 'narrator' && actor.key !== null
}

/**
 * Before what only she may open. NOTE: somebody else could hold a window that was handed over without her passphrase.
 * Throws Failure hersToSign where she has a key and it is not open here, and keyForgotten.
 */
export function requireHerKey(session: Session, testimony: string): void {
  requireNoForgottenKey(session, narratorOf(session.database, testimony))
  if (!isSigning(session) && signsHerself(session, testimony)) throw new Failure('hersToSign')
}

/**
 * Before what only she opens. Throws Failure keyForgotten while she waits because a key of hers was done away with and
 * its passphrase was not typed: whoever held her window then might hold it now, with a key of their own.
 */
export function requireNoForgottenKey(session: Session, narrator: string): void {
  const forgotten = forgottenKey(keyEndsOf(session.database, narrator), session.moment())
  if (forgotten !== null) throw new Failure('keyForgotten')
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
 * hers, an archivist would show more of her being here, or let a word go that she refuses; keyForgotten when anybody
 * would show more while she waits.
 */
export function requireHersToShow(session: Session, before: Narrator, after: Narrator): void {
  const { actor, database } = session
  if (isMoreVisible(before, after)) requireNoForgottenKey(session, before.id)
  if (actor.role !== 'archivist' || !(isMoreVisible(before, after) || isLessRefused(before, after))) return
  const reviewed = database.get("SELECT 1 FROM ledger WHERE narrator = ? AND kind = 'reviewed' LIMIT 1", [before.id])
  if (reviewed !== undefined) throw new Failure('hersToDecide')
}
