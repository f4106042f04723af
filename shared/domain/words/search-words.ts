// How words are cut and folded for the search inside a reading room: without accents, case or points, and scripts that
// are written without spaces as overlapping pairs of letters. No stop words, no stems: every language is equal.
import { pointsPattern, unspacedLetterPattern } from './letters.ts'

/** A token and its place in the text, in UTF-16 offsets. `firstEnd` ends the first letter of a pair. */
export interface SearchWord {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly firstEnd: number
  readonly unspaced: boolean
}

/** Sources of the regular expressions, flags `gu`; the page's own script is made from the same ones. */
export const searchPatterns = {
  /** A stretch of one kind: letters of unspaced scripts, or a word of any other. */
  stretch: `${unspacedLetterPattern}+|(?:(?!${unspacedLetterPattern})[\\p{L}\\p{M}\\p{N}\\p{Co}])+`,
  /** One letter of an unspaced script; marks of voice in Japanese belong to it. */
  unspaced: `${unspacedLetterPattern}[\\u3099\\u309a]*`,
  /** Accents of Latin, Greek and Cyrillic, once a text is decomposed. */
  accents: '[\\u0300-\\u036f]',
  /** Points, marks of reading and tatweel of Arabic and Hebrew. */
  points: pointsPattern,
  alef: '[\\u0622\\u0623\\u0625\\u0671]',
  ya: '[\\u0649\\u06cc]',
  kaf: '\\u06a9',
  sigma: '\\u03c2',
  /** What folding may leave that is no letter, such as the stroke of a fraction. */
  signs: '[^\\p{L}\\p{M}\\p{N}\\p{Co}]+',
} as const

const compiled = (source: string) => new RegExp(source, 'gu')
const stretch = compiled(searchPatterns.stretch)
const unspaced = compiled(searchPatterns.unspaced)
const accents = compiled(searchPatterns.accents)
const points = compiled(searchPatterns.points)
const alef = compiled(searchPatterns.alef)
const ya = compiled(searchPatterns.ya)
const kaf = compiled(searchPatterns.kaf)
const sigma = compiled(searchPatterns.sigma)
const signs = compiled(searchPatterns.signs)

function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(points, '')
    .replace(alef, '\u0627')
    .replace(ya, '\u064a')
    .replace(kaf, '\u0643')
    .replace(sigma, '\u03c3')
    .replace(signs, '')
}

/** The tokens of a text in order. A letter that ends an unspaced stretch is a token of its own, after its last pair. */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = []
  const add = (word: SearchWord) => {
    if (word.word !== '') words.push(word)
  }
  for (const { 0: run, index } of text.matchAll(stretch)) {
    const letters = [...run.matchAll(unspaced)]
    if (letters.length === 0) {
      const end = index + run.length
      add({ word: folded(run), start: index, end, firstEnd: end, unspaced: false })
    }
    letters.forEach((letter, at) => {
      const next = letters[at + 1]
      const start = index + letter.index
      const firstEnd = start + letter[0].length
      const end = next === undefined ? firstEnd : firstEnd + next[0].length
      add({ word: folded(letter[0]) + folded(next?.[0] ?? ''), start, end, firstEnd, unspaced: true })
    })
  }
  return words
}
