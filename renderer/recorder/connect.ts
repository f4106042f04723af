// Reaches the recorder of the archive process: through the port from Electron, or a WebSocket of its own to the host.
// NOTE: over it nothing can be asked but what `recorder` names: no story, no name, no door.
import { connect } from '../../shared/rpc/client.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { domPortChannel } from '../../shared/rpc/message-port.ts'
import { webSocketChannel } from '../../shared/rpc/web-socket.ts'
import { recorderContract, type RecorderClient } from './take-shapes.ts'

const ports = new Promise<MessagePort>((resolve) => {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    const message = event.data as { kind?: unknown } | null
    if (event.source !== window || message?.kind !== 'firsthand:recorder' || event.ports.length !== 1) return
    if (port !== undefined) resolve(port)
  })
})

async function reach(): Promise<Channel> {
  if (location.protocol === 'app:') return domPortChannel(await ports)
  return webSocketChannel(new WebSocket(`ws://${location.host}/recorder`))
}

export interface ReachedRecorder {
  readonly client: RecorderClient
  onGone(listener: () => void): void
}

export async function reachRecorder(): Promise<ReachedRecorder> {
  const channel = await reach()
  return { client: connect(recorderContract, channel).recorder, onGone: (listener) => channel.onClose(listener) }
}
