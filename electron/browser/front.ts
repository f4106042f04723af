// The part of the host that outlives a lock. It holds the address on 127.0.0.1 and hands every connection on, unread, to the
// process with the archive; where that one has locked it ends, with all that its memory held, and another takes its place.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { newDoorSecrets } from './door.ts'
import type { FromBehind, ToBehind } from './front-messages.ts'
import { addressOf, listen } from './listening.ts'

export interface Front {
  /** With the one-time token: for the user's eyes alone. */
  readonly address: string
  /** Ends whatever stands behind it; resolves when that has gone, after five seconds at the latest. */
  close(): Promise<void>
}

/** Long enough to finish a write and a checkpoint; an end must not hang. */
const closingLimit = 5_000

/** Connections that wait for the next process to be there. */
const mostWaiting = 128

/** @param entry the built program, which serves when its first argument is `behind` */
export async function startFront(entry: string, onDied: () => void): Promise<Front> {
  const { server, port } = await listen()
  let secrets = newDoorSecrets()
  const alive = new Set<ChildProcess>()
  let current: ChildProcess
  let isReady = false
  let waiting: Socket[] = []

  const tell = (child: ChildProcess, message: ToBehind, socket?: Socket): void => {
    child.send(message, socket, {}, (error) => {
      if (error !== null) socket?.destroy()
    })
  }

  function start(): ChildProcess {
    const child = fork(entry, ['behind'], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    alive.add(child)
    isReady = false
    child.on('message', (message: FromBehind) => {
      if (message.kind === 'exchanged') secrets = { ...secrets, exchanged: true }
      if (child !== current) return
      if (message.kind === 'spent') current = start()
      if (message.kind !== 'ready') return
      isReady = true
      for (const socket of waiting) tell(child, { kind: 'connection' }, socket)
      waiting = []
    })
    child.once('exit', () => {
      alive.delete(child)
      if (child === current) onDied()
    })
    tell(child, { kind: 'begin', port, secrets })
    return child
  }

  current = start()
  server.on('connection', (socket) => {
    socket.on('error', () => socket.destroy())
    if (isReady) tell(current, { kind: 'connection' }, socket)
    else if (waiting.length < mostWaiting) waiting.push(socket)
    else socket.destroy()
  })

  return {
    address: addressOf(port, secrets),
    async close() {
      server.close()
      for (const socket of waiting) socket.destroy()
      const gone = [...alive].map((child) => once(child, 'exit'))
      for (const child of alive) if (child.connected) tell(child, { kind: 'close' })
      const limit = setTimeout(() => {
        for (const child of alive) child.kill('SIGKILL')
      }, closingLimit)
      await Promise.all(gone)
      clearTimeout(limit)
    },
  }
}
