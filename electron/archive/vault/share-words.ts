// A share as the 24 words of its sheet, and what is wrong with words that were typed from one.
import { createHash } from 'node:crypto'
import { Failure } from '../../../shared/contract/failure.ts'
import { lookAtPaperWords, readPaperKey, typedWords, wordIn } from './paper-key.ts'
import { isShare, shareLength } from './shares.ts'
import { allWordLists, wordListFor, type WordList } from './word-lists.ts'

export const wordsOfShare = 24
const bitsOfWord = 11
const checksumLength = 4

/** The words on a sheet, composed as they are typed: 11 bits each, the first bit first. */
export function shareWords(share: Buffer, language: string): string[] {
  const list = wordListFor(language)
  return numbersOf(masked(share)).map((number) => (list[number] ?? '').normalize('NFC'))
}

function numbersOf(bytes: Buffer): number[] {
  const numbers: number[] = []
  let [held, bits] = [0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfffff
    bits += 8
    if (bits < bitsOfWord) continue
    bits -= bitsOfWord
    numbers.push((held >> bits) & 2047)
  }
  return numbers
}

/**
 * Each share looks like chance, and no two sheets begin alike: everything is combined with a hash of the checksum. Twice is
 * as before.
 */
function masked(share: Buffer): Buffer {
  const sum = share.subarray(-checksumLength)
  const mask = createHash('sha256').update('firsthand shares 1 mask').update(sum).digest()
  return Buffer.concat([share.subarray(0, -checksumLength).map((byte, at) => byte ^ (mask[at] ?? 0)), sum], shareLength)
}

function bytesOf(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(shareLength)
  let [held, bits, at] = [0, 0, 0]
  for (const number of numbers) {
    held = ((held << bitsOfWord) | number) & 0xfffff
    bits += bitsOfWord
    while (bits >= 8) {
      bits -= 8
      bytes.writeUInt8((held >> bits) & 255, at)
      at += 1
    }
  }
  return bytes
}

/** What words come to. `place` counts from 1. */
export type ReadWords =
  | { readonly kind: 'share'; readonly bytes: Buffer }
  | { readonly kind: 'count'; readonly count: number }
  | {
      readonly kind: 'unknown'
      readonly unknown: readonly { readonly place: number; readonly near: readonly string[] }[]
    }
  /** One of them is another word on the sheet. */
  | { readonly kind: 'another'; readonly place: number }
  | { readonly kind: 'swapped'; readonly place: number; readonly other: number }
  | { readonly kind: 'paper' }
  | { readonly kind: 'broken' }

/** Reads as forgivingly as `readPaperKey` does. Never throws. */
export function readShareWords(words: string): ReadWords {
  const typed = typedWords(words)
  if (typed.length !== wordsOfShare) return { kind: 'count', count: typed.length }
  const found = foundIn(typed)
  const whole = wholeOf(found)
  if (whole !== null) return { kind: 'share', bytes: whole }
  if (found.length === 0) return { kind: 'unknown', unknown: lookAtPaperWords(words).unknown }
  for (const numbers of found) {
    const slip = slipIn(numbers)
    if (slip !== null) return slip
  }
  return { kind: isPaper(words) ? 'paper' : 'broken' }
}

/** The bytes of a share, without a look at what is wrong. Throws Failure wrongShares. */
export function shareOf(words: string): Buffer {
  const typed = typedWords(words)
  const whole = typed.length === wordsOfShare ? wholeOf(foundIn(typed)) : null
  if (whole === null) throw new Failure('wrongShares')
  return whole
}

/** The places of typed words in each list that has them all. */
function foundIn(typed: readonly string[]): number[][] {
  return allWordLists().flatMap((list) => {
    const numbers = typed.map((word) => numberIn(list, word))
    return numbers.includes(null) ? [] : [numbers as number[]]
  })
}

function wholeOf(found: readonly number[][]): Buffer | null {
  return found.map((numbers) => masked(bytesOf(numbers))).find(isShare) ?? null
}

/** Shares that were typed one after the other. Throws Failure wrongShares. */
export function sharesOf(words: string): Buffer[] {
  const typed = typedWords(words)
  if (typed.length === 0 || typed.length % wordsOfShare !== 0) throw new Failure('wrongShares')
  return Array.from({ length: typed.length / wordsOfShare }, (_, at) =>
    shareOf(typed.slice(at * wordsOfShare, (at + 1) * wordsOfShare).join(' ')),
  )
}

function numberIn(list: WordList, typed: string): number | null {
  const word = wordIn(list, typed)
  return word === null ? null : list.words.indexOf(word)
}

/** Every word in the place of each, and every two exchanged: about 50,000 checksums, of which one fits by chance in 80,000 tries. */
function slipIn(numbers: readonly number[]): ReadWords | null {
  const fits = (changed: readonly number[]): boolean => isShare(masked(bytesOf(changed)))
  for (const [at, number] of numbers.entries())
    for (let other = at + 1; other < numbers.length; other += 1) {
      const swapped = numbers.with(at, numbers[other] ?? 0).with(other, number)
      if (fits(swapped)) return { kind: 'swapped', place: at + 1, other: other + 1 }
    }
  for (const at of numbers.keys())
    for (let word = 0; word < 2048; word += 1) {
      if (fits(numbers.with(at, word))) return { kind: 'another', place: at + 1 }
    }
  return null
}

function isPaper(words: string): boolean {
  try {
    readPaperKey(words).fill(0)
    return true
  } catch {
    return false
  }
}
