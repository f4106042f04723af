// Gathers what a microphone gives, in whatever pieces, into blocks of 20 ms at 48 kHz.

/** 20 ms at 48 kHz; a second is fifty of them. */
export const blockFrames = 960

export class OpenBlock {
  readonly #onWhole: (block: Float32Array<ArrayBuffer>[]) => void
  #channels: Float32Array<ArrayBuffer>[] = []
  #filled = 0

  constructor(onWhole: (block: Float32Array<ArrayBuffer>[]) => void) {
    this.#onWhole = onWhole
  }

  /** Channels of one length; another number of them begins another block. */
  push(input: readonly Float32Array[]): void {
    const length = input[0]?.length ?? 0
    if (this.#channels.length !== input.length) this.#begin(input.length)
    for (let at = 0; at < length;) {
      const taken = Math.min(length - at, blockFrames - this.#filled)
      for (const [channel, samples] of input.entries())
        this.#channels[channel]?.set(samples.subarray(at, at + taken), this.#filled)
      this.#filled += taken
      at += taken
      if (this.#filled < blockFrames) continue
      const whole = this.#channels
      this.#begin(input.length)
      this.#onWhole(whole)
    }
  }

  forget(): void {
    for (const samples of this.#channels) samples.fill(0)
    this.#filled = 0
  }

  #begin(channels: number): void {
    this.#channels = Array.from({ length: channels }, () => new Float32Array(blockFrames))
    this.#filled = 0
  }
}
