// What is taken out is silent for at least 100 ms beyond the word, always, and its edges tell nothing but the grid.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noMarks, type Marks, type Range } from '../../shared/domain/marks/marks.ts'
import { silencesFor } from '../../shared/domain/sound/silences.ts'
import type { Passage, Story } from '../../shared/domain/story.ts'

const passage: Passage = {
  id: 'p',
  turn: 't',
  text: 'Rosa, and Maria, and Ines.',
  language: 'en',
  direction: 'ltr',
  recording: 'rec',
  startMs: 0,
  endMs: 60_000,
  wordTimes: [],
}
const story: Story = {
  testimony: {
    id: 't',
    narrator: 'n',
    title: '',
    titleBy: 'archivist',
    language: 'en',
    createdAt: '2026-01-01T00:00:00.000Z',
    revision: 1,
  },
  narrator: { id: 'n', name: 'Marisol', names: {}, existence: 'byPseudonym', refusedWords: [] },
  speakers: [{ id: 's', name: '', role: 'narrator' }],
  turns: [{ id: 't', speaker: 's' }],
  passages: [passage],
  recordings: [
    { id: 'rec', media: 'm', sitting: 1, format: 'wav', durationMs: 60_000, channels: 1, sampleRate: 16_000 },
  ],
}
type When = Pick<Range, 'startMs' | 'endMs'>
const takenOut = (words: readonly When[]): Marks => ({
  ...noMarks,
  redactions: [
    {
      id: 'd',
      thing: 'name',
      reach: 'readers',
      way: 'silence',
      replacement: '',
      why: '',
      author: 'Ana',
      ranges: words.map((word, at) => {
        const id = `r${at}`
        return { id, passage: 'p', start: 0, end: 4, quote: 'Rosa', unresolved: false, ...word }
      }),
    },
  ],
})
const silences = (words: readonly When[]) => silencesFor(story, takenOut(words), 'anyone').byRecording.get('rec') ?? []

/** Words anywhere in a minute, with times as a recogniser gives them: between two milliseconds too. */
const words = fc.array(
  fc
    .tuple(fc.double({ min: 0, max: 58_000, noNaN: true }), fc.double({ min: 1, max: 1_500, noNaN: true }))
    .map(([startMs, lasts]) => ({ startMs, endMs: startMs + lasts })),
  { minLength: 1, maxLength: 12 },
)

test('at least 100 ms on both sides, on the grid, none touching another', () => {
  fc.assert(
    fc.property(words, (spoken) => {
      const silent = silences(spoken)
      for (const { startMs, endMs } of spoken) {
        const own = silent.find((one) => one.startMs <= Math.max(0, startMs - 100) && one.endMs >= endMs + 100)
        expect(own).toBeDefined()
      }
      for (const [at, { startMs, endMs }] of silent.entries()) {
        expect([startMs % 50, endMs % 50]).toEqual([0, 0])
        expect(startMs).toBeGreaterThan(silent[at - 1]?.endMs ?? -1)
        expect(endMs).toBeGreaterThan(startMs)
      }
      // No wider than it has to be: 110 ms and the way to the grid, on either side of what is silent together.
      for (const { startMs, endMs } of silent) {
        const inside = spoken.filter((word) => word.startMs >= startMs && word.endMs <= endMs)
        expect(Math.min(...inside.map((word) => word.startMs)) - startMs).toBeLessThan(160)
        expect(endMs - Math.max(...inside.map((word) => word.endMs))).toBeLessThan(160)
      }
    }),
  )
})

test('two names of other lengths are silent for as long, where they lie between the same lines of the grid', () => {
  expect(silences([{ startMs: 3_012, endMs: 3_420 }])).toEqual(silences([{ startMs: 3_031, endMs: 3_433 }]))
  // The control: one that is longer by more than the grid is.
  expect(silences([{ startMs: 3_012, endMs: 3_420 }])).not.toEqual(silences([{ startMs: 3_012, endMs: 3_520 }]))
})

test('a neighbouring word is no reason to stop short', () => {
  const wordTimes = [
    { start: 0, end: 4, startMs: 3_000, endMs: 3_300 },
    { start: 6, end: 9, startMs: 3_300, endMs: 3_400 },
  ]
  const close = { ...story, passages: [{ ...passage, wordTimes }] }
  const marks = takenOut([{ startMs: null, endMs: null }])
  expect(silencesFor(close, marks, 'anyone').byRecording.get('rec')).toEqual([{ startMs: 2_850, endMs: 3_450 }])
})
