// A label that lies only on words that are taken out goes with them: it would say what they were about.
import { expect, test } from 'vitest'
import type { Excerpt } from '../../shared/domain/excerpts/excerpt.ts'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import type { Range } from '../../shared/domain/marks/marks.ts'
import { redactExcerpt } from '../../shared/domain/excerpts/redact-excerpt.ts'
import { plainStory } from '../support/plain-story.ts'

const text = 'He hit me, and Rosa saw it.'
const story = plainStory([text])
const excerpt: Excerpt = {
  id: 'x',
  testimony: 't',
  use: 'readingRoom',
  recipient: { id: 'r', name: 'Hall', language: 'en' },
  passages: ['p1'],
  withSound: false,
  framing: { title: 'Nights', introduction: '', keywords: [], captions: [], about: [], author: 'Ana' },
}
const range = (start: number, end: number): Range => ({
  id: `${start}`,
  passage: 'p1',
  start,
  end,
  quote: text.slice(start, end),
  startMs: null,
  endMs: null,
  unresolved: false,
})
const shown = (label: Range[], hidden: Range[]) =>
  redactExcerpt(
    excerpt,
    story,
    {
      ...noMarks,
      labels: [
        {
          id: 'l',
          words: 'partner violence',
          language: 'en',
          meaning: '',
          assertedBy: 'narrator',
          stance: 'mine',
          colour: 1,
          author: 'Ana',
          ranges: label,
        },
      ],
      redactions: hidden.map((one) => ({
        id: `d${one.id}`,
        thing: 'other',
        reach: 'readers',
        way: 'removed',
        replacement: '',
        why: '',
        author: 'Ana',
        ranges: [one],
      })),
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
