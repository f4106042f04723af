// The side that answers. Believes nothing: names, ids and inputs are checked, and no message can make it throw.
import type { z } from 'zod'
import type { Call, Contract, Handlers, Needs, Stream } from '../contract/define.ts'
import { Failure, type FailureCode } from '../contract/failure.ts'
import type { Channel } from './channel.ts'
import { failedMessage, isId, streamWindow, type Answered } from './wire.ts'

export interface ServeOptions {
  /** Asked before every call, after its name was found and before its input is read: null, or why not. */
  mayCall(needs: Needs, concept: string, method: string): FailureCode | null
  /** Asked with the input once it has been read: null, or why this one is not to be had. */
  mayHave?(needs: Needs, input: unknown): FailureCode | null
  /** Told of every error that was not foreseen; the other side learns only that it happened. */
  onBroken?(error: unknown): void
}

/** How many calls and streams one channel may have running. A window asks for a handful at once; more is an attack or a loop. */
export const mostRunning = 1024

type Handler = (input: unknown, signal: AbortSignal) => unknown

interface Answerable {
  readonly concept: string
  readonly method: string
  readonly shape: Call | Stream
  readonly handler: Handler
}

interface Running {
  readonly stop: AbortController
  /** How many items the asker still takes; streams only. */
  credit: number
  wake: (() => void) | null
}

/**
 * Answers the calls of `contract` that come over `channel` with `handlers`, started in the order in which they came,
 * until the channel closes; then every running call's signal fires. Answers are checked against the contract before
 * they leave, and only what the contract names leaves.
 */
export function serve<C extends Contract>(
  contract: C,
  handlers: { readonly [K in keyof C]: Handlers<C[K]> },
  channel: Channel,
  options: ServeOptions,
): void {
  const answerables = collect(contract, handlers)
  const running = new Map<number, Running>()
  let working = 0

  const send = (message: Answered): void => channel.send(message)
  const fail = (id: number, error: unknown): void => {
    if (!(error instanceof Failure)) options.onBroken?.(error)
    send(failedMessage(id, error))
  }

  async function answer(
    id: number,
    call: Running,
    { concept, method, shape, handler }: Answerable,
    input: unknown,
  ): Promise<void> {
    const { signal } = call.stop
    const label = { call: `${concept}.${method}` }
    try {
      const result = handler(input, signal)
      if (shape.kind === 'call') {
        const value = checked(shape.output, result instanceof Promise ? await result : result, 'badOutput', label)
        if (!signal.aborted) send(['answer', id, value])
        return
      }
      for await (const item of result as AsyncIterable<unknown>) {
        if (call.credit === 0 && !signal.aborted) await new Promise<void>((resolve) => (call.wake = resolve))
        if (signal.aborted) return
        call.credit -= 1
        send(['item', id, checked(shape.output, item, 'badOutput', label)])
      }
      if (!signal.aborted) send(['end', id])
    } catch (error) {
      if (!signal.aborted) fail(id, error)
    } finally {
      working -= 1
      if (running.get(id) === call) running.delete(id)
    }
  }

  function begin(id: number, concept: unknown, method: unknown, input: unknown): void {
    if (running.has(id)) return
    if (working >= mostRunning) return fail(id, new Failure('tooManyCalls'))
    const found =
      typeof concept === 'string' && typeof method === 'string' ? answerables.get(`${concept}.${method}`) : undefined
    if (found === undefined) return fail(id, new Failure('unknownCall'))
    const refusal = options.mayCall(found.shape.needs, found.concept, found.method)
    if (refusal !== null) return fail(id, new Failure(refusal))
    const accepted = checked(found.shape.input, input, 'badInput', { call: `${found.concept}.${found.method}` })
    const kept = options.mayHave?.(found.shape.needs, accepted) ?? null
    if (kept !== null) return fail(id, new Failure(kept))
    const call: Running = { stop: new AbortController(), credit: streamWindow, wake: null }
    running.set(id, call)
    working += 1
    void answer(id, call, found, accepted)
  }

  function wake(call: Running): void {
    const resume = call.wake
    call.wake = null
    resume?.()
  }

  function cancel(call: Running): void {
    call.stop.abort(new Failure('cancelled'))
    wake(call)
  }

  channel.onMessage((message) => {
    if (!Array.isArray(message)) return
    const [kind, id, first, second, third] = message as unknown[]
    if (!isId(id)) return
    if (kind === 'call') {
      try {
        begin(id, first, second, third)
      } catch (error) {
        fail(id, error)
      }
      return
    }
    const call = running.get(id)
    if (call === undefined) return
    if (kind === 'cancel') {
      running.delete(id)
      cancel(call)
    } else if (kind === 'more' && isId(first)) {
      call.credit = Math.min(call.credit + first, streamWindow)
      wake(call)
    }
  })
  channel.onClose(() => {
    const left = [...running.values()]
    running.clear()
    for (const call of left) cancel(call)
  })
}

/** Every call of the contract with its handler. A Map of whole names, so that `__proto__` and its like are names nobody has. */
function collect(contract: Contract, handlers: Readonly<Record<string, unknown>>): ReadonlyMap<string, Answerable> {
  const answerables = new Map<string, Answerable>()
  for (const [concept, calls] of Object.entries(contract)) {
    const methods = handlers[concept] as Readonly<Record<string, Handler>> | undefined
    for (const [method, shape] of Object.entries(calls)) {
      const handler = methods?.[method]
      if (typeof handler !== 'function') throw new TypeError(`nobody answers ${concept}.${method}`)
      answerables.set(`${concept}.${method}`, { concept, method, shape, handler: handler.bind(methods) })
    }
  }
  return answerables
}

function checked(shape: z.ZodType, value: unknown, code: 'badInput' | 'badOutput', detail: Failure['detail']): unknown {
  let result
  try {
    result = shape.safeParse(value)
  } catch {
    throw new Failure(code, detail) // a shape that overflows the stack on a hostile value has refused it
  }
  if (result.success) return result.data
  throw new Failure(code, detail)
}
