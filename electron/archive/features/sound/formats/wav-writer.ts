// WAV of one channel with 16 bits: a head and the samples, and no other chunk.
import { wavHead } from '../../../exporters/wav.ts'
import type { Put, SoundWriter } from './sound-writer.ts'

export class WavWriter implements SoundWriter {
  readonly #put: Put
  #head: Uint8Array | null

  constructor(put: Put, samples: number, sampleRate: number) {
    this.#put = put
    this.#head = wavHead(samples, sampleRate)
  }

  async take(samples: Int16Array): Promise<void> {
    await this.#begin()
    await this.#put(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
  }

  async finish(): Promise<void> {
    await this.#begin()
  }

  async #begin(): Promise<void> {
    const head = this.#head
    this.#head = null
    if (head !== null) await this.#put(head)
  }
}
