// What the two sides say to each other: small tuples, the kind first. An id is chosen by the asker and used once.
import { Failure, failureCodes, type FailureCode } from '../contract/failure.ts'

export type Asked =
  | readonly ['call', id: number, concept: string, method: string, input: unknown]
  | readonly ['more', id: number, items: number]
  | readonly ['cancel', id: number]

export type Answered =
  | readonly ['answer', id: number, value: unknown]
  | readonly ['item', id: number, value: unknown]
  | readonly ['end', id: number]
  | readonly ['failed', id: number, code: FailureCode, detail: Failure['detail']]

/** How many items of a stream may be on their way before the asker has taken one: enough to hide a round trip. */
export const streamWindow = 16

const codes: ReadonlySet<unknown> = new Set(failureCodes)

/** A failure as the other side may see it: its code and detail; of anything unforeseen nothing but that it happened. */
export function failedMessage(id: number, error: unknown): Answered {
  return error instanceof Failure ? ['failed', id, error.code, error.detail] : ['failed', id, 'broken', {}]
}

/** Reads a failure that came over the wire; what is not one of ours is `broken`. */
export function readFailure(code: unknown, detail: unknown): Failure {
  if (!codes.has(code)) return new Failure('broken')
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(detail ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') kept[name] = value
  }
  return new Failure(code as FailureCode, kept)
}

/** True for what can be a call's id: a positive safe integer. */
export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}
