// Sound taken out by itself is no minute of the mirror that readers see; she sees all of her story.
import { expect, test } from 'vitest'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'
import { noMarks, type Redaction } from '../../shared/domain/marks/marks.ts'
import { mirrorFor, mirrorForReaders } from '../../shared/domain/mirror/excerpt-mirror.ts'
import { randomExcerpt } from './excerpts-at-random.ts'

const silent = (recording: string, reach: Redaction['reach']): Redaction => ({
  id: 'd',
  thing: 'other',
  reach,
  way: 'silence',
  replacement: '',
  why: '',
  author: 'Ana',
  ranges: [],
  stretches: [{ id: 's', recording, startMs: 4_000, endMs: 5_500 }],
})

/** Two passages of five seconds each, both chosen, in an excerpt for readers. */
function asked(redactions: readonly Redaction[]): GateQuestion {
  const { question } = randomExcerpt(1)
  const passages = ['p1', 'p2'].map((id, at) => ({
    id,
    turn: question.story.turns[0]?.id ?? '',
    text: 'brimu kolfa.',
    language: 'en',
    direction: 'ltr' as const,
    recording: 'rec',
    startMs: at * 5_000,
    endMs: (at + 1) * 5_000,
    wordTimes: [],
  }))
  const excerpt = { ...question.excerpt, use: 'readingRoom' as const, passages: ['p1', 'p2'], withSound: true }
  return { ...question, excerpt, story: { ...question.story, passages }, marks: { ...noMarks, redactions } }
}
const minutes = (redactions: readonly Redaction[]) => {
  const question = asked(redactions)
  return [
    mirrorForReaders(question, null).whole.ms,
    mirrorForReaders(question, null).selection.ms,
    mirrorFor(question).whole.ms,
  ]
}

test('readers are told of what they could hear', () => {
  expect(minutes([]), 'the control').toEqual([10_000, 10_000, 10_000])
  expect(minutes([silent('rec', 'readers')])).toEqual([8_500, 8_500, 10_000])
  expect(minutes([silent('rec', 'anyone')]), 'it is not hidden from them').toEqual([10_000, 10_000, 10_000])
  expect(minutes([silent('another', 'readers')])).toEqual([10_000, 10_000, 10_000])
})
