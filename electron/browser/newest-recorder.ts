// The window that records: one at a time, and the newest wins, because one that was killed may not be known to be gone.
import type { WebSocket } from 'ws'
import type { Channel } from '../../shared/rpc/channel.ts'
import { webSocketChannel, type Socket } from '../../shared/rpc/web-socket.ts'
import { openElsewhere } from './one-window.ts'

export interface NewestRecorder {
  enter(socket: WebSocket): void
  /** Closes whoever is in. */
  clear(): void
}

/** NOTE: the new one is served before the old one is sent away, so that a take is never without somebody who attends. */
export function newestRecorder(attach: (channel: Channel) => void): NewestRecorder {
  let current: WebSocket | null = null
  return {
    enter(socket) {
      const before = current
      current = socket
      socket.once('close', () => {
        if (current === socket) current = null
      })
      attach(webSocketChannel(socket as unknown as Socket))
      before?.close(openElsewhere, 'another window records')
    },
    clear() {
      current?.terminate()
      current = null
    },
  }
}
