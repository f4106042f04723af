// When nobody has touched anything for a while, the window goes to the door, not back to the archivist.
import { aliveEvent, clockOf, watchLife, type Clock } from '../../watch-life.ts'

/** Ten minutes: long enough to read a page slowly, short enough for a table that was left. The archive counts by itself too. */
export const idleMs = 10 * 60_000
/** How often the archive hears that somebody is there: it counts calls, and somebody who reads makes none. */
const tellMs = 60_000

/** NOTE: the machine's own time, so that one that slept is found to have been idle. */
const realClock = clockOf(() => Date.now())

/** Calls `onIdle` once, after `idleMs` without life, and `onAlive` now and then while there is some; gives what stops. */
export function watchIdle(
  page: EventTarget,
  heard: { onIdle: () => void; onAlive: () => void },
  clock: Clock = realClock,
): () => void {
  let told = clock.now()
  const isOver = (now: number, last: number): boolean => {
    if (now - last >= idleMs) return true
    if (last > told && now - told >= tellMs) {
      told = now
      heard.onAlive()
    }
    return false
  }
  return watchLife(page, { told: aliveEvent, isOver, onOver: () => heard.onIdle() }, clock)
}
