// The side that asks. Checks what it sends and what comes back; once the other side is gone, nothing is left waiting.
import type { z } from 'zod'
import type { Call, Client, Contract, Stream } from '../contract/define.ts'
import { Failure } from '../contract/failure.ts'
import type { Channel } from './channel.ts'
import { IncomingStream } from './incoming-stream.ts'
import { readFailure, type Asked } from './wire.ts'

/** What waits for the answers with one id. */
export interface Waiting {
  value(kind: 'answer' | 'item', value: unknown): void
  end(): void
  fail(failure: Failure): void
}

/** How calls and streams reach the wire: `ask` gives the new id, and throws a Failure where nothing was sent. */
export interface Asking {
  ask(concept: string, method: string, input: unknown, waiting: Waiting): number
  tell(message: Asked): void
  forget(id: number): void
}

/**
 * Makes the client of `contract`: one real object a concept, one method a call, nothing else (no `then`).
 * A call rejects, and a stream throws, with a Failure only: what the other side said, or `badInput` (never sent),
 * `badOutput`, `cancelled` (the signal), `disconnected` (now or ever after), `broken` (unforeseen; no text is carried).
 * A stream is asked for when its loop begins; each loop is a call of its own.
 * `onItem` hears of every item of a stream that comes, also of one that nobody waits for any more.
 * NOTE: what is sent is what the shape made of it, so shapes must give the same when applied twice.
 */
export function connect<C extends Contract>(contract: C, channel: Channel, onItem?: () => void): Client<C> {
  const asking = askingOver(channel, onItem)
  const client: Record<string, unknown> = Object.create(null)
  for (const [concept, calls] of Object.entries(contract)) {
    const methods: Record<string, unknown> = Object.create(null)
    for (const [method, shape] of Object.entries(calls)) {
      if (concept === 'then' || method === 'then') throw new TypeError('a call may not be named then')
      methods[method] =
        shape.kind === 'call'
          ? (input: unknown, signal?: AbortSignal) => callOnce(asking, concept, method, shape, input, signal)
          : (input: unknown, signal?: AbortSignal) => openStream(asking, concept, method, shape, input, signal)
    }
    client[concept] = Object.freeze(methods)
  }
  return Object.freeze(client) as Client<C>
}

function askingOver(channel: Channel, onItem?: () => void): Asking {
  const waitings = new Map<number, Waiting>()
  let lastId = 0
  let gone = false

  channel.onMessage((message) => {
    if (!Array.isArray(message)) return
    const [kind, id, first, second] = message as [unknown, number, unknown, unknown]
    if (kind === 'item') onItem?.()
    const waiting = waitings.get(id)
    if (waiting === undefined) return
    if (kind === 'item') return waiting.value(kind, first)
    waitings.delete(id)
    if (kind === 'answer') waiting.value(kind, first)
    else if (kind === 'end') waiting.end()
    else waiting.fail(kind === 'failed' ? readFailure(first, second) : new Failure('broken'))
  })
  channel.onClose(() => {
    gone = true
    const left = [...waitings.values()]
    waitings.clear()
    for (const waiting of left) waiting.fail(new Failure('disconnected'))
  })

  return {
    ask(concept, method, input, waiting) {
      if (gone) throw new Failure('disconnected')
      const id = ++lastId
      try {
        channel.send(['call', id, concept, method, input] satisfies Asked)
      } catch {
        throw new Failure('badInput', { call: `${concept}.${method}` })
      }
      waitings.set(id, waiting)
      return id
    },
    tell: (message) => channel.send(message),
    forget: (id) => waitings.delete(id),
  }
}

function callOnce(
  asking: Asking,
  concept: string,
  method: string,
  shape: Call,
  input: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Failure('cancelled'))
    let id = 0
    const cancel = (): void => {
      asking.forget(id)
      asking.tell(['cancel', id])
      reject(new Failure('cancelled'))
    }
    const settle = (finish: () => void): void => {
      signal?.removeEventListener('abort', cancel)
      finish()
    }
    id = asking.ask(concept, method, checked(shape.input, input, 'badInput', concept, method), {
      value(kind, value) {
        settle(() => {
          try {
            if (kind === 'item') throw new Failure('badOutput', { call: `${concept}.${method}` })
            resolve(checked(shape.output, value, 'badOutput', concept, method))
          } catch (failure) {
            asking.forget(id)
            reject(failure as Failure)
          }
        })
      },
      end: () => settle(() => reject(new Failure('broken'))),
      fail: (failure) => settle(() => reject(failure)),
    })
    signal?.addEventListener('abort', cancel, { once: true })
  })
}

function openStream(
  asking: Asking,
  concept: string,
  method: string,
  shape: Stream,
  input: unknown,
  signal?: AbortSignal,
): AsyncIterable<unknown> {
  return {
    [Symbol.asyncIterator]() {
      const stream = new IncomingStream(asking, (value) => checked(shape.output, value, 'badOutput', concept, method))
      try {
        if (signal?.aborted) throw new Failure('cancelled')
        stream.id = asking.ask(concept, method, checked(shape.input, input, 'badInput', concept, method), stream)
        stream.cancelWith(signal)
      } catch (failure) {
        stream.fail(failure as Failure)
      }
      return stream
    },
  }
}

function checked(
  shape: z.ZodType,
  value: unknown,
  code: 'badInput' | 'badOutput',
  concept: string,
  method: string,
): unknown {
  try {
    const result = shape.safeParse(value)
    if (result.success) return result.data
  } catch {
    // a shape that overflows the stack on a hostile value has refused it
  }
  throw new Failure(code, { call: `${concept}.${method}` })
}
