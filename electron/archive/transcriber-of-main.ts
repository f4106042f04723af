// The transcriber as the archive gets it from Electron's main process: asked for in words, spoken to over a port.
import type { StartTranscriber, ToTranscriber } from '../../shared/contract/transcriber-messages.ts'
import type { MainPort } from '../../shared/rpc/message-port.ts'

export interface TranscriberOfMain {
  readonly start: StartTranscriber
  /** The port of the one that was asked for last. */
  came(port: MainPort): void
  /** The one that there is has ended. */
  ended(): void
}

interface Asked {
  port: MainPort | null
  readonly waiting: ToTranscriber[]
  readonly listeners: ((message: unknown) => void)[]
  readonly endings: (() => void)[]
}

/** `ask` tells main that one is wanted, or no longer. */
export function transcriberOfMain(ask: (wanted: boolean) => void): TranscriberOfMain {
  let asked: Asked | null = null
  function end(one: Asked): void {
    if (asked === one) asked = null
    one.port?.close()
    for (const tell of one.endings.splice(0)) tell()
  }
  return {
    start() {
      if (asked !== null) end(asked)
      const one: Asked = { port: null, waiting: [], listeners: [], endings: [] }
      asked = one
      ask(true)
      return {
        post(message) {
          if (one.port === null) one.waiting.push(message)
          else one.port.postMessage(message)
        },
        onMessage: (listener) => void one.listeners.push(listener),
        onEnd: (listener) => void one.endings.push(listener),
        kill() {
          if (asked === one) ask(false)
          end(one)
        },
      }
    },
    came(port) {
      const one = asked
      if (one === null || one.port !== null) return port.close()
      one.port = port
      port.on('message', ({ data }) => {
        for (const listener of one.listeners) listener(data)
      })
      port.on('close', () => end(one))
      port.start()
      for (const message of one.waiting.splice(0)) port.postMessage(message)
    },
    ended() {
      if (asked !== null) end(asked)
    },
  }
}
