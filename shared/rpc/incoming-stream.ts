// A stream as the asker reads it. Never holds more than one window of items: the other side waits for what was taken.
import { Failure } from '../contract/failure.ts'
import type { Asking, Waiting } from './client.ts'
import { streamWindow } from './wire.ts'

interface Reader {
  resolve(result: IteratorResult<unknown>): void
  reject(failure: Failure): void
}

const done: IteratorResult<unknown> = { done: true, value: undefined }

export class IncomingStream implements AsyncIterableIterator<unknown>, Waiting {
  /** 0 until it was asked for. */
  id = 0
  readonly #asking: Asking
  readonly #check: (value: unknown) => unknown
  #items: unknown[] = []
  #readers: Reader[] = []
  #taken = 0
  #ended = false
  #failure: Failure | null = null
  #stopListening: () => void = () => {}

  constructor(asking: Asking, check: (value: unknown) => unknown) {
    this.#asking = asking
    this.#check = check
  }

  /** Cancels, and throws `cancelled` to whoever reads, when `signal` fires. */
  cancelWith(signal: AbortSignal | undefined): void {
    if (signal === undefined) return
    const cancel = (): void => this.#drop(new Failure('cancelled'))
    signal.addEventListener('abort', cancel, { once: true })
    this.#stopListening = () => signal.removeEventListener('abort', cancel)
  }

  value(kind: 'answer' | 'item', value: unknown): void {
    if (this.#ended) return
    let item: unknown
    try {
      if (kind === 'answer' || this.#items.length >= streamWindow) throw new Failure('badOutput')
      item = this.#check(value)
    } catch (failure) {
      this.#drop(failure as Failure)
      return
    }
    const reader = this.#readers.shift()
    if (reader === undefined) {
      this.#items.push(item)
      return
    }
    this.#took()
    reader.resolve({ done: false, value: item })
  }

  end(): void {
    this.#finish(null)
  }

  fail(failure: Failure): void {
    this.#finish(failure)
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.#items.length > 0) {
      const value = this.#items.shift()
      this.#took()
      return Promise.resolve({ done: false, value })
    }
    if (!this.#ended) return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }))
    const failure = this.#failure
    this.#failure = null
    return failure === null ? Promise.resolve(done) : Promise.reject(failure)
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#drop(null)
    return Promise.resolve(done)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #took(): void {
    this.#taken += 1
    if (this.#ended || this.#taken < streamWindow / 2) return
    this.#asking.tell(['more', this.id, this.#taken])
    this.#taken = 0
  }

  /** Leaves the stream before its end: what lies ready is forgotten, and the other side is told. */
  #drop(failure: Failure | null): void {
    this.#items = []
    if (!this.#ended) {
      this.#asking.forget(this.id)
      this.#asking.tell(['cancel', this.id])
    }
    this.#finish(failure)
    if (failure === null) this.#failure = null
  }

  #finish(failure: Failure | null): void {
    if (this.#ended) return
    this.#ended = true
    this.#stopListening()
    const readers = this.#readers
    this.#readers = []
    // a failure is thrown once, to the first who reads; afterwards the stream is at its end
    this.#failure = readers.length > 0 ? null : failure
    for (const [place, reader] of readers.entries()) {
      if (failure !== null && place === 0) reader.reject(failure)
      else reader.resolve(done)
    }
  }
}
