// A channel over a message port. The three kinds of port differ in how they say what came and that they closed.
import { channelOver, type Channel } from './channel.ts'

/** A worker_threads port: 'message' gives the value itself, and listening starts it. */
export interface WorkerPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
  close(): void
}

/** Electron's MessagePortMain: 'message' gives `{ data }`, and nothing comes before `start()`. */
export interface MainPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** A channel over a DOM MessagePort (window, worker). */
export function domPortChannel(port: MessagePort): Channel {
  const end = channelOver({ post: (message) => port.postMessage(message), shut: () => port.close() })
  port.addEventListener('message', (event: MessageEvent<unknown>) => end.arrived(event.data))
  port.addEventListener('messageerror', () => end.channel.close())
  port.addEventListener('close', end.gone)
  port.start()
  return end.channel
}

/** A channel over a port of node:worker_threads. */
export function workerPortChannel(port: WorkerPort): Channel {
  const end = channelOver({ post: (message) => port.postMessage(message), shut: () => port.close() })
  port.on('message', end.arrived)
  port.on('close', end.gone)
  return end.channel
}

/** A channel over a MessagePortMain (main process, utility process). */
export function mainPortChannel(port: MainPort): Channel {
  const end = channelOver({ post: (message) => port.postMessage(message), shut: () => port.close() })
  port.on('message', (event) => end.arrived(event.data))
  port.on('close', end.gone)
  port.start()
  return end.channel
}
