// A state for whoever follows it: as it is now, and again each time that it changed; never what lies in between.

export class Told {
  readonly #wakes = new Set<() => void>()

  change(): void {
    for (const wake of this.#wakes) wake()
  }

  /** The state at once, and after every change that finds the follower waiting. Ends with the signal. */
  async *follow<S>(state: () => S, signal: AbortSignal): AsyncGenerator<S> {
    let changed = true
    let wake: (() => void) | null = null
    const listener = () => {
      changed = true
      wake?.()
    }
    this.#wakes.add(listener)
    signal.addEventListener('abort', listener)
    try {
      while (!signal.aborted) {
        if (changed) {
          changed = false
          yield state()
        } else await new Promise<void>((resolve) => (wake = resolve))
        wake = null
      }
    } finally {
      this.#wakes.delete(listener)
      signal.removeEventListener('abort', listener)
    }
  }
}

/**
 * What work says of itself: `first` at once, where there is one, and what it last told, until it has ended. Throws what the
 * work throws. NOTE: whoever stops following does not stop the work.
 */
export async function* toldWhile<S>(
  first: S | null,
  work: (tell: (state: S) => void) => Promise<unknown>,
): AsyncGenerator<S> {
  const told = new Told()
  const over = new AbortController()
  let state = first
  const tell = (now: S): void => {
    state = now
    told.change()
  }
  const ended = work(tell).finally(() => over.abort())
  ended.catch(() => undefined) // waited for below
  for await (const now of told.follow(() => state, over.signal)) if (now !== null) yield now
  await ended
}
