// The tokens that FTS5 makes of folded text, made here too, with their places in the text as it was written.
import { foldLetters, unspacedLetter } from './letters.ts'

/** `word` as the index knows it; `start` and `end` are UTF-16 offsets; `pair`: two letters of an unspaced script. */
export interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
  /** Where the first letter ends: what a lone letter of an unspaced script marks. */
  readonly firstEnd: number
  readonly unspaced: boolean
}

interface Letter {
  readonly text: string
  readonly start: number
  readonly end: number
}

// The marks that the tokenizer drops, of U+0300 to U+0331 (sqlite3Fts5UnicodeIsdiacritic in SQLite's fts5_unicode2.c).
const dropped = /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/gu

/** Lower case and, for Latin, without diacritics, as `unicode61 remove_diacritics 2` does it. */
export function foldWord(text: string): string {
  const folded = [...foldLetters(text)].map((letter) => {
    const lower = lowerCase(letter)
    return /^\p{Script=Latin}/u.test(lower) && [...lower].length === 1 ? bare(lower) : lower
  })
  return folded.join('').replaceAll(dropped, '')
}

/** By way of upper case, so that letters with two small shapes (σ and ς, s and ſ) are one; but never ı as i. */
function lowerCase(letter: string): string {
  const upper = letter.toUpperCase()
  return letter !== 'ı' && [...upper].length === 1 ? upper.toLowerCase() : letter.toLowerCase()
}

function bare(letter: string): string {
  const [base = letter] = letter.normalize('NFD')
  return base
}

const letterRuns = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const plainWord = /^[0-9A-Za-z]+$/
const plainText = /^[\x00-\x7f]*$/
const plainRuns = /[0-9A-Za-z]+/g

/** All tokens of `text` in order; pairs of an unspaced run overlap. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: letters, index } of text.matchAll(plainText.test(text) ? plainRuns : letterRuns)) {
    const end = index + letters.length
    // NOTE: most words of most texts; letter by letter they cost ten times as much.
    if (plainWord.test(letters))
      tokens.push({ word: letters.toLowerCase(), start: index, end, firstEnd: end, unspaced: false })
    else tokens.push(...mixedTokens(text, index, end))
  }
  return tokens
}

/** The tokens of one run of letters, which may change between scripts. */
function mixedTokens(text: string, from: number, until: number): Token[] {
  const tokens: Token[] = []
  let word: Letter[] = []
  let run: Letter[] = []
  const endWord = (): void => {
    const token = wordToken(text, word)
    if (token !== null) tokens.push(token)
    word = []
  }
  const endRun = (): void => {
    tokens.push(...runTokens(run))
    run = []
  }
  let at = from
  for (const letter of text.slice(from, until)) {
    const place = { text: letter, start: at, end: at + letter.length }
    at = place.end
    if (unspacedLetter.test(letter)) {
      endWord()
      run.push(place)
    } else {
      endRun()
      word.push(place)
    }
  }
  endWord()
  endRun()
  return tokens
}

function wordToken(text: string, letters: readonly Letter[]): Token | null {
  const [first] = letters
  const last = letters.at(-1)
  if (first === undefined || last === undefined) return null
  const word = foldWord(text.slice(first.start, last.end))
  if (word === '') return null
  return { word, start: first.start, end: last.end, firstEnd: last.end, unspaced: false }
}

function runTokens(run: readonly Letter[]): Token[] {
  const letters = composed(run)
  return letters.map((letter, at) => {
    const next = letters[at + 1]
    return {
      word: foldWord(letter.text + (next?.text ?? '')),
      start: letter.start,
      end: next?.end ?? letter.end,
      firstEnd: letter.end,
      unspaced: true,
    }
  })
}

/** Letters that NFC joins (a kana and its voicing mark) as one. */
function composed(run: readonly Letter[]): Letter[] {
  const letters: Letter[] = []
  for (const letter of run) {
    const last = letters.at(-1)
    const joined = last === undefined ? '' : (last.text + letter.text).normalize('NFC')
    if (last !== undefined && [...joined].length === 1) {
      letters[letters.length - 1] = { text: joined, start: last.start, end: letter.end }
    } else {
      // NFC takes some Tibetan letters apart.
      for (const part of letter.text.normalize('NFC'))
        letters.push({ text: part, start: letter.start, end: letter.end })
    }
  }
  return letters
}
