// A clock that only goes on: what a clock that is set back or forward does not move, and what a machine that slept does.

/** More than this between two looks is not a sleep but a clock that was set. */
const longestSleepMs = 24 * 60 * 60 * 1000
const leastSleepMs = 3_000

export class SteadyClock {
  readonly #wall: () => number
  readonly #steady: () => number
  #slept = 0
  #lastWall: number
  #lastSteady: number

  /** Both in milliseconds: the time of day, and one that only goes on and may stand still while the machine sleeps. */
  constructor(wall: () => number, steady: () => number) {
    this.#wall = wall
    this.#steady = steady
    this.#lastWall = wall()
    this.#lastSteady = steady()
  }

  now(): number {
    return this.#steady() + this.#slept
  }

  /** Called several times a second: whether the machine slept since the last look. */
  look(): boolean {
    const wall = this.#wall()
    const steady = this.#steady()
    const went = steady - this.#lastSteady
    const missing = wall - this.#lastWall - went
    this.#lastWall = wall
    this.#lastSteady = steady
    if (missing >= leastSleepMs && missing <= longestSleepMs) {
      this.#slept += missing
      return true
    }
    // Where the clock goes on in sleep, only the look came late.
    return went >= leastSleepMs
  }
}
