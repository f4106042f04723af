// What the transport adds to a small call: the same worker, the same port, once through the kernel and once bare.
import { once } from 'node:events'
import { isMainThread, parentPort, Worker, type MessagePort } from 'node:worker_threads'
import { MessageChannel } from 'node:worker_threads'
import { z } from 'zod'
import { call } from '../../shared/contract/define.ts'
import { connect } from '../../shared/rpc/client.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { serve } from '../../shared/rpc/server.ts'

const contract = {
  labels: {
    add: call(
      'archivist',
      z.object({ testimony: z.string(), words: z.string(), colour: z.number() }),
      z.object({ label: z.string() }),
    ),
  },
} as const

const calls = 2000
const rounds = 9

if (!isMainThread && parentPort !== null) answerFrom(parentPort)

/** The answering side, in a thread of its own as the archive is in a process of its own. */
function answerFrom(parent: MessagePort): void {
  parent.once('message', ({ kernel, bare }: { kernel: MessagePort; bare: MessagePort }) => {
    serve(contract, { labels: { add: ({ words }) => ({ label: words }) } }, workerPortChannel(kernel), {
      mayCall: () => null,
    })
    bare.on('message', (message) => bare.postMessage(message))
  })
}

/** Median microseconds of one small call after another, through the kernel (`ours`) and as a bare echo (`peer`). */
export async function benchRpc(): Promise<
  Array<{ name: string; ours: number; peer: number; ratio: number; unit: string }>
> {
  const worker = new Worker(new URL(import.meta.url))
  const [kernel, bare] = [new MessageChannel(), new MessageChannel()]
  worker.postMessage({ kernel: kernel.port2, bare: bare.port2 }, [kernel.port2, bare.port2])
  const client = connect(contract, workerPortChannel(kernel.port1))
  const input = { testimony: 't-0001', words: 'the year we left', colour: 3 }

  const ours = (): Promise<unknown> => client.labels.add(input)
  let echoed: (message: unknown) => void = () => {}
  bare.port1.on('message', (message) => echoed(message))
  const peer = (): Promise<unknown> =>
    new Promise((resolve) => {
      echoed = resolve
      bare.port1.postMessage(input)
    })

  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  for (let round = 0; round < rounds; round += 1) {
    const turns = [
      ['ours', ours],
      ['peer', peer],
    ] as const
    for (const [who, one] of round % 2 === 0 ? turns : turns.toReversed()) {
      const spent = await perCall(one)
      if (round > 0) times[who].push(spent) // the first round warms up
    }
  }
  kernel.port1.close()
  bare.port1.close()
  await Promise.all([once(worker, 'exit'), worker.terminate()])
  const [mine, theirs] = [median(times.ours), median(times.peer)]
  return [{ name: 'rpc.small', ours: mine, peer: theirs, ratio: theirs / mine, unit: 'µs' }]
}

async function perCall(one: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let n = 0; n < calls; n += 1) await one()
  return ((performance.now() - began) * 1000) / calls
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
