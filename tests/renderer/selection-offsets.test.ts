// A selection never cuts a letter, and covers of each passage what was between the two ends.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  spansBetween,
  togglePassage,
  wholeLetters,
  wholePassages,
  wordsOf,
} from '../../renderer/features/story/selection-offsets.ts'

const family = '\u{1F469}‍\u{1F467}'

describe('whole letters', () => {
  it('widens to what stands as one letter', () => {
    const text = `a${family}b`
    expect(wholeLetters(text, 2, 4)).toEqual({ start: 1, end: 1 + family.length })
    expect(wholeLetters('e\u0301a', 1, 2)).toEqual({ start: 0, end: 2 })
    expect(wholeLetters('e\u0301a', 0, 1)).toEqual({ start: 0, end: 2 })
  })

  it('leaves the spaces at the ends', () => {
    expect(wholeLetters('with Rosa there', 4, 10)).toEqual({ start: 5, end: 9 })
    expect(wholeLetters('a   b', 1, 4)).toBeNull()
    expect(wholeLetters('abc', 2, 2)).toBeNull()
  })

  it('always begins and ends between letters, and covers what was asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(50), fc.nat(50), (text, from, to) => {
        const found = wholeLetters(text, from, to)
        const [low, high] = [Math.min(from, to, text.length), Math.min(Math.max(from, to), text.length)]
        const letters = [...new Intl.Segmenter('und').segment(text)].filter(({ index, segment }) => {
          return low < high && index < high && index + segment.length > low && segment.trim() !== ''
        })
        const [first, last] = [letters[0], letters.at(-1)]
        if (first === undefined || last === undefined) expect(found).toBeNull()
        else expect(found).toEqual({ start: first.index, end: last.index + last.segment.length })
      }),
    )
  })
})

const passages = [
  { id: 'first000', text: 'The winter, yes.' },
  { id: 'second00', text: ' ' },
  { id: 'third000', text: 'He had the only car.' },
]

describe('spans', () => {
  it('over several passages are one for each that has words, whichever end came first', () => {
    const forwards = spansBetween(passages, { index: 0, offset: 4 }, { index: 2, offset: 2 })
    expect(forwards).toEqual([
      { passage: 'first000', start: 4, end: 16 },
      { passage: 'third000', start: 0, end: 2 },
    ])
    expect(spansBetween(passages, { index: 2, offset: 2 }, { index: 0, offset: 4 })).toEqual(forwards)
  })

  it('of whole passages come and go, in the order of the story', () => {
    const last = togglePassage(passages, [], 2)
    const both = togglePassage(passages, last, 0)
    expect(both).toEqual(wholePassages(passages, 0, 2))
    expect(togglePassage(passages, both, 2)).toEqual([{ passage: 'first000', start: 0, end: 16 }])
    expect(togglePassage(passages, both, 1)).toBe(both)
  })
})

describe('words', () => {
  it('are found with spaces and without', () => {
    expect(wordsOf('He had, yes.', 'en').map(({ start, end }) => 'He had, yes.'.slice(start, end))).toEqual([
      'He',
      'had',
      'yes',
    ])
    expect(wordsOf('我们在工厂', 'zh').length).toBeGreaterThan(1)
    expect(wordsOf('plain', 'not a language').length).toBe(1)
  })
})
