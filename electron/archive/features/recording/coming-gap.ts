// A gap that is not over yet: it was taken up again, and lasts until sound comes. Until then nothing of it is written, so
// that it says how long nothing was heard, and not how long nobody had asked for it.
import type { GapSaid } from './taken.ts'

export class ComingGap {
  #said: GapSaid | null = null
  #since = 0

  /** `now`: milliseconds of a clock that only goes on. */
  begin(said: GapSaid, now: number): void {
    this.#said = said
    this.#since = now
  }

  /** What it says where it is over `now`; null where there is none. */
  until(now: number): GapSaid | null {
    if (this.#said === null) return null
    const { kind, lastedMs } = this.#said
    return { kind, lastedMs: lastedMs === null ? null : lastedMs + Math.max(0, now - this.#since) }
  }

  end(): void {
    this.#said = null
  }
}
