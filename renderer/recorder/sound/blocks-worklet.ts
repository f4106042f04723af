// Runs where sound is made: hands each 20 ms of what the microphone gives to the page, untouched. Told a number, it throws
// away what it has of the next 20 ms and gives the number back.
// NOTE: a worklet is a script of its own, so its names stand beside nobody else's.

/** 20 ms at 48 kHz; a second is fifty of them. */
const frames = 960

export {}

declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

class Blocks extends AudioWorkletProcessor {
  #channels: Float32Array[] = []
  #filled = 0

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<number>) => {
      for (const samples of this.#channels) samples.fill(0)
      this.#filled = 0
      this.port.postMessage(data)
    }
  }

  /** Of 128 frames each time. An input without channels is a microphone that has gone. */
  process([input]: Float32Array[][]): boolean {
    const [first] = input ?? []
    if (input === undefined || first === undefined) return true
    if (this.#channels.length !== input.length) this.#begin(input.length)
    for (let at = 0; at < first.length;) {
      const taken = Math.min(first.length - at, frames - this.#filled)
      for (const [channel, samples] of input.entries())
        this.#channels[channel]?.set(samples.subarray(at, at + taken), this.#filled)
      this.#filled += taken
      at += taken
      if (this.#filled < frames) continue
      const whole = this.#channels
      this.#begin(input.length)
      this.port.postMessage(
        whole,
        whole.map(({ buffer }) => buffer as ArrayBuffer),
      )
    }
    return true
  }

  #begin(channels: number): void {
    this.#channels = Array.from({ length: channels }, () => new Float32Array(frames))
    this.#filled = 0
  }
}

registerProcessor('blocks', Blocks)
