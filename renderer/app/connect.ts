// Reaches the archive process: through the port from Electron, or a WebSocket to the host that served the page.
import { contract, type ArchiveClient } from '../../shared/contract/index.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { connect } from '../../shared/rpc/client.ts'
import { domPortChannel } from '../../shared/rpc/message-port.ts'
import { hostChannel } from './host-channel.ts'
import { workingEvent } from './watch-life.ts'
import { handedPort, inWindow } from './port.ts'

/** Why there is no archive to talk to any more. */
export type Gone = 'lost' | 'elsewhere'

export interface Connection {
  readonly archive: ArchiveClient
  /** Fires once. */
  onGone(listener: (why: Gone) => void): void
}

export async function reachArchive(): Promise<Connection> {
  if (inWindow()) return connectionOver(domPortChannel(await handedPort()), () => 'lost')
  const { channel, isElsewhere } = hostChannel('/rpc')
  return connectionOver(channel, () => (isElsewhere() ? 'elsewhere' : 'lost'))
}

function connectionOver(channel: Channel, why: () => Gone): Connection {
  return {
    // Whatever it tells of something that is under way.
    archive: connect(contract, channel, () => window.dispatchEvent(new Event(workingEvent))),
    onGone: (listener) => channel.onClose(() => setTimeout(() => listener(why()), 0)),
  }
}
