// The paper key: 32 random bytes as 24 BIP39 words with a checksum inside, typed back in part before it counts.
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { Failure } from '../../../shared/contract/failure.ts'
import type { RandomSource } from './random.ts'
import { secretBytes } from './secret-bytes.ts'
import { allWordLists, plainWord, wordListFor } from './word-lists.ts'
import type { WordList } from './word-lists.ts'

export const paperKeyLength = 32
const wordCount = 24
const wordsToCheck = 4

/** The 24 words for 32 bytes (BIP39), composed as they are typed. */
export function paperKeyWords(bytes: Buffer, language: string): string[] {
  if (bytes.length !== paperKeyLength) throw new Failure('wrongPaperKey')
  const mnemonic = entropyToMnemonic(bytes, [...wordListFor(language)])
  return mnemonic.normalize('NFC').split(/\s/u)
}

/**
 * The 32 bytes that typed words stand for, in any list; the caller zeroes them. Case, accents, commas, numbers and
 * further white space are no matter, and the first four letters of a word are enough.
 * Throws Failure('wrongPaperKey') for an unknown word, another number of words or a checksum that does not fit.
 */
export function readPaperKey(words: string): Buffer {
  const typed = typedWords(words)
  if (typed.length !== wordCount) throw new Failure('wrongPaperKey')
  for (const list of allWordLists()) {
    const found = typed.map((word) => wordIn(list, word))
    if (found.includes(null)) continue
    try {
      return secretBytes(mnemonicToEntropy(found.join(' '), [...list.words]))
    } catch {
      // The checksum does not fit this list; French and English share some words.
    }
  }
  throw new Failure('wrongPaperKey')
}

export function typedWords(words: string): string[] {
  return words
    .split(/[\s\d.,;:)(-]+/u)
    .map(plainWord)
    .filter((word) => word !== '')
}

/** How typed words look: `place` counts from 1, `near` are at most three words of the list that are spelled alike. */
export interface PaperWordsLook {
  readonly count: number
  readonly unknown: readonly { readonly place: number; readonly near: readonly string[] }[]
  /** Whether they are a whole key; false where a word is missing, unknown, another one or in another place. */
  readonly whole: boolean
}

/** What is wrong with typed words, word by word, against the list that most of them are from. Opens nothing. */
export function lookAtPaperWords(words: string): PaperWordsLook {
  const typed = typedWords(words)
  const unknownIn = (list: WordList) => typed.flatMap((word, at) => (wordIn(list, word) === null ? [at] : []))
  const looks = allWordLists().map((list) => ({ list, unknown: unknownIn(list) }))
  const best = looks.reduce((one, other) => (other.unknown.length < one.unknown.length ? other : one))
  return {
    count: typed.length,
    unknown: best.unknown.map((at) => ({ place: at + 1, near: nearWords(best.list, typed[at] ?? '') })),
    whole: isWhole(words),
  }
}

function isWhole(words: string): boolean {
  try {
    readPaperKey(words).fill(0)
    return true
  } catch {
    return false
  }
}

const mostNear = 3
const mostEdits = 2

/** The words at the smallest distance, where that is at most two letters; those that begin alike come first. */
function nearWords(list: WordList, typed: string): string[] {
  const measured = list.words
    .map((word, at) => ({ word, plain: list.plain[at] ?? '', edits: editsBetween(typed, list.plain[at] ?? '') }))
    .filter(({ edits, plain }) => edits <= mostEdits && edits < Math.max(plain.length, typed.length) - 1)
  const least = Math.min(...measured.map(({ edits }) => edits))
  const beginsAlike = ({ plain }: { plain: string }) => (plain[0] === typed[0] ? 0 : 1)
  return measured
    .filter(({ edits }) => edits === least)
    .toSorted((one, other) => beginsAlike(one) - beginsAlike(other))
    .slice(0, mostNear)
    .map(({ word }) => word.normalize('NFC'))
}

/** Letters put in, left out, exchanged, or swapped with the next one (optimal string alignment). */
function editsBetween(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    ;[before, last] = [last, row]
  }
  return last[other.length] ?? 0
}

/** Four different places, as indexes into the 24 words, in rising order: the words to type back. */
export function positionsToCheck(random: RandomSource): number[] {
  const left = Array.from({ length: wordCount }, (_, at) => at)
  const chosen = Array.from({ length: wordsToCheck }, () => left.splice(random(4).readUInt32BE(0) % left.length, 1))
  return chosen.flat().toSorted((a, b) => a - b)
}

/** Whether a word that was typed back is the one on the paper, read as forgivingly as `readPaperKey` does. */
export function sameWord(typed: string, word: string): boolean {
  const [given, whole] = [plainWord(typed), plainWord(word)]
  return given === whole || ([...given].length >= 4 && whole.startsWith(given))
}

/** Whether exactly the words at these places, counted from 0, were typed back, in order. */
export function areTypedBack(words: readonly string[], places: readonly number[], typed: readonly string[]): boolean {
  return typed.length === places.length && places.every((at, place) => sameWord(typed[place] ?? '', words[at] ?? ''))
}

export function wordIn(list: WordList, typed: string): string | null {
  const exact = list.plain.indexOf(typed)
  if (exact >= 0) return list.words[exact] ?? null
  if ([...typed].length < 4) return null
  const begun = list.words.filter((_, at) => list.plain[at]?.startsWith(typed))
  return begun.length === 1 ? (begun[0] ?? null) : null
}
