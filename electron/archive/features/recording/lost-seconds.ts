// Seconds that did not come onto a disk that was full or failing: they may be sent again, and are a gap if they are not.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { GapSaid } from './taken.ts'

export function isFullOrFailing(error: unknown): error is Failure {
  return error instanceof Failure && (error.code === 'diskFull' || error.code === 'diskFailing')
}

export class LostSeconds {
  readonly #ms = new Map<number, number>()

  get any(): boolean {
    return this.#ms.size > 0
  }

  add(sequence: number, ms: number): void {
    this.#ms.set(sequence, ms)
  }

  /** What is missing before this second; null where nothing is. */
  before(sequence: number): GapSaid | null {
    let lastedMs = 0
    for (const [at, ms] of this.#ms) if (at < sequence) lastedMs += ms
    return lastedMs === 0 ? null : { kind: 'diskFull', lastedMs }
  }

  forget(): void {
    this.#ms.clear()
  }
}
