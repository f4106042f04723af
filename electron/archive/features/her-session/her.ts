// Who she is, in her own session.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Actor, OpenNarratorKey } from '../../actor.ts'
import type { OpenSession, Session } from '../../session.ts'

export type Her = Extract<Actor, { role: 'narrator' }>

/** The open archive and the narrator at its window. Throws Failure locked, onlyNarrator. */
export function herSession(open: OpenSession): { session: Session; her: Her } {
  const session = open()
  const { actor } = session
  if (actor.role !== 'narrator') throw new Failure('onlyNarrator')
  return { session, her: actor }
}

/** Her key, open. Throws Failure noPassphrase where it is not. */
export function openKeyOf({ key }: Her): OpenNarratorKey {
  if (key === null) throw new Failure('noPassphrase')
  return key
}

/** After what takes a while: throws Failure locked where she is not at this window any more. */
export function requireStillHers(open: OpenSession, session: Session, her: Her): void {
  if (open() !== session || session.actor.role !== 'narrator' || session.actor.narrator !== her.narrator)
    throw new Failure('locked')
}
