// What she sealed, in words, for as long as her key is open in her own session; for nobody else.
import type { Session } from '../../session.ts'

/** Words by passage; empty where her key is not open. */
export function openedSeals(session: Session, narrator: string): Map<string, string> {
  const opened = new Map<string, string>()
  if (session.actor.role !== 'narrator' || session.actor.narrator !== narrator || session.actor.key === null)
    return opened
  return opened
}
