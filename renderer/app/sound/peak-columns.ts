// A recording drawn as columns: each the loudest sample of its stretch. Where a recording is longer than they reach, two of
// them become one, so that nobody needs to know beforehand how long it is.
import { columnOf, finestColumnMs, mostColumns, type Peaks } from '../../../shared/domain/sound/peaks.ts'

export class PeakColumns {
  readonly #sampleRate: number
  readonly #most: number
  #columnMs = finestColumnMs
  #loudest: Float32Array
  #used = 0

  /** @param most columns at most; an even number */
  constructor(sampleRate: number, most: number = mostColumns) {
    this.#sampleRate = sampleRate
    this.#most = most
    this.#loudest = new Float32Array(Math.min(most, 4_096))
  }

  /** `frame` is the number of the first of `samples`, counted from the recording's start; a hole is silence. */
  push(frame: number, samples: Float32Array): void {
    for (let at = 0; at < samples.length;) {
      const framesAColumn = (this.#columnMs * this.#sampleRate) / 1000
      const column = Math.max(0, Math.floor((frame + at) / framesAColumn))
      if (column >= this.#most) {
        this.#halve()
        continue
      }
      const until = Math.min(samples.length, Math.max(at + 1, Math.ceil((column + 1) * framesAColumn) - frame))
      let loudest = 0
      for (; at < until; at += 1) {
        const loudness = Math.abs(samples[at] ?? 0)
        if (loudness > loudest) loudest = loudness
      }
      this.#put(column, loudest)
    }
  }

  peaks(): Peaks {
    return { columnMs: this.#columnMs, columns: Uint8Array.from(this.#loudest.subarray(0, this.#used), columnOf) }
  }

  #put(column: number, loudness: number): void {
    if (column >= this.#loudest.length) {
      const larger = new Float32Array(Math.min(this.#most, Math.max(column + 1, this.#loudest.length * 2)))
      larger.set(this.#loudest)
      this.#loudest = larger
    }
    this.#used = Math.max(this.#used, column + 1)
    if (loudness > (this.#loudest[column] ?? 0)) this.#loudest[column] = loudness
  }

  #halve(): void {
    const half = Math.ceil(this.#used / 2)
    for (let column = 0; column < half; column += 1)
      this.#loudest[column] = Math.max(this.#loudest[2 * column] ?? 0, this.#loudest[2 * column + 1] ?? 0)
    this.#loudest.fill(0, half)
    this.#used = half
    this.#columnMs *= 2
  }
}
