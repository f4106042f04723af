// Looking at sound from near: what part is seen, how far a key goes, what is written and said, and what is drawn for whom.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { drawnRanges } from '../../renderer/app/rooms/story/drawn-ranges.ts'
import {
  around,
  holding,
  moved,
  narrowestMs,
  stepOf,
  ticksOf,
  wholeOf,
  zoomed,
} from '../../renderer/features/story/sound-window.ts'
import type { Missing } from '../../renderer/features/story/drawn-sound.ts'
import { missingAt, saidMissing } from '../../renderer/features/story/missing-sound.ts'
import { spokenTime } from '../../renderer/app/sound/spoken-time.ts'
import { timeFrom, writtenTime } from '../../renderer/features/story/written-time.ts'
import { makeSay } from '../../renderer/words/make-say.ts'
import { gapKinds } from '../../shared/contract/recording.ts'
import { noMarks, type Marks, type Range } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'

const threeHours = 3 * 3_600_000

describe('the part that is seen', () => {
  const window = fc.record({
    startMs: fc.double({ min: 0, max: threeHours, noNaN: true }),
    spanMs: fc.double({ min: narrowestMs, max: threeHours, noNaN: true }),
  })
  it('lies inside the recording, whatever is done', () => {
    fc.assert(
      fc.property(
        window,
        fc.double({ min: 0.001, max: 1_000, noNaN: true }),
        fc.double({ min: -threeHours, max: threeHours, noNaN: true }),
        (anywhere, factor, ms) => {
          const seen = moved(anywhere, 0, threeHours)
          const made = [
            zoomed(seen, factor, seen.startMs, threeHours),
            moved(seen, ms, threeHours),
            holding(seen, Math.abs(ms), threeHours),
            around(Math.abs(ms), Math.abs(ms) + 10, threeHours),
          ]
          for (const { startMs, spanMs } of made) {
            expect(spanMs).toBeGreaterThanOrEqual(narrowestMs)
            expect(startMs).toBeGreaterThanOrEqual(0)
            expect(startMs + spanMs).toBeLessThanOrEqual(threeHours + 1)
          }
          const held = holding(seen, Math.abs(ms), threeHours)
          expect(held.startMs - 1).toBeLessThanOrEqual(Math.abs(ms))
          expect(held.startMs + held.spanMs + 1).toBeGreaterThanOrEqual(Math.min(threeHours, Math.abs(ms)))
        },
      ),
    )
  })

  it('keeps what is pointed at where it is, from the whole down to a second and back', () => {
    let seen = wholeOf(threeHours)
    for (let times = 0; times < 30; times += 1) seen = zoomed(seen, 0.5, 5_400_000, threeHours)
    expect(seen).toEqual({ startMs: 5_399_500, spanMs: narrowestMs })
    expect(stepOf(seen)).toBe(20)
    for (let times = 0; times < 30; times += 1) seen = zoomed(seen, 2, 5_400_000, threeHours)
    expect(seen).toEqual(wholeOf(threeHours))
    expect(stepOf(seen)).toBe(10_000)
  })

  it('has times along its edge that lie in it, not more than there is room for', () => {
    expect(ticksOf({ startMs: 0, spanMs: 11_000 }, 12)).toEqual(Array.from({ length: 12 }, (_, at) => at * 1_000))
    expect(ticksOf({ startMs: 61_234, spanMs: 1_000 }, 6)).toEqual([61_400, 61_600, 61_800, 62_000, 62_200])
  })
})

test('a time is written as a person writes it, and read back', () => {
  const read = ['1:02:03.5', '12:41', '41.5', '41,5', ' 0:05 ', '90'].map(timeFrom)
  expect(read).toEqual([3_723_500, 761_000, 41_500, 41_500, 5_000, 90_000])
  for (const wrong of ['', 'x', '1:60', '1:2:3:4', '-1', '1:', '1.2.3', '1.5:00']) expect(timeFrom(wrong)).toBeNull()
  expect([3_723_500, 761_000, 5_250, 5_004].map(writtenTime)).toEqual(['1:02:03.5', '12:41', '0:05.25', '0:05'])
  fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000 }), (at) => timeFrom(writtenTime(at * 10)) === at * 10))
})

test('a time is said in words, in both languages', () => {
  const [english, spanish] = [makeSay('en'), makeSay('es')]
  const at = english('story.spoken.at', {
    position: spokenTime(english, 761_900),
    duration: spokenTime(english, 3_600_000),
    takenOut: 'yes',
  })
  expect(at).toBe('12 minutes 41 seconds, of 1 hour; taken out')
  expect(spokenTime(english, 0)).toBe('0 seconds')
  expect(spokenTime(english, 4_440, true)).toBe('4.4 seconds')
  expect(spokenTime(spanish, 3_661_000)).toBe('1 hora 1 minuto 1 segundo')
})

test('where sound is missing is said in words, in both languages, with how long where that is known', () => {
  const [english, spanish] = [makeSay('en'), makeSay('es')]
  const gap = (kind: Missing['kind'], lastedMs: number | null): Missing => ({ atMs: 1_000, kind, lastedMs })
  expect(saidMissing(english, gap('pause', 120_000))).toBe('a pause of 2 minutes')
  expect(saidMissing(english, gap('pause', 2_600))).toBe('a pause of 2.6 seconds')
  expect(saidMissing(english, gap('pause', null))).toBe('a pause')
  expect(saidMissing(english, gap('unplugged', 0))).toBe('the microphone was unplugged')
  expect(saidMissing(english, gap('unplugged', 61_000))).toBe('the microphone was unplugged, for 1 minute 1 second')
  expect(saidMissing(spanish, gap('pause', 120_000))).toBe('una pausa de 2 minutos')
  for (const say of [english, spanish])
    expect(new Set(gapKinds.flatMap((kind) => [null, 5_000].map((ms) => saidMissing(say, gap(kind, ms))))).size).toBe(
      gapKinds.length * 2,
    )
  const gaps = [gap('pause', null), { ...gap('muted', null), atMs: 1_300 }]
  expect(missingAt(gaps, 1_040, 100)).toEqual([gaps[0]])
  expect(missingAt(gaps, 1_060, 100)).toEqual([])
})

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
  passages: ['p', 'q'].map((id, at) => ({
    id,
    turn: 't',
    text: 'Rosa came.',
    language: 'en',
    direction: 'ltr',
    recording: 'rec',
    startMs: at * 5_000,
    endMs: at === 0 ? null : 9_000,
    wordTimes: [],
  })),
  recordings: [
    { id: 'rec', media: 'm', sitting: 1, format: 'wav', durationMs: 60_000, channels: 1, sampleRate: 16_000 },
  ],
}
const over = (passage: string): Range => ({
  id: `r${passage}`,
  passage,
  start: 0,
  end: 4,
  quote: 'Rosa',
  startMs: null,
  endMs: null,
  unresolved: false,
})
const says = { words: 'work', language: 'en', meaning: '', colour: 3, author: 'Ana' } as const
const hides = { thing: 'other', way: 'silence', replacement: '', why: '', author: 'Ana' } as const
const marks: Marks = {
  ...noMarks,
  labels: [
    { id: 'l1', ...says, assertedBy: 'narrator', stance: 'none', ranges: [over('q')] },
    { id: 'l2', ...says, assertedBy: 'police', stance: 'notMine', ranges: [over('q')] },
  ],
  redactions: [
    {
      id: 'd',
      ...hides,
      reach: 'readers',
      ranges: [],
      stretches: [{ id: 'x', recording: 'rec', startMs: 20_000, endMs: 21_000 }],
    },
    { id: 'e', ...hides, reach: 'anyone', ranges: [{ ...over('q'), startMs: 6_000, endMs: 6_500 }] },
  ],
}

const pause = { atMs: 12, kind: 'pause', lastedMs: 120_000 } as const

describe('what is drawn', () => {
  const takenOut = (reach: Parameters<typeof drawnRanges>[3]) => drawnRanges(story, marks, 'rec', reach, []).takenOut
  it('in the whole story is everything that falls silent for anybody', () => {
    expect(takenOut(null)).toEqual([
      { startMs: 5_850, endMs: 6_650 },
      { startMs: 19_850, endMs: 21_150 },
    ])
    const { passages, labels, gaps } = drawnRanges(story, marks, 'rec', null, [pause])
    expect(passages).toEqual([
      { startMs: 0, endMs: 5_000 },
      { startMs: 5_000, endMs: 9_000 },
    ])
    expect(labels).toHaveLength(2)
    expect(gaps).toEqual([pause])
  })
  it('as somebody else is what they would not hear, without labels that they do not get', () => {
    expect(takenOut('readers')).toEqual([{ startMs: 19_850, endMs: 21_150 }])
    expect(takenOut('circle')).toEqual([])
    expect(drawnRanges(story, marks, 'rec', 'readers', []).labels).toHaveLength(1)
    expect(drawnRanges(story, marks, 'rec', 'anyone', []).labels, 'they lie on hidden words').toHaveLength(0)
    expect(drawnRanges(story, marks, 'another', null, [])).toEqual({ passages: [], labels: [], takenOut: [], gaps: [] })
  })
})
