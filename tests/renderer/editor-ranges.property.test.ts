// Whatever is done to a story, its passages and its ranges stay whole.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unmoved, walk, walkThrough } from '../support/editor-walk.ts'
import { tries } from '../support/full.ts'

const sequences = Number(process.env.FIRSTHAND_SEQUENCES ?? tries(600, 150))

test(`${sequences} sequences of edits leave passages, times and ranges whole`, () => {
  expect(sequences).toBeGreaterThan(0)
  fc.assert(
    fc.property(walk, (one) => {
      expect(walkThrough(one)).toEqual([])
    }),
    { numRuns: sequences },
  )
})

test('a marked letter that another one of its length takes the place of is gone', () => {
  const steps = [{ kind: 'replaceText', one: 0, other: 1, third: 2, text: ' ' }] as const
  expect(walkThrough({ story: { turns: [[['aaa']]], timed: false, ranges: [[0, 2, 2, 0]] }, steps })).toEqual([])
})

test('ranges that are not taken along are noticed', () => {
  const { failed } = fc.check(
    fc.property(walk, (one) => walkThrough(one, unmoved).length === 0),
    { numRuns: 200 },
  )
  expect(failed).toBe(true)
})
