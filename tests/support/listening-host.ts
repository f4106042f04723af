// The host with a front in the same process: it listens, and hands every connection on.
import { once } from 'node:events'
import type { Server } from 'node:net'
import { newDoorSecrets } from '../../electron/browser/door.ts'
import { startHost, type Host, type HostOptions } from '../../electron/browser/host.ts'
import { addressOf, listen } from '../../electron/browser/listening.ts'

export interface ListeningHost extends Omit<Host, 'close'> {
  readonly server: Server
  readonly port: number
  /** With the one-time token. */
  readonly address: string
  /** Resolves when nothing listens any more. */
  close(): Promise<void>
}

export async function startListeningHost(options: Omit<HostOptions, 'front'>): Promise<ListeningHost> {
  const { server, port } = await listen()
  const secrets = newDoorSecrets()
  const host = startHost({ ...options, front: { port, secrets, onExchanged: () => undefined } })
  server.on('connection', (socket) => host.take(socket))
  return {
    ...host,
    server,
    port,
    address: addressOf(port, secrets),
    async close() {
      const closed = once(server, 'close')
      server.close()
      host.close()
      await closed
    },
  }
}
