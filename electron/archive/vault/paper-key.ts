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
  const typed = words
    .split(/[\s\d.,;:)(-]+/u)
    .map(plainWord)
    .filter((word) => word !== '')
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

function wordIn(list: WordList, typed: string): string | null {
  const exact = list.plain.indexOf(typed)
  if (exact >= 0) return list.words[exact] ?? null
  if ([...typed].length < 4) return null
  const begun = list.words.filter((_, at) => list.plain[at]?.startsWith(typed))
  return begun.length === 1 ? (begun[0] ?? null) : null
}
