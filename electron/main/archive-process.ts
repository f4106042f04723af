// Starts the archive process, hands it the ports, says when it has locked and while it records. Started again for the next window if it died.
import type { ForkOptions, MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron'
import type { FromArchive, ToArchive } from '../../shared/contract/process-messages.ts'
import { mainPortChannel } from '../../shared/rpc/message-port.ts'
import { createMediaReader } from './media-reader.ts'
import type { MediaReader } from './media-reader.ts'
import { createTranscriber, type TranscriberStart } from './transcriber-process.ts'

export interface ArchiveStart extends TranscriberStart {
  fork(entry: string, given: string[], options: ForkOptions): UtilityProcess
  createChannel(): MessageChannelMain
  /** The built entry of the archive process. */
  readonly entry: string
  readonly dataFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  onLocked(): void
  /** Somebody else is at the window of the open archive. */
  onHandedOver(): void
  /** She is being recorded by the page that is there, or not, or that can no longer be known. */
  onRecording(underWay: boolean): void
  /** A take is under way, which has a window of its own, or no more. A process that died records nothing. */
  onTake(underWay: boolean): void
}

export interface ArchiveHandle {
  /** A fresh port for one page. */
  attach(): MessagePortMain
  /** A fresh port for the page that records. */
  attachRecorder(): MessagePortMain
  media(): MediaReader
  lock(): void
  /** Resolves when the process has ended, or was ended after five seconds. */
  close(): Promise<void>
}

interface Running {
  readonly child: UtilityProcess
  readonly media: MediaReader
}

/** It has locked already, so there is nothing to write. */
const partingLimit = 1_000
/** Long enough to finish a write and a checkpoint; a quit must not hang. */
const closingLimit = 5_000

/** The surroundings without what changes how Node or Electron behave. */
export function plainEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !/^(NODE|ELECTRON|UV|LD|DYLD|SSL|OPENSSL)_|proxy|^SSLKEYLOGFILE$/i.test(name))
      kept[name] = value
  }
  return kept
}

export function createArchive(start: ArchiveStart): ArchiveHandle {
  let running: Running | undefined
  const transcriber = createTranscriber(start, start.env, () => {
    if (running !== undefined) tell(running.child, { kind: 'transcriberEnded' })
  })

  function tell(child: UtilityProcess, message: ToArchive, port?: MessagePortMain): void {
    child.postMessage(message, port === undefined ? [] : [port])
  }

  function run(): Running {
    if (running !== undefined) return running
    const child = start.fork(start.entry, [], {
      serviceName: 'Firsthand archive',
      env: plainEnvironment(start.env),
      execArgv: [],
      stdio: 'ignore',
      allowLoadingUnsignedLibraries: false,
    })
    child.once('exit', () => {
      if (running?.child !== child) return
      running = undefined
      transcriber.end()
      start.onRecording(false)
      start.onTake(false)
    })
    child.on('message', (message: FromArchive) => {
      if (running?.child !== child) return
      if (message.kind === 'transcriber') {
        if (message.wanted) tell(child, { kind: 'transcriber' }, transcriber.start())
        else transcriber.end()
        return
      }
      if (message.kind === 'spent') return letGo(child)
      if (message.kind === 'take') return start.onTake(message.underWay)
      start.onRecording(message.kind === 'recording' && message.underWay)
      if (message.kind === 'locked') start.onLocked()
      else if (message.kind === 'handedOver') start.onHandedOver()
      else if (message.underWay) tell(child, { kind: 'recordingHeard' })
    })
    tell(child, { kind: 'places', dataFolder: start.dataFolder })
    const { port1, port2 } = start.createChannel()
    tell(child, { kind: 'media' }, port2)
    running = { child, media: createMediaReader(mainPortChannel(port1)) }
    return running
  }

  /** What a program's strings held cannot be wiped from its memory: it ends, and the next page gets another. */
  function letGo(child: UtilityProcess): void {
    running = undefined
    const limit = setTimeout(() => child.kill(), partingLimit)
    child.once('exit', () => clearTimeout(limit))
    tell(child, { kind: 'close' })
  }

  return {
    attach() {
      // NOTE: a page that loads has taken the place of the one that recorded.
      start.onRecording(false)
      const { port1, port2 } = start.createChannel()
      tell(run().child, { kind: 'attach' }, port2)
      return port1
    },
    attachRecorder() {
      const { port1, port2 } = start.createChannel()
      tell(run().child, { kind: 'attachRecorder' }, port2)
      return port1
    },
    media: () => run().media,
    lock() {
      start.onRecording(false)
      if (running !== undefined) tell(running.child, { kind: 'lock' })
    },
    async close() {
      start.onRecording(false)
      if (running === undefined) return
      const { child } = running
      await new Promise<void>((resolve) => {
        const limit = setTimeout(() => {
          child.kill()
          resolve()
        }, closingLimit)
        child.once('exit', () => {
          clearTimeout(limit)
          resolve()
        })
        tell(child, { kind: 'close' })
      })
    },
  }
}
