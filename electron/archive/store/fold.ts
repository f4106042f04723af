// How text is written into the full-text index, so that every script is found: scripts without spaces as overlapping
// pairs of code points, Arabic and Hebrew without their points. Everything else is left to the tokenizer of FTS5.

/** What the full-text table must be made with: `tokenize = "${tokenizer}"`. */
export const tokenizer = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"

const unspaced =
  '(?:(?=[\\p{L}\\p{M}\\p{N}])(?![\\u0000-\\u036f])[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Thai}\\p{scx=Lao}' +
  '\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}])'
const unspacedRun = new RegExp(`${unspaced}+`, 'gu')
/** One code point of a script that is written without spaces between words. */
export const unspacedLetter = new RegExp(`^${unspaced}$`, 'u')

// Up to U+02FF nothing composes and nothing is folded here; general punctuation is not touched by NFC from U+2002 on.
// oxlint-disable-next-line no-control-regex
const plain = /^[\u0000-\u02ff\u2002-\u2064\u20a0-\u20b9]*$/u
// The tokenizer's tables are of an old Unicode, and whatever they lack is part of a word to it: isolates around a
// right-to-left name, the newer emoji and signs of money. They separate words, as every other sign does.
// oxlint-disable-next-line no-control-regex
const signs = /[^\u0000-\u02ff\p{L}\p{N}\p{M}\p{Co}]+/gu
const semitic = /[\u0591-\u06ff]/u
// Harakat, Quranic marks, tatweel; Hebrew points and cantillation, but not maqaf, paseq, sof pasuq and the like.
const points = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu

/** NFC, and Arabic and Hebrew without points, one shape for each alef, ya and kaf. */
export function foldLetters(text: string): string {
  const composed = text.normalize('NFC')
  if (!semitic.test(composed)) return composed
  return composed
    .replaceAll(points, '')
    .replaceAll(/[\u0622\u0623\u0625\u0671]/gu, '\u0627')
    .replaceAll(/[\u0649\u06cc]/gu, '\u064a')
    .replaceAll('\u06a9', '\u0643')
}

/** Text as the full-text index takes it. Plain Latin text comes back as it is. */
export function fold(text: string): string {
  if (plain.test(text)) return text
  return foldLetters(text).replaceAll(signs, ' ').replaceAll(unspacedRun, (run) => ` ${pairs([...run]).join(' ')} `)
}

/** `abc` gives `ab`, `bc`, `c`: each letter begins a token, so that one alone is found as a prefix. */
export function pairs(letters: readonly string[]): string[] {
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
}

export { findWords, foldQuery } from './find-query.ts'
