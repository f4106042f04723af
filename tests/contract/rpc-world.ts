// A small contract of the tests' own, answered over a real port or a real WebSocket.
import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { call, nothing, stream, type Client } from '../../shared/contract/define.ts'
import { Failure, type FailureCode } from '../../shared/contract/failure.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { connect } from '../../shared/rpc/client.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { serve } from '../../shared/rpc/server.ts'
import { webSocketChannel } from '../../shared/rpc/web-socket.ts'

export const contract = {
  sums: {
    add: call('door', z.object({ a: z.number(), b: z.number() }), z.object({ sum: z.number() })),
    lie: call('door', nothing, z.object({ sum: z.number() })),
    gossip: call('door', nothing, z.object({ said: z.string() })),
  },
  files: {
    keep: call(
      'archivist',
      z.object({ bytes: z.instanceof(Uint8Array) }),
      z.object({ bytes: z.instanceof(Uint8Array) }),
    ),
  },
  work: {
    slow: call('door', z.object({ name: z.string() }), nothing),
    fail: call('door', z.object({ how: z.enum(['coded', 'error', 'thrown text']) }), nothing),
    count: stream('door', z.object({ to: z.number(), failAt: z.number().optional() }), z.object({ n: z.number() })),
    lies: stream('door', nothing, z.object({ n: z.number() })),
    wait: stream('door', nothing, z.object({ n: z.number() })),
  },
} as const

export interface World {
  readonly client: Client<typeof contract>
  readonly near: Channel
  readonly far: Channel
  /** What the answering side saw, in order. */
  readonly log: string[]
  readonly broken: unknown[]
  refusal: FailureCode | null
  /** How many items `count` has made so far. */
  made: number
  end(): Promise<void>
}

export type Ends = readonly [near: Channel, far: Channel, end: () => Promise<void>]

export async function portEnds(): Promise<Ends> {
  const { port1, port2 } = new MessageChannel()
  return [workerPortChannel(port1), workerPortChannel(port2), async () => port1.close()]
}

export async function socketEnds(): Promise<Ends> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 8 << 20 })
  await once(server, 'listening')
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as { port: number }).port}`)
  const near = webSocketChannel(socket)
  const [accepted] = (await once(server, 'connection')) as [WebSocket]
  const end = async (): Promise<void> => {
    socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
  return [near, webSocketChannel(accepted), end]
}

export async function openWorld(ends: () => Promise<Ends>): Promise<World> {
  const [near, far, end] = await ends()
  const log: string[] = []
  const broken: unknown[] = []
  const world: World = { client: connect(contract, near), near, far, log, broken, refusal: null, made: 0, end }
  serve(
    contract,
    {
      sums: {
        add: ({ a, b }) => ({ sum: a + b }),
        lie: () => ({ sum: 'many' as unknown as number }),
        gossip: () => ({ said: 'this', secret: 'and that' }),
      },
      files: {
        keep: ({ bytes }) => {
          log.push(`keep ${bytes.length}`)
          return { bytes }
        },
      },
      work: {
        slow: ({ name }, signal) =>
          new Promise((resolve) => {
            log.push(`slow ${name}`)
            signal.addEventListener('abort', () => {
              log.push(`stopped ${name}`)
              resolve({})
            })
          }),
        fail: ({ how }) => {
          if (how === 'coded') throw new Failure('diskFull', { free: 3, drive: 'D' })
          if (how === 'error') throw new Error('Dolores lives at 4 Calle Sol')
          throw 'Dolores lives at 4 Calle Sol'
        },
        async *count({ to, failAt }) {
          try {
            for (let n = 0; n < to; n += 1) {
              if (n === failAt) throw new Failure('notFound')
              world.made += 1
              yield { n }
            }
          } finally {
            log.push('left')
          }
        },
        async *lies() {
          yield { n: 'one' as unknown as number }
        },
        async *wait(_, signal) {
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
          log.push('stopped waiting')
          yield* []
        },
      },
    },
    far,
    { mayCall: () => world.refusal, onBroken: (error) => broken.push(error) },
  )
  return world
}

/** Waits until `true_` holds, for at most two seconds. */
export async function until(true_: () => boolean): Promise<void> {
  const last = Date.now() + 2000
  while (!true_()) {
    if (Date.now() > last) throw new Error('it never came to be')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
