// The one listener on 127.0.0.1, at a port that the system chooses, and the address that is printed for it.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import type { DoorSecrets } from './door.ts'

export interface Listening {
  /** Gives connections that nobody has read from. */
  readonly server: Server
  readonly port: number
}

export async function listen(): Promise<Listening> {
  // NOTE: pauseOnConnect: not a byte of a page is ever read by who listens.
  const server = createServer({ pauseOnConnect: true })
  server.listen({ host: '127.0.0.1', port: 0, exclusive: true })
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

/** With the one-time token: for the user's eyes alone. */
export const addressOf = (port: number, { token }: DoorSecrets): string => `http://127.0.0.1:${port}/?token=${token}`
