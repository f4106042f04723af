// What she sealed, in words, for as long as her key is open in her own session; for nobody else.
import type { Session } from '../../session.ts'
import { readSealed, sealedTo } from '../../store/seals.ts'

/** Words by passage; empty where her key is not open. */
export function openedSeals(session: Session, narrator: string): Map<string, string> {
  const { actor, database } = session
  if (actor.role !== 'narrator' || actor.narrator !== narrator || actor.key === null) return new Map()
  const { key } = actor
  return new Map(
    sealedTo(database, key.id).map(({ testimony, passage }) => [
      passage,
      readSealed(database, testimony, passage, key),
    ]),
  )
}
