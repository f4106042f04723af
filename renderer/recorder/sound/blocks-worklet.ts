// Runs where sound is made, in browsers that hand a microphone's sound to nothing else: gives each 20 ms of it to the page.
// Asked to forget, it throws away what it has of the next 20 ms and gives the number back.
import type { Forgetting } from './blocks.ts'
import { OpenBlock } from './open-block.ts'

declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

class Blocks extends AudioWorkletProcessor {
  readonly #open = new OpenBlock((block) =>
    this.port.postMessage(
      block,
      block.map(({ buffer }) => buffer),
    ),
  )

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<Forgetting>) => {
      this.#open.forget()
      this.port.postMessage(data.asked)
    }
  }

  /** Of 128 frames each time. An input without channels is a microphone that has gone. */
  process([input]: Float32Array[][]): boolean {
    if (input?.[0] !== undefined) this.#open.push(input)
    return true
  }
}

registerProcessor('blocks', Blocks)
