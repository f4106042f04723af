// Starts a decoding worker for one thing, hands on what it gives, and ends it, whatever happens.
import { Failure } from '../../../shared/contract/failure.ts'
import { ownWorker } from '../own-worker.ts'
import decodeWorkerAddress from './decode-worker.ts?worker&url'
import { silenceLimit } from './silence-limit.ts'
import type { FromWorker, ToWorker, Wanted } from './worker-words.ts'

/** A slow machine says something within seconds; a file that leads a reader astray never does. */
const longestSilenceMs = 120_000

const newWorker = ownWorker('firsthand-decoding', decodeWorkerAddress)

/**
 * Resolves when the worker is done; `onPiece` is awaited before the next piece is made. Rejects with `cancelled`
 * (the signal), `soundUnreadable` (it could not be read or decoded, or nothing came for two minutes), or what `onPiece`
 * threw.
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
    let isOver = false
    const end = (finish: () => void): void => {
      isOver = true
      worker.terminate()
      limit.end()
      signal?.removeEventListener('abort', cancel)
      finish()
    }
    const cancel = (): void => end(() => reject(new Failure('cancelled')))
    const giveUp = (): void => end(() => reject(new Failure('soundUnreadable')))
    const limit = silenceLimit(longestSilenceMs, giveUp)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.addEventListener('error', giveUp)
    worker.addEventListener('messageerror', giveUp)
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      const message = event.data
      if (message.kind === 'done') return end(resolve)
      if (message.kind === 'failed') return giveUp()
      if (message.kind === 'progress') {
        limit.begin()
        return onProgress(message.done)
      }
      limit.end()
      onPiece(message.bytes).then(
        () => {
          if (isOver) return
          limit.begin()
          tell({ kind: 'next' })
        },
        (reason: unknown) => end(() => reject(reason as Error)),
      )
    })
    limit.begin()
    tell(wanted)
  })
}

/** The whole address of a recording's file: a worker knows none but its own. */
export function mediaAddress(media: string): string {
  return new URL(`/media/${media}`, location.href).href
}
