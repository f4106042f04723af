// Which window sends the sound: the one that said so last. The stream of the one before it ends.

/** A window, told apart from any other by being itself. */
export type RecorderWindow = object

export class Attending {
  readonly #changed: (isThere: boolean) => Promise<void>
  #now: { readonly window: RecorderWindow; readonly end: () => void } | null = null

  constructor(changed: (isThere: boolean) => Promise<void>) {
    this.#changed = changed
  }

  get isThere(): boolean {
    return this.#now !== null
  }

  is(window: RecorderWindow): boolean {
    return this.#now?.window === window
  }

  async *attend(window: RecorderWindow, signal: AbortSignal): AsyncGenerator<{ attending: true }> {
    this.#now?.end()
    const ended = Promise.withResolvers<void>()
    const mine = { window, end: () => ended.resolve() }
    this.#now = mine
    signal.addEventListener('abort', mine.end)
    try {
      await this.#changed(true)
      yield { attending: true }
      if (!signal.aborted) await ended.promise
    } finally {
      signal.removeEventListener('abort', mine.end)
      if (this.#now === mine) {
        this.#now = null
        await this.#changed(false)
      }
    }
  }
}
