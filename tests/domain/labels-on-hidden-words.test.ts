// A label that lies only on words that are taken out goes with them: it would say what they were about.
import { expect, test } from 'vitest'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import type { Range } from '../../shared/domain/marks/marks.ts'
import { redactExcerpt } from '../../shared/domain/excerpts/redact-excerpt.ts'
import { plainStory } from '../support/plain-story.ts'
import { excerptOf, labelOn, rangeIn, takenOutOf } from '../support/gate-question.ts'

const text = 'He hit me, and Rosa saw it.'
const story = plainStory([text])
const range = (start: number, end: number): Range => rangeIn({ id: 'p1', text }, start, end)
const shown = (label: Range[], hidden: Range[]) =>
  redactExcerpt(
    excerptOf(),
    story,
    {
      ...noMarks,
      labels: [labelOn(label, { words: 'partner violence', stance: 'mine' })],
      redactions: hidden.map((one) => takenOutOf([one], { id: `d${one.id}`, thing: 'other' })),
    },
    new Map(),
  ).passages[0]?.labels.length

test('hidden with the words that it lies on, also where two redactions hide them together', () => {
  expect(shown([range(0, 9)], [range(0, 9)])).toBe(0)
  expect(shown([range(3, 9)], [range(6, 10), range(0, 6)])).toBe(0)
})
test('shown while any of its words are', () => {
  expect(shown([range(0, 9)], [])).toBe(1)
  expect(shown([range(0, 9)], [range(3, 9)])).toBe(1)
  expect(shown([range(0, 9), range(15, 19)], [range(0, 9)])).toBe(1)
})
