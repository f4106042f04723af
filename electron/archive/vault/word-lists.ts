// The BIP39 word lists of 2,048 words (11 bits each) in which secrets are written. Only scripts that can be typed
// blind into a covered field; for anybody else, English.
import { wordlist as czech } from '@scure/bip39/wordlists/czech.js'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js'
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js'
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js'
import { primaryLanguage } from '../../../shared/domain/languages/primary-language.ts'

const lists: Readonly<Record<string, readonly string[]>> = {
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  cs: czech,
}

/** `words` in the library's own spelling (decomposed); `plain` the same without accents, as they may be typed. */
export interface WordList {
  readonly words: readonly string[]
  readonly plain: readonly string[]
}

let all: readonly WordList[] | null = null

/** Every list. */
export function allWordLists(): readonly WordList[] {
  all ??= Object.values(lists).map((words) => ({ words, plain: words.map(plainWord) }))
  return all
}

/** Lower case and without accents. */
export function plainWord(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The list for a language tag such as `es` or `es-MX`. */
export function wordListFor(language: string): readonly string[] {
  return lists[primaryLanguage(language)] ?? english
}
