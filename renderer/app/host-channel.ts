// A WebSocket to the host that served the page. A page that is loaded again while the archive locks may still reach the process
// that is about to end.
import type { Channel } from '../../shared/rpc/channel.ts'
import { patientChannel } from '../../shared/rpc/patient-channel.ts'
import { webSocketChannel } from '../../shared/rpc/web-socket.ts'

/** The host closes a second window's socket with this code. */
const openElsewhere = 4001

export interface HostChannel {
  readonly channel: Channel
  /** Whether it ended because another window has taken its place. */
  readonly isElsewhere: () => boolean
}

export function hostChannel(path: '/rpc' | '/recorder'): HostChannel {
  let code = 0
  const isElsewhere = (): boolean => code === openElsewhere
  const open = (): Channel => {
    const socket = new WebSocket(`ws://${location.host}${path}`)
    // NOTE: before the channel listens, so that the reason is known when the channel says that it is gone.
    socket.addEventListener('close', (event) => {
      code = event.code
    })
    return webSocketChannel(socket)
  }
  return { channel: patientChannel(open, isElsewhere), isElsewhere }
}
