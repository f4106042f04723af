// The transcriber as Electron's utility process, started when the archive process asks for it. Main brings the two together
// over a port of their own and sees neither sound nor words.
import type { ForkOptions, MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron'

export interface TranscriberStart {
  fork(entry: string, given: string[], options: ForkOptions): UtilityProcess
  createChannel(): MessageChannelMain
  /** The built entry of the transcriber. */
  readonly transcriberEntry: string
}

export interface TranscriberHandle {
  /** A new transcriber; one that is there already is ended. Gives the archive's end of the port. */
  start(): MessagePortMain
  end(): void
}

/** Windows loads nothing without the first; the second keeps the engine's threads from waiting in circles. */
function barest({ SystemRoot }: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return { ...(SystemRoot === undefined ? {} : { SystemRoot }), OMP_WAIT_POLICY: 'passive' }
}

/** `onEnded` is told of a transcriber that has ended by itself. */
export function createTranscriber(
  from: TranscriberStart,
  env: Readonly<Record<string, string | undefined>>,
  onEnded: () => void,
): TranscriberHandle {
  let running: UtilityProcess | undefined
  const end = (): void => {
    const child = running
    running = undefined
    child?.kill()
  }
  return {
    start() {
      end()
      const child = from.fork(from.transcriberEntry, [], {
        serviceName: 'Firsthand transcriber',
        env: barest(env),
        execArgv: [],
        stdio: 'ignore',
        allowLoadingUnsignedLibraries: false,
      })
      child.once('exit', () => {
        if (running !== child) return
        running = undefined
        onEnded()
      })
      running = child
      const { port1, port2 } = from.createChannel()
      child.postMessage({}, [port2])
      return port1
    },
    end,
  }
}
