// Sends seconds of sound in their order, one after the other, and holds no more than a few while it waits. What the
// archive has acknowledged is never sent again, and what belongs to an older epoch is thrown away.
import { Failure, type FailureCode } from '../../../shared/contract/failure.ts'
import type { Second } from './seconds.ts'

/** Seconds that may wait. Where the disk does not keep up for longer, the sound after them is a gap. */
export const mostHeld = 8
/** What a full or failing disk did not take is tried again after this many milliseconds. */
const againMs = 1_000

export interface SendingTo {
  append(second: Second, epoch: number, sequence: number): Promise<{ readonly keptMs: number }>
  onKept(keptMs: number): void
  /** Something else than sound of an older epoch was not taken. */
  onFailure(code: FailureCode): void
  /** Seconds were lost, because too many waited; false once there is room again. */
  onTooMuch(tooMuch: boolean): void
}

type Waiting = { readonly second: Second } | { readonly work: () => Promise<void> }

export class Sending {
  readonly #to: SendingTo
  #held: Waiting[] = []
  #epoch = -1
  #sequence = 0
  #isRunning = false
  #isTooMuch = false
  #isEnded = false
  /** Sound of this epoch is not taken any more. */
  #isStale = true
  #settled: (() => void)[] = []

  constructor(to: SendingTo) {
    this.#to = to
  }

  /** Sound from here on is of this epoch; what was held is of an older one. The same epoch again changes nothing. */
  begin(epoch: number): void {
    if (epoch === this.#epoch) return
    this.#epoch = epoch
    this.#sequence = 0
    this.forget()
    this.#isStale = false
  }

  /** Whether sound would be taken now, as far as is known. */
  get isOpen(): boolean {
    return !this.#isStale && !this.#isEnded
  }

  put(second: Second): void {
    if (!this.isOpen) return
    const seconds = this.#held.reduce((sum, one) => sum + ('second' in one ? 1 : 0), 0)
    if (seconds >= mostHeld) return this.#tooMuch(true)
    this.#held.push({ second })
    void this.#run()
  }

  /** Does something between the sound before it and the sound after it. */
  inTurn(work: () => Promise<void>): void {
    if (this.#isEnded) return
    this.#held.push({ work })
    void this.#run()
  }

  /** Throws away the sound that waits. */
  forget(): void {
    this.#held = this.#held.filter((one) => 'work' in one)
  }

  /** Resolves when nothing waits any more, or after `patience` milliseconds. */
  settle(patience: number): Promise<void> {
    if (!this.#isRunning && this.#held.length === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, patience)
      this.#settled.push(() => {
        clearTimeout(limit)
        resolve()
      })
    })
  }

  /** Nothing is sent from here on. */
  end(): void {
    this.#isEnded = true
    this.#held = []
    this.#tellSettled()
  }

  #tooMuch(tooMuch: boolean): void {
    if (tooMuch === this.#isTooMuch) return
    this.#isTooMuch = tooMuch
    this.#to.onTooMuch(tooMuch)
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    while (!this.#isEnded) {
      const [next] = this.#held
      if (next === undefined) break
      // NOTE: looked at again after the wait, because an older epoch's sound may have gone from the list meanwhile.
      const isDone = 'work' in next ? await this.#work(next.work) : await this.#send(next.second)
      if (isDone && this.#held[0] === next) this.#held.shift()
      if (this.#held.length < mostHeld / 2) this.#tooMuch(false)
    }
    this.#isRunning = false
    this.#tellSettled()
  }

  async #work(work: () => Promise<void>): Promise<boolean> {
    await work().catch(() => {})
    return true
  }

  /** False where it is to be tried again. */
  async #send(second: Second): Promise<boolean> {
    const epoch = this.#epoch
    try {
      const { keptMs } = await this.#to.append(second, epoch, this.#sequence)
      if (epoch !== this.#epoch) return true
      this.#sequence += 1
      this.#to.onKept(keptMs)
      return true
    } catch (thrown) {
      const code = thrown instanceof Failure ? thrown.code : 'broken'
      if (epoch !== this.#epoch) return true
      if (code === 'staleSound') {
        this.#isStale = true
        this.forget()
        return true
      }
      this.#to.onFailure(code)
      if (code !== 'diskFull' && code !== 'diskFailing') {
        if (code === 'disconnected' || code === 'notFound') this.end()
        return true
      }
      await new Promise((resolve) => setTimeout(resolve, againMs))
      return false
    }
  }

  #tellSettled(): void {
    const waiting = this.#settled
    this.#settled = []
    for (const tell of waiting) tell()
  }
}
