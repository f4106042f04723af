// The archive as Electron's utility process: ports come in from main, and a word goes back when it has
// locked, was handed over, or records.
// NOTE: `process.parentPort` is there without importing electron, which this room never does.
import type { FromArchive, ToArchive } from '../../shared/contract/process-messages.ts'
import { mainPortChannel } from '../../shared/rpc/message-port.ts'
import type { MainPort } from '../../shared/rpc/message-port.ts'
import { openArchiveProcess } from './open-process.ts'
import type { ArchiveProcess } from './open-process.ts'
import { serveMedia } from './serve-media.ts'
import { transcriberOfMain } from './transcriber-of-main.ts'
import { untilSpent, type UntilSpent } from './until-spent.ts'
import { watchTake } from './watch-take.ts'

interface ParentPort {
  on(event: 'message', listener: (event: { data: ToArchive; ports: MainPort[] }) => void): void
  postMessage(message: FromArchive): void
}

const { parentPort } = process as NodeJS.Process & { readonly parentPort: ParentPort }
let archive: ArchiveProcess | undefined
let spent: UntilSpent | undefined
const transcriber = transcriberOfMain((wanted) => parentPort.postMessage({ kind: 'transcriber', wanted }))
/** What waits for main to have heard of a recording, in the order of the telling. */
const untilHeard: (() => void)[] = []

/** Resolves when main has heard that she is recorded: only then can the page be given the microphone. */
function tellOfRecording(underWay: boolean): Promise<void> {
  parentPort.postMessage({ kind: 'recording', underWay })
  return underWay ? new Promise((resolve) => void untilHeard.push(resolve)) : Promise.resolve()
}

parentPort.on('message', ({ data, ports }) => {
  if (data.kind === 'places') {
    archive ??= openArchiveProcess({
      dataFolder: data.dataFolder,
      host: 'electron',
      startTranscriber: transcriber.start,
    })
    archive.watchRecording(tellOfRecording)
    // NOTE: in one watch, so that main hears of the lock before the process asks to be ended.
    spent = untilSpent(archive, {
      locked: () => parentPort.postMessage({ kind: 'locked' }),
      handedOver: () => parentPort.postMessage({ kind: 'handedOver' }),
      spent: () => parentPort.postMessage({ kind: 'spent' }),
    })
    watchTake(archive, (underWay) => parentPort.postMessage({ kind: 'take', underWay }))
    return
  }
  if (archive === undefined) throw new Error('the places come first')
  const [port] = ports
  if (data.kind === 'attach') spent?.came()
  if (data.kind === 'attach' && port !== undefined) archive.attach(mainPortChannel(port))
  else if (data.kind === 'attachRecorder' && port !== undefined) archive.attachRecorder(mainPortChannel(port))
  else if (data.kind === 'media' && port !== undefined) serveMedia(mainPortChannel(port), archive.media)
  else if (data.kind === 'transcriber' && port !== undefined) transcriber.came(port)
  else if (data.kind === 'transcriberEnded') transcriber.ended()
  else if (data.kind === 'recordingHeard') untilHeard.shift()?.()
  else if (data.kind === 'lock') void archive.lock()
  else if (data.kind === 'close') void archive.close().finally(() => process.exit(0))
})
