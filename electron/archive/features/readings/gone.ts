// Readings go with the words that were read; what goes with them then is the file.
import type { Session } from '../../session.ts'
import { filesOfReadings } from '../../store/readings.ts'
import { removeRenditions } from '../sound/index.ts'

/** Does something with which readings of a story may go, and lets go of the files of those that are gone. */
export function withoutGoneReadings<T>(session: Session, testimony: string, work: () => T): T {
  const before = filesOfReadings(session.database, testimony)
  const done = work()
  const kept = new Set(filesOfReadings(session.database, testimony))
  removeRenditions(
    session,
    before.filter((name) => !kept.has(name)),
  )
  return done
}
