// What every format is written by: samples in, bytes out, piece by piece. It is handed redacted samples and nothing else.

export interface SoundWriter {
  /** Signed 16-bit samples of one channel, one piece after another. */
  take(samples: Int16Array): Promise<void>
  /** Once, when all have come. */
  finish(): Promise<void>
  /** Lets go of what it holds, whether it came to its end or not. */
  free?(): void
}

/** Takes the next bytes of a file; they stay as they are until it is done. */
export type Put = (bytes: Uint8Array) => Promise<unknown>

/** Collects samples into blocks of `length`, the last one as long as what is left. */
export class Blocks {
  readonly #block: Int16Array
  #filled = 0

  constructor(length: number) {
    this.#block = new Int16Array(length)
  }

  async take(samples: Int16Array, whole: (block: Int16Array) => Promise<void>): Promise<void> {
    for (let at = 0; at < samples.length;) {
      const part = samples.subarray(at, at + this.#block.length - this.#filled)
      this.#block.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
      if (this.#filled < this.#block.length) continue
      this.#filled = 0
      await whole(this.#block)
    }
  }

  rest(): Int16Array {
    return this.#block.subarray(0, this.#filled)
  }
}
