// How a call is written down: its name is its place, its input and output are zod shapes, and who may make it is stated.
import { z } from 'zod'

/**
 * Who may make a call. `door`: anybody, while the archive is closed too. `entering`: as `door`, but not from a
 * narrator's session. `recorder`: as `door`, and the window that records, which may make no other call. `archivist`: only
 * an archivist, while it is open. `hers`: an archivist, or the narrator whose it is; `herself`: she alone.
 */
export type Needs =
  | 'door'
  | 'entering'
  | 'recorder'
  | 'archivist'
  | { readonly who: 'hers' | 'herself'; readonly whose: readonly Owned[] }

/**
 * The fields of the input that name something of hers; every one of them that is given must be. Empty: the handler
 * itself narrows what it gives to what is hers.
 */
export type Owned = 'testimony' | 'narrator' | 'recording' | 'rendition' | 'excerpt' | 'disclosure'

/** An archivist, or the narrator whose these fields are. */
export function hers(...whose: readonly Owned[]): Needs {
  return { who: 'hers', whose }
}

/** Only the narrator whose these fields are, in her own session. */
export function herself(...whose: readonly Owned[]): Needs {
  return { who: 'herself', whose }
}

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'call'
  readonly needs: Needs
  readonly input: I
  readonly output: O
}

/** A call that answers with many values, one at a time, until it ends or is cancelled. */
export interface Stream<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'stream'
  readonly needs: Needs
  readonly input: I
  readonly output: O
}

export type Concept = Readonly<Record<string, Call | Stream>>
export type Contract = Readonly<Record<string, Concept>>

export function call<I extends z.ZodType, O extends z.ZodType>(needs: Needs, input: I, output: O): Call<I, O> {
  return { kind: 'call', needs, input, output }
}

export function stream<I extends z.ZodType, O extends z.ZodType>(needs: Needs, input: I, output: O): Stream<I, O> {
  return { kind: 'stream', needs, input, output }
}

/** What a call takes or gives when there is nothing to say. */
export const nothing = z.object({})

/** What is handed over may be read-only; the other side gets a copy. */
type Lent<T> = T extends Uint8Array ? Uint8Array : T extends object ? { readonly [K in keyof T]: Lent<T[K]> } : T

type Given<T> = T extends { input: infer I extends z.ZodType } ? Lent<z.input<I>> : never
type Taken<T> = T extends { input: infer I extends z.ZodType } ? z.output<I> : never
type Answer<T> = T extends { output: infer O extends z.ZodType } ? z.output<O> : never
type Made<T> = T extends { output: infer O extends z.ZodType } ? Lent<z.input<O>> : never

/** The side that asks: one method a call; a stream gives an async iterable that cancels when it is left. */
export type Client<C extends Contract> = {
  readonly [K in keyof C]: {
    readonly [M in keyof C[K]]: C[K][M] extends Stream
      ? (input: Given<C[K][M]>, signal?: AbortSignal) => AsyncIterable<Answer<C[K][M]>>
      : (input: Given<C[K][M]>, signal?: AbortSignal) => Promise<Answer<C[K][M]>>
  }
}

/** The side that answers. `signal` fires when the asker cancels or is gone. */
export type Handlers<C extends Concept> = {
  readonly [M in keyof C]: C[M] extends Stream
    ? (input: Taken<C[M]>, signal: AbortSignal) => AsyncIterable<Made<C[M]>>
    : (input: Taken<C[M]>, signal: AbortSignal) => Made<C[M]> | Promise<Made<C[M]>>
}
