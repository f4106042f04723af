// What decides on her screens: her words kept with their marks, words chosen in any script, the way through a story, voices, the clock.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idleMs, watchIdle } from '../../renderer/app/rooms/her/idle-watch.ts'
import { stretchesOf } from '../../renderer/features/with-her/choosing-words.ts'
import { levelOf } from '../../renderer/app/voice/level.ts'
import { looksOf } from '../../renderer/features/with-her/looks-of.ts'
import { marksOn, piecesOn } from '../../renderer/features/with-her/marks-here.ts'
import { changeBack, changeOfWords } from '../../renderer/features/with-her/text-change.ts'
import { localVoiceOf } from '../../renderer/app/voice/use-local-voice.ts'
import { stepFrom, walkOf, whereToBegin } from '../../renderer/features/with-her/walk.ts'
import { wholeWords } from '../../renderer/features/with-her/whole-words.ts'
import { noMarks, type Marks, type Range } from '../../shared/domain/marks/marks.ts'
import type { Passage, Speaker, Turn } from '../../shared/domain/story.ts'

const passage = (id: string, text: string, more: Partial<Passage> = {}): Passage => ({
  id,
  turn: 'turn0001',
  text,
  language: 'en',
  direction: 'ltr',
  recording: null,
  startMs: null,
  endMs: null,
  wordTimes: [],
  ...more,
})

const range = (id: string, of: Passage, words: string): Range => {
  const start = of.text.indexOf(words)
  return {
    id,
    passage: of.id,
    start,
    end: start + words.length,
    quote: words,
    startMs: null,
    endMs: null,
    unresolved: false,
  }
}

const marked = (of: Passage, hidden: string, labelled: string): Marks => ({
  ...noMarks,
  redactions: [
    {
      id: 'redact01',
      thing: 'name',
      reach: 'readers',
      way: 'removed',
      replacement: '',
      why: '',
      author: 'Ana',
      ranges: [range('rangered', of, hidden)],
    },
  ],
  labels: [
    {
      id: 'label001',
      words: 'ride',
      language: 'en',
      meaning: '',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
      author: 'Ana',
      ranges: [range('rangelab', of, labelled)],
    },
  ],
  ties: [{ id: 'tie00001', kind: 'neverAlone', reason: '', author: 'Ana', ranges: [range('rangetie', of, of.text)] }],
})

describe('her words, kept', () => {
  const before = passage('passage1', 'Rosalinda drove us to the station.', {
    wordTimes: [
      { start: 0, end: 9, startMs: 100, endMs: 900 },
      { start: 26, end: 33, startMs: 2_000, endMs: 2_600 },
    ],
  })
  const marks = marked(before, 'Rosalinda', 'the station')

  test('marks move with their words, and word times go with the words they belong to', () => {
    const {
      passages,
      marks: moved,
      turns,
      lineage,
    } = changeOfWords(before, 'Then Rosalinda drove us to the station.', marks)
    expect([turns, lineage]).toEqual([null, []])
    expect(passages[0]?.wordTimes.map(({ start, end }) => passages[0]?.text.slice(start, end))).toEqual([
      'Rosalinda',
      'station',
    ])
    expect(moved.map(({ mark, ranges }) => [mark, ranges[0]?.quote])).toEqual([
      ['label001', 'the station'],
      ['redact01', 'Rosalinda'],
      ['tie00001', 'Then Rosalinda drove us to the station.'],
    ])
  })

  test('what is taken out grows over what comes in its place, a label does not', () => {
    const both = marked(before, 'Rosalinda drove', 'Rosalinda drove')
    const { marks: moved } = changeOfWords(before, 'Rosa drove us to the station.', both)
    expect(moved.map(({ mark, ranges }) => [mark, ranges[0]?.quote.trim()])).toEqual([
      ['label001', 'drove'],
      ['redact01', 'Rosa drove'],
      ['tie00001', 'Rosa drove us to the station.'],
    ])
  })

  test('a mark without its words stays as a question', () => {
    const { marks: moved } = changeOfWords(before, 'They left.', marks)
    for (const { mark, ranges } of moved.filter(({ kind }) => kind !== 'tie'))
      expect([mark, ranges.length, ranges[0]?.unresolved]).toEqual([mark, 1, true])
  })

  test('what was written can be taken back, word for word and mark for mark', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Rosalinda', 'drove', 'us', 'the', 'station', 'harbour', 'สวัสดี'), {
          minLength: 1,
          maxLength: 8,
        }),
        (words) => {
          const change = changeOfWords(before, words.join(' '), marks)
          const [after] = change.passages
          if (after === undefined) throw new Error('nothing changed')
          const ranges = new Map(change.marks.map((one) => [one.mark, one.ranges]))
          const now: Marks = {
            ...marks,
            labels: marks.labels.map((one) => ({ ...one, ranges: ranges.get(one.id) ?? [] })),
            redactions: marks.redactions.map((one) => ({ ...one, ranges: ranges.get(one.id) ?? [] })),
            ties: marks.ties.map((one) => ({ ...one, ranges: ranges.get(one.id) ?? [] })),
          }
          const back = changeBack(after, before, now, marks)
          expect(back.passages).toEqual([before])
          expect(new Map(back.marks.map((one) => [one.mark, one.ranges]))).toEqual(
            new Map([...marks.labels, ...marks.redactions, ...marks.ties].map((one) => [one.id, one.ranges] as const)),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('words chosen one by one', () => {
  test.each([
    ['en', 'Rosalinda drove us, then waited.', [0, 1], ['Rosalinda drove']],
    ['en', 'Rosalinda drove us, then waited.', [0, 2, 3], ['Rosalinda', 'us, then']],
    ['ar', 'كانت سلمى تقف إلى جانب الفرن.', [1], ['سلمى']],
    ['th', 'มาลียืนอยู่ข้างเตาอบ', [0], null],
  ] as const)('%s', (language, text, chosen, expected) => {
    const found = stretchesOf(text, language, new Set(chosen)).map(({ start, end }) => text.slice(start, end))
    if (expected === null) expect(found.every((words) => words.length > 0 && words.length < text.length)).toBe(true)
    else expect(found).toEqual(expected)
  })

  test('words and what stands between them are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = wholeWords(text, 'und')
        const [first] = words
        if (first === undefined) return
        expect(text.slice(0, first.start) + words.map((word) => word.text + word.after).join('')).toBe(text)
      }),
    )
  })
})

test('a passage cut at its marks loses nothing', () => {
  const text = passage('passage1', 'Rosalinda drove us to the station.')
  const pieces = piecesOn(text.text, marksOn(marked(text, 'Rosalinda', 'Rosalinda drove'), text), 'passage1')
  expect(pieces.map((piece) => piece.text)).toEqual(['Rosalinda', ' drove', ' us to the station.'])
  expect(pieces.map(({ takenOut, colour }) => [takenOut, colour])).toEqual([
    [true, 1],
    [false, 1],
    [false, null],
  ])
})

describe('the way through a story', () => {
  const speakers: Speaker[] = [
    { id: 'speaker1', name: 'Luz', role: 'interviewer' },
    { id: 'speaker2', name: '', role: 'narrator' },
  ]
  const turns: Turn[] = [
    { id: 'turn0001', speaker: 'speaker1' },
    { id: 'turn0002', speaker: 'speaker2' },
    { id: 'turn0003', speaker: 'speaker1' },
    { id: 'turn0004', speaker: 'speaker2' },
  ]
  const passages = [
    passage('question1', 'And then?', { turn: 'turn0001' }),
    passage('answer001', 'We met.', { turn: 'turn0002' }),
    passage('answer002', 'Six of us.', { turn: 'turn0002' }),
    passage('question2', 'And after?', { turn: 'turn0003' }),
    passage('answer003', 'Eleven.', { turn: 'turn0004' }),
  ]
  const walk = walkOf({ speakers, turns, passages })

  test('goes through her own words, each after what was asked', () => {
    expect(walk.steps.map(({ id }) => id)).toEqual(['answer001', 'answer002', 'answer003'])
    expect(walk.before.get('answer003')?.map(({ id }) => id)).toEqual(['question2'])
    expect(walk.before.get('answer002')).toEqual([])
    expect(stepFrom(passages, walk.steps, 'answer002', 1)).toBe('answer003')
    expect(stepFrom(passages, walk.steps, 'question2', 1)).toBe('answer003')
    expect(stepFrom(passages, walk.steps, 'question2', -1)).toBe('answer002')
    expect(stepFrom(passages, walk.steps, 'answer003', 1)).toBeNull()
  })

  test('goes on where she was, and a story without a narrator’s name is hers all the same', () => {
    expect(whereToBegin(walk.steps, passages, 'answer002')).toBe('answer002')
    expect(whereToBegin(walk.steps, passages, 'gone00001')).toBe('answer001')
    const others = speakers.map((speaker) => ({ ...speaker, role: 'other' as const }))
    expect(walkOf({ speakers: others, turns, passages }).steps).toHaveLength(5)
  })
})

test('what she said to a passage is shown in one order, whatever order it came in', () => {
  const at = '2026-11-22T12:00:00.000Z'
  const progress = {
    looks: [
      { passage: 'answer001', look: 'later' as const, at },
      { passage: 'answer001', look: 'right' as const, at },
      { passage: 'answer002', look: 'heard' as const, at },
    ],
    changed: ['answer001'],
    last: null,
    reviewedAt: null,
    coolingOffUntil: null,
  }
  expect(looksOf(progress, new Set(['answer002']), 'answer001')).toEqual(['changed', 'right', 'later'])
  expect(looksOf(progress, new Set(['answer002']), 'answer002')).toEqual(['sealed', 'heard'])
})

test('only a voice of this machine, in the language of the words', () => {
  const voices = [
    { lang: 'en-US', localService: false },
    { lang: 'es-ES', localService: true },
    { lang: 'en_GB', localService: true },
  ]
  expect([localVoiceOf(voices, 'en'), localVoiceOf(voices, 'es-MX'), localVoiceOf(voices, 'th')]).toEqual([2, 1, -1])
  expect(localVoiceOf(voices.slice(0, 1), 'en')).toBe(-1)
})

test('loudness is said in three words', () => {
  const tone = (height: number): Uint8Array =>
    Uint8Array.from({ length: 2_048 }, (_, at) => Math.round(128 + height * 127 * Math.sin(at / 7)))
  expect([tone(0), tone(0.004), tone(0.2), tone(1)].map(levelOf)).toEqual(['quiet', 'quiet', 'good', 'loud'])
})

describe('nobody there', () => {
  function watched() {
    const page = new EventTarget()
    let [now, tick] = [0, (): void => {}]
    const said: string[] = []
    const stop = watchIdle(
      page,
      { onIdle: () => said.push('idle'), onAlive: () => said.push('alive') },
      {
        now: () => now,
        every: (work) => {
          tick = work
          return () => void (tick = () => {})
        },
      },
    )
    const wait = (ms: number): void => {
      now += ms
      tick()
    }
    return { page, said, stop, wait }
  }

  test('it goes to the door after ten minutes, once', () => {
    const { said, wait } = watched()
    wait(idleMs - 1)
    expect(said).toEqual([])
    wait(1)
    wait(idleMs)
    expect(said).toEqual(['idle'])
  })

  test.each(['pointermove', 'keydown', 'scroll', 'timeupdate', 'firsthand:alive'])('%s is life', (kind) => {
    const { page, said, wait } = watched()
    wait(idleMs - 1_000)
    page.dispatchEvent(new Event(kind))
    wait(2_000)
    expect(said).toEqual(['alive'])
    wait(idleMs)
    expect(said).toEqual(['alive', 'idle'])
  })

  test('a machine that slept was idle', () => {
    const { said, wait } = watched()
    wait(8 * 3_600_000)
    expect(said).toEqual(['idle'])
  })
})
