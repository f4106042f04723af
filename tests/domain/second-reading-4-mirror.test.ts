// What readers see of the mirror is the same whatever was taken out: its minutes do not tell how long that is either.
import { expect, test } from 'vitest'
import { mirrorForReaders } from '../../shared/domain/mirror/excerpt-mirror.ts'
import { noMarks, type Redaction } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'
import { over, question, story } from './told-story.ts'

const takenOut = (thing: Redaction['thing'], range: Redaction['ranges'][number]): Redaction => ({
  id: 'r',
  thing,
  reach: 'readers',
  way: 'removed',
  replacement: '',
  why: '',
  author: 'Ana',
  ranges: [range],
})

/** As it was told, where `passage` (the place of it) goes on for so much longer. */
function longer(told: Story, place: number, byMs: number): Story {
  return {
    ...told,
    passages: told.passages.map((one, at) => ({
      ...one,
      startMs: at > place && one.startMs !== null ? one.startMs + byMs : one.startMs,
      endMs: at >= place && one.endMs !== null ? one.endMs + byMs : one.endMs,
    })),
    recordings: told.recordings.map((one) => ({ ...one, durationMs: one.durationMs + byMs })),
  }
}

test('the minutes that readers see are the same however long a passage is that was taken out whole', () => {
  // As captions come that say only when each begins.
  const told: Story = { ...story, passages: story.passages.map((one) => ({ ...one, endMs: null })) }
  const marks = { ...noMarks, redactions: [takenOut('passage', over('p2'))] }
  const one = mirrorForReaders(question({ story: told, marks }), null)
  expect(one.whole.ms).toBe(80_000)
  expect(mirrorForReaders(question({ story: longer(told, 1, 7_000), marks }), null)).toEqual(one)
})

test('nor do they tell how long words are that were taken out of a passage', () => {
  const at = (ms: number) => ({
    ...noMarks,
    redactions: [takenOut('place', { ...over('p2', 4), startMs: 12_000, endMs: 13_000 + ms })],
  })
  const one = mirrorForReaders(question({ marks: at(0) }), null)
  expect(one.whole.ms).toBe(89_000)
  expect(mirrorForReaders(question({ story: longer(story, 1, 7_000), marks: at(7_000) }), null)).toEqual(one)
  // Where nobody has said when they are said, the whole passage is silent, and counts for nothing.
  const unknown = { ...noMarks, redactions: [takenOut('place', over('p2', 4))] }
  const silent = mirrorForReaders(question({ marks: unknown }), null)
  expect(silent.whole.ms).toBe(80_000)
  expect(mirrorForReaders(question({ story: longer(story, 1, 7_000), marks: unknown }), null)).toEqual(silent)
})
