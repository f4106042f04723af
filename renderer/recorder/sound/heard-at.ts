// When a piece of sound was heard, by our clock. The browser says it by a clock of its own; how far apart the two are is shown
// by those that arrive at once.

/** The two clocks drift apart: only what came in the last one to two of these tells. */
const spanMs = 30_000

export class HeardAt {
  #least = Number.POSITIVE_INFINITY
  #leastBefore = Number.POSITIVE_INFINITY
  #turnedAt: number | null = null

  /** `saidMs` by the browser's clock, `arrivedMs` by ours: when it would have arrived with nothing in its way. */
  of(saidMs: number, arrivedMs: number): number {
    this.#turnedAt ??= arrivedMs
    if (arrivedMs - this.#turnedAt > spanMs) {
      this.#leastBefore = this.#least
      this.#least = Number.POSITIVE_INFINITY
      this.#turnedAt = arrivedMs
    }
    this.#least = Math.min(this.#least, arrivedMs - saidMs)
    return saidMs + Math.min(this.#least, this.#leastBefore)
  }
}
