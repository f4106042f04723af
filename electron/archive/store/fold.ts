// How text is written into the full-text index, so that every script is found: scripts without spaces as overlapping
// pairs of code points, Arabic and Hebrew without their points. Everything else is left to the tokenizer of FTS5.

import { foldLetters, unspacedRun } from './letters.ts'

/** What the full-text table must be made with: `tokenize = "${tokenizer}"`. */
export const tokenizer = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"

// Up to U+02FF nothing composes and nothing is folded here; general punctuation is not touched by NFC from U+2002 on.
const plain = /^[\u0000-\u02ff\u2002-\u2064\u20a0-\u20b9]*$/
// The tokenizer's tables are of an old Unicode, and whatever they lack is part of a word to it: isolates around a
// right-to-left name, the newer emoji and signs of money. They separate words, as every other sign does.
const signs = /[^\u0000-\u02ff\p{L}\p{N}\p{M}\p{Co}]+/gu

/** Text as the full-text index takes it. Plain Latin text comes back as it is. */
export function fold(text: string): string {
  if (plain.test(text)) return text
  return foldLetters(text)
    .replaceAll(signs, ' ')
    .replaceAll(unspacedRun, (run) => ` ${pairs([...run]).join(' ')} `)
}

/** `abc` gives `ab`, `bc`, `c`: each letter begins a token, so that one alone is found as a prefix. */
function pairs(letters: readonly string[]): string[] {
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
}

export { findWords, foldQuery } from './find-query.ts'
