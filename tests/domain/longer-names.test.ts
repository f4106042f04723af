// The longer names in which a name that is taken out is found, and what was said of each.
import { describe, expect, test } from 'vitest'
import { asWritten, longerNamesOf } from '../../shared/domain/names/longer-names.ts'
import { noMarks, type Marks, type Redaction } from '../../shared/domain/marks/marks.ts'

const passages = [
  { id: 'p1', text: 'Carlo drove us home.' },
  { id: 'p2', text: 'Carlos waited. Carlos had bread.' },
  { id: 'p3', text: 'Then Carlo’s sister left, and it was cold.' },
]
const range = (passage: string, quote: string, start = 0) => ({
  id: `range${passage}${start}`,
  passage,
  start,
  end: start + quote.length,
  quote,
  startMs: null,
  endMs: null,
  unresolved: false,
})
const taken = (quote: string, says: Partial<Redaction> = {}): Redaction => ({
  id: 'carlo',
  thing: 'name',
  reach: 'readers',
  way: 'removed',
  replacement: '',
  why: '',
  author: 'R.',
  ranges: [range('p1', quote)],
  ...says,
})
const marksOf = (redactions: readonly Redaction[], ...others: string[]): Marks => ({
  ...noMarks,
  redactions,
  notTheSame: others.map((other) => ({ id: other, words: 'carlo', other, author: 'R.' })),
})
const of = (redaction: Redaction, marks: Marks) =>
  longerNamesOf(redaction, marks, passages).map(({ words, other, said }) => [words, other, said?.id ?? null])

describe('the longer names of what is taken out', () => {
  test('are those with more letters in as many words, each once, as they stand', () => {
    expect(of(taken('Carlo'), marksOf([taken('Carlo')]))).toEqual([['Carlo', 'Carlos', null]])
  })

  test('are those of a part of a name too', () => {
    expect(of(taken('Carlo Rossi'), marksOf([]))).toEqual([['Carlo', 'Carlos', null]])
  })

  test('are not those that are taken out themselves from as near', () => {
    const carlos = (reach: Redaction['reach']) =>
      taken('Carlos', { id: 'carlos', reach, ranges: [range('p2', 'Carlos'), range('p2', 'Carlos', 15)] })
    expect(of(taken('Carlo'), marksOf([taken('Carlo'), carlos('readers')]))).toEqual([])
    expect(of(taken('Carlo'), marksOf([taken('Carlo'), carlos('anyone')]))).toHaveLength(1)
  })

  test('tell what was said of them, and keep what was said of one that stands there no more', () => {
    const marks = marksOf([taken('Carlo')], 'carlos', 'carlota')
    expect(of(taken('Carlo'), marks)).toEqual([
      ['Carlo', 'Carlos', 'carlos'],
      ['Carlo', 'carlota', 'carlota'],
    ])
  })
})

test('words that are kept in plain letters are shown as they stand in the story', () => {
  expect(asWritten('carlos', passages)).toBe('Carlos')
  expect(asWritten('maria', passages)).toBe('maria')
})
