// One at a time writes a recording anew: two at once would each bring back what the other takes out.
import type { Session } from '../../session.ts'

const turns = new WeakMap<Session, Promise<unknown>>()

/** Runs when whatever was asked for before has ended, however it ended. */
export function inTurn<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(session) ?? Promise.resolve()).then(work, work)
  turns.set(
    session,
    turn.catch(() => undefined),
  )
  return turn
}
