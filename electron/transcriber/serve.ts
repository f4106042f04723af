// What the transcriber does with each word of the archive: loads a model once, then hears one piece of sound after another.
import type { FromTranscriber, ToTranscriber } from '../../shared/contract/transcriber-messages.ts'
import { loadNative, openEngine, type Engine } from './engine.ts'

const watchEveryMs = 500

/** NOTE: nothing is finished first: a thread of the engine would go on for as long as it hears. */
export function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL')
}

function watchMemory(mostBytes: number, tell: (message: FromTranscriber) => void): void {
  const look = (): void => {
    if (process.memoryUsage.rss() <= mostBytes) return
    tell({ kind: 'failed', why: 'memory' })
    setTimeout(endAtOnce, 100)
  }
  setInterval(look, watchEveryMs).unref()
}

function opened({ model, threads }: Extract<ToTranscriber, { kind: 'load' }>): Engine | 'engine' | 'model' {
  let native
  try {
    native = loadNative()
  } catch {
    return 'engine'
  }
  try {
    return openEngine(native, model, threads)
  } catch {
    return 'model'
  }
}

/** Gives what is to be called with each message. `tell` sends an answer. */
export function serveArchive(tell: (message: FromTranscriber) => void): (message: ToTranscriber) => void {
  let engine: Engine | undefined
  return (message) => {
    if (message.kind === 'load') {
      if (engine !== undefined) return
      watchMemory(message.mostBytes, tell)
      const result = opened(message)
      if (typeof result === 'string') return tell({ kind: 'failed', why: result })
      engine = result
      return tell({ kind: 'ready' })
    }
    const { number, samples, language } = message
    if (engine === undefined) return tell({ kind: 'failed', why: 'engine' })
    engine.hear(samples, language).then(
      ({ whole, pieces }) => tell({ kind: 'heard', number, whole, pieces: [...pieces] }),
      () => tell({ kind: 'failed', why: 'sound' }),
    )
  }
}
