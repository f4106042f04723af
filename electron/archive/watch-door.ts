// Tells when the open archive has been locked, whoever locked it, or handed over to somebody else. Asks the way a window does, over a channel of its own.
import { contract } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import { channelOver } from '../../shared/rpc/channel.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import type { ArchiveProcess } from './open-process.ts'

/** Two channels, each the other's far end, in one process. */
export function channelPair(): readonly [Channel, Channel] {
  const near = channelOver({ post: (message) => queueMicrotask(() => far.arrived(message)), shut: () => far.gone() })
  const far = channelOver({ post: (message) => queueMicrotask(() => near.arrived(message)), shut: () => near.gone() })
  return [near.channel, far.channel]
}

/**
 * Calls `locked` each time the door goes from open to anything else, `handedOver` each time that somebody else is at the
 * window of an open archive. Ends by itself when the archive process closes.
 */
export function watchDoor(
  archive: Pick<ArchiveProcess, 'attach'>,
  locked: () => void,
  handedOver: () => void = () => undefined,
): void {
  const [asking, answering] = channelPair()
  archive.attach(answering)
  const client = connect(contract, asking)

  async function watch(): Promise<void> {
    let wasOpen = false
    let wasRole: string | null = null
    for await (const change of client.care.changes({})) {
      if (change.concept !== 'door') continue
      const { state, role } = await client.door.state({})
      if (wasOpen && state !== 'open') locked()
      else if (wasOpen && role !== wasRole) handedOver()
      wasOpen = state === 'open'
      wasRole = role
    }
  }
  watch().catch(() => undefined)
}
