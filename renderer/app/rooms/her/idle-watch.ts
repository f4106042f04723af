// When nobody has touched anything for a while, the window goes to the door, not back to the archivist.

/** Ten minutes: long enough to read a page slowly, short enough for a table that was left. The archive counts by itself too. */
export const idleMs = 10 * 60_000

/** Touches, keys, and sound that plays. NOTE: media events do not bubble, but they can be caught on the way down. */
const life = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart', 'input', 'timeupdate'] as const
/** Told by whoever records a voice: somebody who speaks touches nothing. */
const aliveEvent = 'firsthand:alive'

interface Clock {
  readonly now: () => number
  readonly every: (work: () => void, ms: number) => () => void
}

const realClock: Clock = {
  now: () => Date.now(),
  every: (work, ms) => {
    const ticking = setInterval(work, ms)
    return () => clearInterval(ticking)
  },
}

/** How often the archive hears that somebody is there: it counts calls, and somebody who reads makes none. */
const tellMs = 60_000

/**
 * Calls `onIdle` once, after `idleMs` without life, and `onAlive` now and then while there is some; gives what stops. NOTE: it asks the clock instead of setting
 * one long timer, so that a machine that slept is found to have been idle.
 */
export function watchIdle(
  page: EventTarget,
  heard: { onIdle: () => void; onAlive: () => void },
  clock: Clock = realClock,
): () => void {
  let last = clock.now()
  let told = last
  const alive = (): void => {
    last = clock.now()
  }
  for (const kind of life) page.addEventListener(kind, alive, { capture: true, passive: true })
  page.addEventListener(aliveEvent, alive)
  const stopTicking = clock.every(() => {
    const now = clock.now()
    if (now - last >= idleMs) {
      stop()
      heard.onIdle()
    } else if (last > told && now - told >= tellMs) {
      told = now
      heard.onAlive()
    }
  }, 5_000)
  function stop(): void {
    stopTicking()
    for (const kind of life) page.removeEventListener(kind, alive, { capture: true })
    page.removeEventListener(aliveEvent, alive)
  }
  return stop
}
