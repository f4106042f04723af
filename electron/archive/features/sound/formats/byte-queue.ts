// Bytes that come in pieces of any size and are taken in lengths that are wanted.
import { Failure } from '../../../../../shared/contract/failure.ts'

export class ByteQueue {
  readonly #pieces: AsyncIterator<Uint8Array>
  #held = Buffer.alloc(0)
  #ended = false

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** At least `length` bytes, or all that are left. They are still there afterwards. */
  async ahead(length: number): Promise<Buffer> {
    if (this.#held.length >= length || this.#ended) return this.#held
    const parts = [this.#held]
    let have = this.#held.length
    while (have < length && !this.#ended) {
      const next = await this.#pieces.next()
      if (next.done === true) this.#ended = true
      else {
        parts.push(Buffer.from(next.value))
        have += next.value.length
      }
    }
    this.#held = Buffer.concat(parts)
    return this.#held
  }

  skip(length: number): void {
    this.#held = this.#held.subarray(length)
  }

  /** Exactly so many. Throws Failure checkFailed where there are fewer. */
  async take(length: number): Promise<Buffer> {
    const held = await this.ahead(length)
    if (held.length < length) throw new Failure('checkFailed')
    const taken = held.subarray(0, length)
    this.skip(length)
    return taken
  }

  async atEnd(): Promise<boolean> {
    return (await this.ahead(1)).length === 0
  }

  /** Lets go of where they come from. */
  async leave(): Promise<void> {
    await this.#pieces.return?.()
  }
}
