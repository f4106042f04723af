// Her session does not stay open beside an empty chair: after ten minutes without a call the archive locks.

/** Milliseconds. */
export const leftAloneMs = 10 * 60_000

/** Counts by the archive's clock, asked at every call, and by a timer, for when nobody calls. */
export class LeftAlone {
  readonly #now: () => Date
  readonly #lock: () => void
  #heard: number | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(now: () => Date, lock: () => void) {
    this.#now = now
    this.#lock = lock
  }

  begin(): void {
    this.end()
    this.#heard = this.#now().getTime()
    this.#timer = setTimeout(this.#lock, leftAloneMs)
    this.#timer.unref()
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#heard = null
  }

  /** Somebody is there. Locks where it comes too late, as after the machine slept. */
  heard(): void {
    if (this.#heard === null) return
    const now = this.#now().getTime()
    if (now - this.#heard >= leftAloneMs) return this.#lock()
    this.#heard = now
    this.#timer?.refresh()
  }
}
