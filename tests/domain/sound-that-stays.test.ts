// Whose sound goes along, and what must be silent in it: a passage that is given as text only, a time that lies outside
// its passage, a passage taken out whole.
import { describe, expect, test } from 'vitest'
import type { EffectiveAnswer } from '../../shared/domain/consent/effective-answer.ts'
import type { Conditions } from '../../shared/domain/consent/ledger.ts'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import type { Marks, Range, Redaction } from '../../shared/domain/marks/marks.ts'
import { redactExcerpt } from '../../shared/domain/excerpts/redact-excerpt.ts'
import { silencesFor } from '../../shared/domain/sound/silences.ts'
import type { Narrator, Passage, Story } from '../../shared/domain/story.ts'
import { passageOf, plainStory } from '../support/plain-story.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { excerptOf, rangeIn, takenOutOf } from '../support/gate-question.ts'

const passage = (id: string, startMs: number, endMs: number, over: Partial<Passage> = {}): Passage =>
  passageOf(id, 'Rosa drove us.', { recording: 'rec', startMs, endMs, ...over })
const storyOf = (passages: Passage[], narrator: Partial<Narrator> = {}): Story =>
  plainStory(passages, { name: 'Marisol', ...narrator }, [
    { id: 'rec', media: 'm', sitting: 1, format: 'wav', durationMs: 60_000, channels: 1, sampleRate: 16_000 },
  ])
const excerpt = excerptOf({ passages: ['p1', 'p2'], withSound: true })
const takenOut = (over: Partial<Range>, own: Partial<Redaction> = {}): Marks => ({
  ...noMarks,
  redactions: [takenOutOf([rangeIn({ id: 'p1', text: 'Rosa drove us.' }, 0, 4, over)], own)],
})
const answers = (...conditions: Partial<Conditions>[]) =>
  new Map<string, EffectiveAnswer>(
    conditions.map((own, at) => [`p${at + 1}`, { open: true, entry: 'e', conditions: { ...plainConditions, ...own } }]),
  )

describe('what must be silent', () => {
  test('a passage that goes as text only is silent in the sound of one that it lies in', () => {
    const story = storyOf([passage('p1', 0, 4_000), passage('p2', 3_000, 5_000)])
    const { sound } = redactExcerpt(excerpt, story, noMarks, answers({}, { voice: 'text' }))
    expect(sound).toEqual([
      { recording: 'rec', startMs: 0, endMs: 4_000, silences: [{ startMs: 3_000, endMs: 4_000 }] },
    ])
  })
  test('both give their sound where both may', () => {
    const story = storyOf([passage('p1', 0, 4_000), passage('p2', 3_000, 5_000)])
    expect(redactExcerpt(excerpt, story, noMarks, answers({}, {})).sound.map(({ silences }) => silences)).toEqual([
      [],
      [],
    ])
  })
  test('a passage not chosen that begins inside, and ends nobody knows where, is silent to the end', () => {
    const story = storyOf([
      passage('p1', 0, 4_000),
      passage('p3', 3_000, 0, { endMs: null }),
      passage('p4', 4_000, 0, { endMs: null }),
    ])
    expect(redactExcerpt(excerpt, story, noMarks, answers({})).sound[0]?.silences).toEqual([
      { startMs: 3_000, endMs: 4_000 },
    ])
  })
  test('a time outside its passage cannot be right: the whole passage is silent as well', () => {
    const story = storyOf([passage('p1', 10_000, 12_000)])
    expect(silencesFor(story, takenOut({ startMs: 3_000, endMs: 3_500 }), 'readers').byRecording.get('rec')).toEqual([
      { startMs: 2_850, endMs: 3_650 },
      { startMs: 9_850, endMs: 12_150 },
    ])
    expect(silencesFor(story, takenOut({ startMs: 10_500, endMs: 11_000 }), 'readers').byRecording.get('rec')).toEqual([
      { startMs: 10_350, endMs: 11_150 },
    ])
  })
  test('a passage taken out is silent from its beginning to its end, whatever its words say', () => {
    const wordTimes = [{ start: 0, end: 14, startMs: 10_500, endMs: 11_000 }]
    const story = storyOf([passage('p1', 10_000, 12_000, { wordTimes })])
    expect(silencesFor(story, takenOut({ end: 14 }, { thing: 'passage' }), 'readers').byRecording.get('rec')).toEqual([
      { startMs: 9_850, endMs: 12_150 },
    ])
  })
})

describe('her name', () => {
  const told = (narrator: Partial<Narrator>, ...conditions: Partial<Conditions>[]) =>
    redactExcerpt(
      excerpt,
      storyOf([passage('p1', 0, 1), passage('p2', 1, 2)], narrator),
      noMarks,
      answers(...conditions),
    ).narratorName
  test('is given where every yes agrees on it, by itself or by the reach', () => {
    expect(told({}, { nameAs: 'Lena' }, { nameAs: 'Lena' })).toBe('Lena')
    expect(told({ names: { readers: 'M.' } }, {}, {})).toBe('M.')
  })
  test('is not given where one yes names her and another does not', () => {
    expect(told({}, { nameAs: 'Marisol' }, {})).toBeNull()
    expect(told({ names: { readers: 'M.' } }, { nameAs: 'Marisol' }, {})).toBeNull()
  })
  test.each(['countedOnly', 'notCounted'] as const)(
    'is not given of somebody who is %s, whatever an older yes says',
    (existence) => {
      expect(told({ existence }, { nameAs: 'Lena' }, { nameAs: 'Lena' })).toBeNull()
    },
  )
})

test('nothing of a passage that is hidden whole shows, not its language either', () => {
  const story = storyOf([passage('p1', 0, 1, { language: 'ar', direction: 'rtl' }), passage('p2', 1, 2)])
  const { passages } = redactExcerpt(excerpt, story, takenOut({ end: 14 }, { thing: 'passage' }), answers({}, {}))
  expect(passages[0]).toMatchObject({ language: 'en', direction: 'ltr', pieces: [{ kind: 'gap' }] })
})
