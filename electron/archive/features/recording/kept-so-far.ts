// Where everything lies that is kept of a take so far, by numbers alone: what forgetting needs to know.
import type { PlacedGap } from './taken.ts'

/** Where a record begins in the file, in bytes, and which frame of the take that is. */
export interface Place {
  readonly start: number
  readonly position: number
}

/** What `forget` takes of the last bit, in milliseconds of sound. */
export const lastBitMs = 30_000

export class KeptSoFar {
  /** Frames that are on the disk. */
  position: number
  /** Where the stretch since the last pause begins. */
  stretch: Place
  /** Where a consent began that is being spoken. */
  consent: Place | null = null
  readonly #sounds: Place[]
  readonly #gaps: PlacedGap[]

  constructor(position: number, end: number, sounds: readonly Place[], gaps: readonly PlacedGap[]) {
    this.position = position
    this.stretch = { start: end, position }
    this.#sounds = [...sounds]
    this.#gaps = [...gaps]
  }

  get gaps(): number {
    return this.#gaps.length
  }

  add(start: number, frames: number): void {
    this.#sounds.push({ start, position: this.position })
    this.position += frames
  }

  addGap(gap: PlacedGap): void {
    this.#gaps.push(gap)
  }

  beginStretch(end: number): void {
    this.stretch = { start: end, position: this.position }
  }

  /** Where the last so many frames begin: whole records, so that no less goes than was asked. */
  last(frames: number): Place {
    const from = this.position - frames
    return this.#sounds.findLast(({ position }) => position <= from) ?? this.#sounds[0] ?? this.stretch
  }

  /** Forgets gaps behind `start`; gives the pause right before it, which becomes one with what follows. */
  cutGaps(start: number): PlacedGap | null {
    while ((this.#gaps.at(-1)?.start ?? -1) >= start) this.#gaps.pop()
    const before = this.#gaps.at(-1)
    if (before?.end !== start || before.kind !== 'pause') return null
    this.#gaps.pop()
    return before
  }

  forgetAfter({ start: cut, position }: Place): void {
    this.#sounds.length = this.#sounds.findLastIndex(({ start }) => start < cut) + 1
    this.position = position
    if (this.consent !== null && this.consent.start >= cut) this.consent = null
  }
}
