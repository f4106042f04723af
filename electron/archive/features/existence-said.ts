// What she said of being in lists: kept each time that she says it herself, or that somebody writes down that she did.
import { Failure } from '../../../shared/contract/failure.ts'
import type { Evidence } from '../../../shared/domain/consent/ledger.ts'
import { existenceBeforeShe, listedAs, showsMore } from '../../../shared/domain/given-out/existence.ts'
import type { Narrator } from '../../../shared/domain/story.ts'
import type { Session } from '../session.ts'
import type { WritableArchive } from '../store/archive-database.ts'
import { existenceSaid, insertExistenceSaid } from '../store/existence-said.ts'

/**
 * Beside every change of what is kept about her. Throws Failure herWordMissing where an archivist would show more of her
 * being here and does not say how it is known that she wants it; hersToDecide where she has gone through a story of hers.
 */
export function keepExistenceSaid(
  session: Session,
  archive: WritableArchive,
  before: Narrator,
  { id: narrator, existence }: Narrator,
  evidence?: Evidence,
): void {
  const { actor } = session
  const said = existenceSaid(archive, narrator)
  if (actor.role === 'narrator') {
    if (said === existence) return
    const inPerson: Evidence = { kind: 'inPerson', note: '' }
    insertExistenceSaid(archive, { narrator, existence, herself: true, evidence: inPerson, ...known(session) })
    return
  }
  if (existence === existenceBeforeShe || (evidence === undefined && !showsMore(existence, before.existence))) return
  if (evidence === undefined) throw new Failure('herWordMissing')
  const reviewed = archive.get("SELECT 1 FROM ledger WHERE narrator = ? AND kind = 'reviewed' LIMIT 1", [narrator])
  if (reviewed !== undefined && showsMore(existence, listedAs(before.existence, said)))
    throw new Failure('hersToDecide')
  // NOTE: a stretch of sound or a file belongs to one story; this is about her.
  const { kind, note } = evidence
  insertExistenceSaid(archive, { narrator, existence, herself: false, evidence: { kind, note }, ...known(session) })
}

function known(session: Session): { by: string; at: string } {
  return { by: session.actor.name, at: session.moment() }
}

/** What she decided in a copy of her own, brought home. */
export function keepExistenceBroughtHome(session: Session, archive: WritableArchive, after: Narrator): void {
  const { id: narrator, existence, name } = after
  if (existenceSaid(archive, narrator) === existence) return
  const evidence: Evidence = { kind: 'inPerson', note: '' }
  insertExistenceSaid(archive, { narrator, existence, herself: true, evidence, by: name, at: session.moment() })
}
