// Whether sound comes as it should, and how much of it was lost where it did not. Times in milliseconds of a clock that
// only goes on. What comes late, all at once, was not lost: only what never comes is.

/** A second that is this late is said to be missing. */
export const silentAfterMs = 1_500
/** Until a microphone has been given and opened. */
const firstAfterMs = 10_000
/** What jitter and the drift of two clocks make up is no loss. */
const leastLostMs = 300
/** Seconds that come closer together than this were held somewhere and come all at once. */
const burstMs = 500

export interface Lost<Cause> {
  readonly cause: Cause
  readonly lostMs: number
  /** Where sound came again. */
  readonly place: number
}

export class Hearing<Cause extends string> {
  /** When the last sound came, or when it may first be missed. */
  #heard: number
  #began: number
  #received = 0
  /** How far behind it was when all was well: latency, and what is gathered before it is sent. */
  #behind = 0
  #cause: Cause | null = null
  #isCertain = false
  #always = false
  /** Nothing came yet of a take: before its beginning nothing is missing. */
  #first: boolean
  /** Where sound came again for the first time. */
  #place: number | null = null
  #lastLostMs: number | null = null

  /** `first`: of a take, whose microphone still has to be opened. */
  constructor(now: number, first: boolean) {
    this.#first = first
    this.#began = now
    this.#heard = now + (first ? firstAfterMs - silentAfterMs : 1_000)
  }

  isSilent(now: number): boolean {
    return now - this.#heard > silentAfterMs
  }

  /**
   * Sound may be missing from here on. `always`: a gap is marked however short it is, and keeps its name whatever lesser
   * thing is not well before sound comes again.
   */
  suspect(cause: Cause, certain: boolean, always = false): void {
    if (this.#first || (this.#isCertain && !certain) || (this.#always && !always)) return
    this.#cause = cause
    this.#isCertain = certain
    this.#always ||= always
  }

  /** Sound came from before what is suspected: it is not missing, and it ends nothing. */
  late(now: number, ms: number): void {
    if (this.#first) this.#began = now - ms
    this.#first = false
    this.#received += ms
    this.#heard = now
  }

  /**
   * Sound of so many milliseconds came, at this place. Gives what was lost and where, once that is known.
   *
   * @param stillWrong what was said not to be well is not well yet
   */
  came(now: number, ms: number, place: number, stillWrong: boolean): Lost<Cause> | null {
    if (this.#first) this.#began = now - ms
    this.#first = false
    const sinceLast = now - this.#heard
    this.#place ??= this.#cause === null ? null : place
    this.#received += ms
    this.#heard = now
    const behind = now - this.#began - this.#received
    if (this.#cause === null) {
      this.#behind = behind
      return null
    }
    // What was held while a window was busy comes in a burst, so the loss is known only after it.
    if (stillWrong || (!this.#isCertain && sinceLast < burstMs)) return null
    const lostMs = Math.max(0, behind - this.#behind)
    if (!this.#isCertain && !this.#settled(lostMs)) return null
    const found = { cause: this.#cause, lostMs, place: this.#place ?? place }
    const marked = this.#always || lostMs >= leastLostMs
    this.#cause = null
    this.#isCertain = false
    this.#always = false
    this.#place = null
    this.#behind = behind
    return marked ? found : null
  }

  /** The first second after a silence may be the first of a burst: the loss counts once it is the same twice. */
  #settled(lostMs: number): boolean {
    const before = this.#lastLostMs
    this.#lastLostMs = lostMs
    if (before === null || Math.abs(before - lostMs) >= leastLostMs) return false
    this.#lastLostMs = null
    return true
  }
}
