// Long work that is done in small pieces, so that other calls are answered meanwhile and whoever asked may leave.
import { Failure } from '../../shared/contract/failure.ts'

/** Milliseconds after which others have their turn. */
const longestMs = 15

/** Runs it to its end. Throws Failure cancelled when `signal` fires, and whatever it throws itself. */
export async function unhurried<T>(work: Generator<unknown, T>, signal: AbortSignal): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() - since < longestMs) continue
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) throw new Failure('cancelled')
    since = performance.now()
  }
}
