// An archivist's window that nobody uses does not stay open. What is touched, what sounds and what the archive is at work on
// is use; a page that nobody sees is left sooner.
import { clockOf, watchLife, workingEvent, type Clock } from './watch-life.ts'

export { workingEvent } from './watch-life.ts'

/** Long enough to read, to listen on paper, to talk with somebody. */
export const leftAloneMs = 20 * 60_000
/** Another program, or another tab, has taken its place. */
export const unseenMs = 10 * 60_000

export interface Surroundings extends Clock {
  readonly isUnseen: () => boolean
}

/** NOTE: a clock that only goes on, whatever the machine's is set to. */
const real: Surroundings = { ...clockOf(() => performance.now()), isUnseen: () => document.hidden }

/** Calls `left` once; gives what stops. */
export function watchLeftAlone(page: EventTarget, left: () => void, around: Surroundings = real): () => void {
  const isOver = (now: number, last: number): boolean => now - last >= (around.isUnseen() ? unseenMs : leftAloneMs)
  return watchLife(page, { told: workingEvent, isOver, onOver: left }, around)
}
