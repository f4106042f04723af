// Only the gate makes a ReleasableExcerpt, and what gives out takes nothing else: held by the compiler, read by tsc.
import { expect, expectTypeOf, test } from 'vitest'
import type { readingRoom } from '../../electron/archive/exporters/reading-room.ts'
import type { redactExcerpt } from '../../shared/domain/excerpts/redact-excerpt.ts'
import type { RedactedExcerpt, ReleasableExcerpt } from '../../shared/domain/excerpts/excerpt.ts'
import { gate, type GateAnswer } from '../../shared/domain/gate/gate.ts'
import { question } from './told-story.ts'

/** What somebody could write who wants one without the gate: every member that has a name. */
type Written<T> = { [Name in keyof T as Name extends symbol ? never : Name]: T[Name] }

test('nobody else can write one', () => {
  expectTypeOf<Written<ReleasableExcerpt>>().not.toExtend<ReleasableExcerpt>()
  expectTypeOf<Written<RedactedExcerpt>>().not.toExtend<RedactedExcerpt>()
  expectTypeOf<RedactedExcerpt>().not.toExtend<ReleasableExcerpt>()
})

test('the gate makes it, of what is redacted alone', () => {
  expectTypeOf<Extract<GateAnswer, { open: true }>['releasable']>().toEqualTypeOf<ReleasableExcerpt>()
  expectTypeOf<ReturnType<typeof redactExcerpt>>().toEqualTypeOf<RedactedExcerpt>()
  expectTypeOf<ReleasableExcerpt['content']>().toEqualTypeOf<RedactedExcerpt>()
  const answer = gate(question())
  expect(answer.open && answer.releasable.passages).toEqual(['p5', 'p6', 'p7'])
  expect(gate(question({ ledger: [] })).open).toBe(false)
})

test('the pages are made of nothing that is not redacted', () => {
  expectTypeOf<typeof readingRoom>().parameter(0).toEqualTypeOf<RedactedExcerpt>()
  expectTypeOf<Written<RedactedExcerpt>>().not.toExtend<Parameters<typeof readingRoom>[0]>()
})
