// How much more of a take there is room for, looked at every few seconds while it is recorded.
import type { SoundShape } from '../../store/takes.ts'
import { bytesPerMs, freeBytes, roomFor } from './room.ts'

/** A day, which no recording is longer than. */
const longestMs = 86_400_000
const lookEveryMs = 3_000

interface TakeOnDisk {
  readonly take: { readonly folder: string; readonly shape: SoundShape }
  readonly keptBytes: number
  readonly keptMs: number
}

export class RoomLeft {
  #ms = 0
  #lookedAt = -Infinity

  /** Milliseconds of sound. */
  get ms(): number {
    return this.#ms
  }

  /** As much as there can be, until it is looked at. */
  begin(): void {
    this.#ms = longestMs
    this.#lookedAt = -Infinity
  }

  /** The disk said itself that it is full. */
  saidFull(): void {
    this.#ms = 0
  }

  /** Does nothing where it was looked at a moment ago; `now` in milliseconds. Gives whether it is another second now. */
  async look(taken: TakeOnDisk, now: number): Promise<boolean> {
    if (now - this.#lookedAt < lookEveryMs) return false
    this.#lookedAt = now
    try {
      const perMs = bytesPerMs(taken.take.shape, taken.keptBytes, taken.keptMs)
      const before = this.#ms
      this.#ms = roomFor(await freeBytes(taken.take.folder), taken.keptBytes, perMs)
      return Math.floor(before / 1000) !== Math.floor(this.#ms / 1000)
    } catch {
      return false // a disk that says nothing of itself is still written on
    }
  }
}
