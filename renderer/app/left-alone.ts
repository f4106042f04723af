// An archivist's window that nobody uses does not stay open. What is touched, what sounds and what the archive is at work on
// is use; a page that nobody sees is left sooner.

/** Long enough to read, to listen on paper, to talk with somebody. */
export const leftAloneMs = 20 * 60_000
/** Another program, or another tab, has taken its place. */
export const unseenMs = 10 * 60_000

const life = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart', 'input', 'timeupdate'] as const
/** The archive told how far something has come: bringing in, a backup, a recording. */
export const workingEvent = 'firsthand:working'

export interface Surroundings {
  /** Milliseconds of a clock that only goes on. */
  readonly now: () => number
  readonly every: (work: () => void, ms: number) => () => void
  readonly isUnseen: () => boolean
}

const real: Surroundings = {
  now: () => performance.now(),
  every: (work, ms) => {
    const ticking = setInterval(work, ms)
    return () => clearInterval(ticking)
  },
  isUnseen: () => document.hidden,
}

/** Calls `left` once; gives what stops. NOTE: it asks the clock, because the timers of a page that is not seen come late. */
export function watchLeftAlone(page: EventTarget, left: () => void, around: Surroundings = real): () => void {
  let last = around.now()
  const used = (): void => {
    last = around.now()
  }
  for (const kind of life) page.addEventListener(kind, used, { capture: true, passive: true })
  page.addEventListener(workingEvent, used)
  const stopTicking = around.every(() => {
    if (around.now() - last < (around.isUnseen() ? unseenMs : leftAloneMs)) return
    stop()
    left()
  }, 5_000)
  function stop(): void {
    stopTicking()
    for (const kind of life) page.removeEventListener(kind, used, { capture: true })
    page.removeEventListener(workingEvent, used)
  }
  return stop
}
