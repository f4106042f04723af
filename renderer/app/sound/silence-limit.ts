// A limit to how long somebody who works may say nothing.

export interface SilenceLimit {
  /** Something was heard, or is asked for: the time begins anew. */
  readonly begin: () => void
  /** Nobody waits for anything. */
  readonly end: () => void
}

/** Calls `onTooLong` once nothing was heard for `limitMs` after a `begin`. */
export function silenceLimit(limitMs: number, onTooLong: () => void): SilenceLimit {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const end = (): void => clearTimeout(waiting)
  const begin = (): void => {
    end()
    waiting = setTimeout(onTooLong, limitMs)
  }
  return { begin, end }
}
