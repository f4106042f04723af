// A process of its own that turns sound into words: it holds no key and opens nothing but the model. It speaks over a port
// of Electron's, or over the pipe of a plain child process, and ends with it.
import { setPriority } from 'node:os'
import type { FromTranscriber, ToTranscriber } from '../../shared/contract/transcriber-messages.ts'
import { endAtOnce, serveArchive } from './serve.ts'

interface Port {
  on(event: 'message', listener: (event: { data: ToTranscriber }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: FromTranscriber): void
  start(): void
}
interface ParentPort {
  once(event: 'message', listener: (event: { ports: Port[] }) => void): void
}

// NOTE: `process.parentPort` is there without importing electron.
const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort }

try {
  // Whoever works at this machine comes first.
  setPriority(10)
} catch {
  // Then it takes its turn as everything does.
}

if (parentPort === undefined) {
  const hear = serveArchive((message) => void process.send?.(message))
  process.on('message', hear)
  process.on('disconnect', endAtOnce)
} else {
  parentPort.once('message', ({ ports: [port] }) => {
    if (port === undefined) return endAtOnce()
    const hear = serveArchive((message) => port.postMessage(message))
    port.on('message', ({ data }) => hear(data))
    port.on('close', endAtOnce)
    port.start()
  })
}
