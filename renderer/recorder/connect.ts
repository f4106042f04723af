// Reaches the recorder of the archive process: through the port from Electron, or a WebSocket of its own to the host.
// NOTE: over it nothing can be asked but what `recorder` names: no story, no name, no door.
import { connect } from '../../shared/rpc/client.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { domPortChannel } from '../../shared/rpc/message-port.ts'
import { hostChannel } from '../app/host-channel.ts'
import { recorderContract, type RecorderClient } from './take-shapes.ts'

const ports = new Promise<MessagePort>((resolve) => {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    const message = event.data as { kind?: unknown } | null
    if (event.source !== window || message?.kind !== 'firsthand:recorder' || event.ports.length !== 1) return
    if (port !== undefined) resolve(port)
  })
})

/** Why there is no recorder to talk to any more. */
export type RecorderGone = 'lost' | 'elsewhere'

export interface ReachedRecorder {
  readonly client: RecorderClient
  /** Fires once. */
  readonly onGone: (listener: (why: RecorderGone) => void) => void
}

export async function reachRecorder(): Promise<ReachedRecorder> {
  if (location.protocol === 'app:') return reachedOver(domPortChannel(await ports), () => 'lost')
  const { channel, isElsewhere } = hostChannel('/recorder')
  return reachedOver(channel, () => (isElsewhere() ? 'elsewhere' : 'lost'))
}

function reachedOver(channel: Channel, why: () => RecorderGone): ReachedRecorder {
  return {
    client: connect(recorderContract, channel).recorder,
    onGone: (listener) => channel.onClose(() => setTimeout(() => listener(why()), 0)),
  }
}
