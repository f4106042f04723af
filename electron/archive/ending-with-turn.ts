// A stream is for whoever began it: when somebody else comes to the window it ends before she does.
import type { Call, Contract, Handlers, Stream } from '../../shared/contract/define.ts'
import type { Session } from './session.ts'

type AllHandlers<C extends Contract> = { readonly [K in keyof C]: Handlers<C[K]> }
type Begin = (input: unknown, signal: AbortSignal) => AsyncIterable<unknown>

async function* whileAtWindow(session: Session, begin: Begin, input: unknown, signal: AbortSignal) {
  const { atWindow } = session
  if (atWindow.aborted) return
  const items = begin(input, AbortSignal.any([signal, atWindow]))[Symbol.asyncIterator]()
  // NOTE: an archive process that is not asked for more would never come to see the signal.
  const ended = session.beginStream(async () => items.return?.())
  try {
    for (let next = await items.next(); next.done !== true && !atWindow.aborted; next = await items.next()) {
      yield next.value
    }
  } finally {
    ended()
    await items.return?.()
  }
}

/** The same handlers, whose streams end with the turn at the window of whoever began them. Those of the door and the recorder go on. */
export function endingWithTurn<C extends Contract>(
  contract: C,
  handlers: AllHandlers<C>,
  session: () => Session | null,
): AllHandlers<C> {
  const wrapped = Object.entries(contract).map(([concept, calls]) => {
    const own = handlers[concept] as Readonly<Record<string, unknown>>
    const answering = Object.entries(calls as Readonly<Record<string, Call | Stream>>).map(
      ([method, { kind, needs }]) => {
        const handler = own[method]
        if (kind !== 'stream' || needs === 'door' || needs === 'recorder' || typeof handler !== 'function')
          return [method, handler]
        const begin = (input: unknown, signal: AbortSignal) => {
          const open = session()
          const run: Begin = (given, stop) => (handler as Begin).call(own, given, stop)
          return open === null ? run(input, signal) : whileAtWindow(open, run, input, signal)
        }
        return [method, begin]
      },
    )
    return [concept, Object.fromEntries(answering)]
  })
  return Object.fromEntries(wrapped) as AllHandlers<C>
}
