// One window at a time. A reloaded page must always get in again, so a window that does not answer makes room.
import { once } from 'node:events'
import type { WebSocket } from 'ws'
import { webSocketChannel, type Socket } from '../../shared/rpc/web-socket.ts'
import type { Channel } from '../../shared/rpc/channel.ts'

/** The close code that the renderer has words for. */
export const openElsewhere = 4001
/** The close code for who came while the process takes leave: the next one answers. */
const comeAgain = 4002

/** How long a window may take to show that it is alive. Over loopback an answer takes a millisecond. */
const answerMs = 1000
/** The close of a page that is being reloaded may arrive after the pong of its browser. */
const graceMs = 250

export interface OneWindow {
  /** Lets `socket` in, or closes it with `openElsewhere`. */
  enter(socket: WebSocket): void
  /** Lets nobody in any more; whoever is in stays. */
  part(): void
  /** Closes whoever is in. */
  clear(): void
}

export function oneWindow(attach: (channel: Channel) => void, onComing: () => void, onGone: () => void): OneWindow {
  let current: WebSocket | null = null
  let turn = Promise.resolve()
  let isParting = false

  function admit(socket: WebSocket, channel: Channel): void {
    current = socket
    socket.once('close', () => {
      if (current !== socket) return
      current = null
      onGone()
    })
    onComing()
    attach(channel)
  }

  async function decide(socket: WebSocket, channel: Channel): Promise<void> {
    const before = current
    if (before !== null && (await isAlive(before))) {
      socket.close(openElsewhere, 'already open in another window')
      return
    }
    if (before !== null && before.readyState !== before.CLOSED) {
      const gone = once(before, 'close')
      before.terminate()
      await gone
    }
    // NOTE: looked at last, because the one before may have taken a second to show that it is dead.
    if (isParting) socket.close(comeAgain, 'the next one answers')
    else if (socket.readyState === socket.OPEN) admit(socket, channel)
  }

  return {
    enter(socket) {
      const channel = webSocketChannel(socket as unknown as Socket)
      turn = turn.then(() => decide(socket, channel)).catch(() => socket.terminate())
    },
    part() {
      isParting = true
    },
    clear() {
      current?.terminate()
      current = null
    },
  }
}

/** False once the window is gone, or when it does not answer in time. */
function isAlive(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (alive: boolean): void => {
      clearTimeout(silence)
      socket.off('pong', answered)
      socket.off('close', gone)
      resolve(alive)
    }
    const gone = (): void => settle(false)
    const answered = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => settle(true), graceMs)
    }
    let silence = setTimeout(() => settle(false), answerMs)
    socket.once('pong', answered)
    socket.once('close', gone)
    if (socket.readyState === socket.OPEN) socket.ping()
    else if (socket.readyState === socket.CLOSED) settle(false)
  })
}
