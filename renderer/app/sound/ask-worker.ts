// Starts a decoding worker for one thing, hands on what it gives, and ends it, whatever happens.
import { Failure } from '../../../shared/contract/failure.ts'
import decodeWorkerAddress from './decode-worker.ts?worker&url'
import type { FromWorker, ToWorker, Wanted } from './worker-words.ts'

interface AddressPolicy {
  createScriptURL(address: string): string
}
interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): AddressPolicy
}

// NOTE: the page's policy lets no script start from a plain string; this rule knows one address and refuses any other.
const rules = {
  createScriptURL(address: string): string {
    if (address !== decodeWorkerAddress) throw new TypeError('not the decoding worker')
    return address
  },
}
let policy: AddressPolicy | undefined

function newWorker(): Worker {
  const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes
  policy ??= maker?.createPolicy('firsthand-decoding', rules) ?? rules
  return new Worker(policy.createScriptURL(decodeWorkerAddress), { type: 'module' })
}

/**
 * Resolves when the worker is done; `onPiece` is awaited before the next piece is made. Rejects with `cancelled`
 * (the signal), `soundUnreadable` (it could not be read or decoded), or what `onPiece` threw.
 */
export function askWorker(
  wanted: Wanted,
  onPiece: (bytes: Uint8Array) => Promise<void>,
  onProgress: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Failure('cancelled'))
    const worker = newWorker()
    const tell = (message: ToWorker): void => worker.postMessage(message)
    const end = (finish: () => void): void => {
      worker.terminate()
      signal?.removeEventListener('abort', cancel)
      finish()
    }
    const cancel = (): void => end(() => reject(new Failure('cancelled')))
    signal?.addEventListener('abort', cancel, { once: true })
    worker.addEventListener('error', () => end(() => reject(new Failure('soundUnreadable'))))
    worker.addEventListener('messageerror', () => end(() => reject(new Failure('soundUnreadable'))))
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      const message = event.data
      if (message.kind === 'progress') return onProgress(message.done)
      if (message.kind === 'done') return end(resolve)
      if (message.kind === 'failed') return end(() => reject(new Failure('soundUnreadable')))
      onPiece(message.bytes).then(
        () => tell({ kind: 'next' }),
        (reason: unknown) => end(() => reject(reason as Error)),
      )
    })
    tell(wanted)
  })
}

/** The whole address of a recording's file: a worker knows none but its own. */
export function mediaAddress(media: string): string {
  return new URL(`/media/${media}`, location.href).href
}
