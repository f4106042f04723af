import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import type { Redaction } from '../../shared/domain/marks/marks.ts'
import { isHiddenFrom, reaches } from '../../shared/domain/reach.ts'
import { hiddenFrom, isWhollyHidden, piecesOf } from '../../shared/domain/marks/redaction.ts'
import { findSameWords } from '../../shared/domain/words/same-words.ts'
import { rangeAt } from '../../shared/domain/marks/ranges.ts'
import { refusedWordsIn } from '../../shared/domain/words/refused-words.ts'

const redaction = (over: Partial<Redaction> = {}): Redaction => ({
  id: 'r',
  thing: 'name',
  reach: 'readers',
  way: 'removed',
  replacement: '',
  why: '',
  author: 'Ana',
  ranges: [],
  ...over,
})
const passage = (text: string) =>
  ({
    id: 'p',
    turn: 't',
    text,
    language: 'und',
    direction: 'ltr',
    recording: null,
    startMs: null,
    endMs: null,
    wordTimes: [],
  }) as const

describe('what a reach gets of a passage', () => {
  test('a thing hidden from a reach is hidden from every wider one, and from no narrower one', () => {
    for (const [at, from] of reaches.entries()) {
      for (const [other, reach] of reaches.entries()) expect(isHiddenFrom(from, reach)).toBe(other >= at)
    }
  })

  test('no hidden character is left, and every other one stays in its place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', 'é', '中', '.', '7'), minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(20)), { maxLength: 6 }),
        (text, wanted) => {
          const hidden = wanted
            .map(([start, length]) => ({
              start: Math.min(start, text.length),
              end: Math.min(start + length, text.length),
              redaction: redaction(),
            }))
            .filter(({ start, end }) => end > start)
          const kept = text
            .split('')
            .filter((_, at) => !hidden.some(({ start, end }) => at >= start && at < end))
            .join('')
          const pieces = piecesOf(text, hidden)
          const words = pieces.map((piece) => (piece.kind === 'words' ? piece.text : '')).join('')
          if (isWhollyHidden(pieces)) expect(/[\p{L}\p{N}]/u.test(kept)).toBe(false)
          else expect(words).toBe(kept)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  test('ranges that touch or overlap become one token, so that their number and lengths do not show', () => {
    const two = [
      { start: 3, end: 6, redaction: redaction() },
      { start: 5, end: 9, redaction: redaction() },
    ]
    const one = [{ start: 3, end: 12, redaction: redaction() }]
    expect(piecesOf('at Rosali place', two)).toEqual(piecesOf('at Rosalinda place', one))
  })

  test('a pseudonym stands instead; where two ways meet, nothing does', () => {
    const named = redaction({ way: 'pseudonym', replacement: 'Lena' })
    expect(piecesOf('Rosa came', [{ start: 0, end: 4, redaction: named }])[0]).toEqual({
      kind: 'instead',
      text: 'Lena',
      thing: 'name',
    })
    const both = [
      { start: 0, end: 4, redaction: named },
      { start: 0, end: 4, redaction: redaction() },
    ]
    expect(piecesOf('Rosa came', both)[0]).toEqual({ kind: 'gap', thing: 'name' })
  })

  test('only redactions for the reach are gathered', () => {
    const range = rangeAt({ passage: 'p', start: 0, end: 4, startMs: null, endMs: null }, passage('Rosa came'), 'x')
    if (range === null) throw new Error('no range')
    const marks = { ...noMarks, labels: [], redactions: [redaction({ ranges: [range] })] }
    expect(hiddenFrom(marks, 'circle').size).toBe(0)
    expect(hiddenFrom(marks, 'anyone').get('p')).toHaveLength(1)
  })
})

describe('the same words', () => {
  const cases: [text: string, words: string, found: string[]][] = [
    ['Rosa and ROSA and rosá.', 'Rosa', ['Rosa', 'ROSA', 'rosá']],
    ['Rosalinda is not Rosa', 'rosa', ['Rosa']],
    ['with José Luis, jose  luis', 'José Luis', ['José Luis', 'jose  luis']],
    ['我的名字叫王小明，小明', '小明', ['小明', '小明']],
    ['قالت فاطمة ثم فاطِمة', 'فاطمة', ['فاطمة', 'فاطِمة']],
    ['สมศรีอยู่ที่นี่', 'สมศรี', ['สมศรี']],
    ['e\u0301cole École', 'école', ['e\u0301cole', 'École']],
    ['nothing here', 'Rosa', []],
    ['anything', '   ', []],
  ]
  test.each(cases)('in %j, %j', (text, words, found) => {
    expect(findSameWords(text, words, 0).map(([start, end]) => text.slice(start, end))).toEqual(found)
  })
})

describe('refused words', () => {
  const refused = [
    { word: 'victim', instead: 'worker' },
    { word: 'rescatada', instead: '' },
  ]
  test.each(['Two victims speak', 'VICTIM', 'a victimised woman', 'fue Rescatada'])('caught: %s', (text) => {
    expect(refusedWordsIn(text, refused)).toHaveLength(1)
  })
  test.each(['a victory', 'the convict', 'rescate', 'invictim'])('not caught: %s', (text) => {
    expect(refusedWordsIn(text, refused)).toEqual([])
  })
})

describe('a range', () => {
  test('never cuts through what a reader sees as one letter', () => {
    const text = 'a👩🏽‍🏭b'
    const range = rangeAt({ passage: 'p', start: 2, end: 3, startMs: null, endMs: null }, passage(text), 'x')
    expect(range?.quote).toBe('👩🏽‍🏭')
  })
  test.each([
    [0, 0],
    [3, 2],
    [0, 99],
    [-1, 2],
  ])('from %i to %i lies outside', (start, end) => {
    expect(rangeAt({ passage: 'p', start, end, startMs: null, endMs: null }, passage('abcd'), 'x')).toBeNull()
  })
})
