// Whether somebody is there: what counts as life in a page, and a clock that is asked how long there was none.

/** Touches, keys, and sound that plays. NOTE: media events do not bubble, but they can be caught on the way down. */
const life = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart', 'input', 'timeupdate'] as const

/** Told by whoever records a voice: somebody who speaks touches nothing. */
export const aliveEvent = 'firsthand:alive'
/** The archive told how far something has come: bringing in, a backup, a recording. */
export const workingEvent = 'firsthand:working'

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number
  readonly every: (work: () => void, ms: number) => () => void
}

/** The page's own timers, and `now` of whoever asks. */
export const clockOf = (now: () => number): Clock => ({
  now,
  every: (work, ms) => {
    const ticking = setInterval(work, ms)
    return () => clearInterval(ticking)
  },
})

export interface Watched {
  /** An event of the page that counts as life too. */
  readonly told: typeof aliveEvent | typeof workingEvent
  /** Asked now and then, with what time it is and when there was life last. */
  readonly isOver: (now: number, last: number) => boolean
  readonly onOver: () => void
}

const askedMs = 5_000

/**
 * Calls `onOver` once, when `isOver`; gives what stops. NOTE: it asks the clock instead of setting one long timer, because the
 * timers of a page that is not seen come late, and a machine that slept is to be found idle.
 */
export function watchLife(page: EventTarget, { told, isOver, onOver }: Watched, clock: Clock): () => void {
  let last = clock.now()
  const alive = (): void => {
    last = clock.now()
  }
  for (const kind of life) page.addEventListener(kind, alive, { capture: true, passive: true })
  page.addEventListener(told, alive)
  const stopTicking = clock.every(() => {
    if (!isOver(clock.now(), last)) return
    stop()
    onOver()
  }, askedMs)
  function stop(): void {
    stopTicking()
    for (const kind of life) page.removeEventListener(kind, alive, { capture: true })
    page.removeEventListener(told, alive)
  }
  return stop
}
