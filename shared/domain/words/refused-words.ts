// Words not to be used of her, caught in what others write around her story. Her own speech is never touched.
import { growsTooLong } from '../names/grown-text.ts'
import { guessLanguage } from '../languages/language-guess.ts'
import { endOfLetter, plain, plainWords } from './letters-that-are-one.ts'
import { formsOf, traitsOf } from '../names/name-endings.ts'
import { findSameWords } from './same-words.ts'
import type { RefusedWord } from '../story.ts'
import { isFormOf, isRomance, type IsForm } from './word-forms/forms-of.ts'
import { looksLike } from './word-forms/look-alikes.ts'
import { findUnspaced } from './word-forms/unspaced.ts'

/** Where a refused word stands, in UTF-16 offsets. */
export interface RefusedPlace extends RefusedWord {
  readonly start: number
  readonly end: number
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
/** Scripts whose forms are known by their words, and not by how many letters longer they are. */
const withForms = /^[\p{Script=Latin}\p{Script=Arabic}\p{Nd} ]+$/u
/** Languages in Latin letters whose forms are not known word by word. */
const otherLatin = new Set(['de', 'it', 'nl', 'ca', 'ro', 'pl', 'tr', 'tl', 'id', 'hu', 'sw', 'ht'])
/** How many letters longer a form may be where its language's own forms are not known. */
const longestEnding = 4

interface Token {
  readonly folded: string
  readonly accented: string
  readonly start: number
  readonly end: number
}

const run = /[\p{L}\p{M}]+|\p{N}+/gu
const lower = /\p{Ll}\p{M}*$/u
const upper = /^\p{Lu}/u

/** The words of a text; `inParts`: those of oneNameLikeThis each by itself. */
function tokensOf(text: string, like: string, inParts: boolean): Token[] {
  const { text: folded, from } = plain(text)
  const tokens: Token[] = []
  const add = (first: number, last: number): void => {
    const start = from[first] ?? 0
    const end = endOfLetter(text, from[last - 1] ?? 0)
    const accented = text.slice(start, end).normalize('NFC').toLowerCase()
    tokens.push({ folded: looksLike(folded.slice(first, last), like), accented, start, end })
  }
  for (const { 0: word, index } of folded.matchAll(run)) {
    let first = index
    for (let at = index + 1; inParts && at < index + word.length; at += 1) {
      const here = from[at] ?? 0
      if (!upper.test(text.slice(here, here + 2)) || !lower.test(text.slice(from[at - 1], here))) continue
      add(first, at)
      first = at
    }
    add(first, index + word.length)
  }
  return tokens
}

/** What is written to the beginning of a word and leaves it the same; words that only look so. */
const before = /^(?:ex|anti|pseudo|non|auto|hyper|hiper|super|re)(?=.{4})/
const notBefore =
  /^(?:exchang|exposi|expos|expres|export|exclaim|explain|exten|expuls|nonsens|antibod|reform|report|repos|resid|rest|recas|recuper|supermarket|superstar|superviv|supervis)/
/** Small words whose letters and the next word's are no word together. */
const smallWord = /^(?:the|and|for|her|his|she|was|not|los|las|les|des|una|und|por|que|con)$/

interface Sought {
  readonly words: readonly IsForm[]
  /** The same written as one word: "sexworker". */
  readonly beginning: string
  readonly last: IsForm
}

function soughtOf(word: string, inRomance: boolean): Sought | null {
  const words = word.split(' ')
  const last = words.at(-1)
  if (last === undefined || last === '') return null
  const forms = words.map((one) => isFormOf(one, inRomance))
  return { words: forms, beginning: words.slice(0, -1).join(''), last: forms.at(-1) ?? (() => false) }
}

/** Whether one word is a form of it, with what may be written to its beginning. */
function isOne({ beginning, last }: Sought, { folded, accented }: Token, next: string): boolean {
  const asForm = (word: string): boolean => {
    if (!word.startsWith(beginning)) return false
    const end = word.slice(beginning.length)
    return end !== '' && last({ folded: end, accented: beginning === '' && word === folded ? accented : end, next })
  }
  if (asForm(folded)) return true
  const grown = before.exec(folded)
  return grown !== null && !notBefore.test(folded) && asForm(folded.slice(grown[0].length))
}

/** What may stand between the words of one expression, and between the halves of a word. */
const joins = /^(?:[\s\p{Z}\p{Pd}\p{Pc}\p{Cf}]+|['’.])$/u

function findForms(text: string, sought: Sought, tokens: readonly Token[]): [number, number][] {
  const found: [number, number][] = []
  const isJoined = (first: Token, second: Token | undefined): second is Token =>
    second !== undefined && joins.test(text.slice(first.end, second.start))
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]
    if (isOne(sought, token, next?.folded ?? '')) {
      found.push([token.start, token.end])
      continue
    }
    const { words } = sought
    const isHere = words.every((isForm, ahead) => {
      const one = tokens[at + ahead]
      const last = tokens[at + ahead - 1]
      if (one === undefined || (ahead > 0 && last !== undefined && !isJoined(last, one))) return false
      return isForm({ folded: one.folded, accented: one.accented, next: tokens[at + ahead + 1]?.folded ?? '' })
    })
    const lastOne = tokens[at + words.length - 1]
    if (words.length > 1 && isHere && lastOne !== undefined) found.push([token.start, lastOne.end])
    // One word that is written as two, or parted at the end of a line.
    else if (
      words.length === 1 &&
      isJoined(token, next) &&
      token.folded.length >= 3 &&
      next.folded.length >= 3 &&
      !smallWord.test(token.folded) &&
      isOne(sought, { ...token, folded: token.folded + next.folded, accented: token.folded + next.folded }, '')
    )
      found.push([token.start, next.end])
  }
  return found
}

/** A refused word of two alphabets is meant as a Latin one where it has more of those letters. */
function asOneAlphabet(word: string): string {
  const ofLatin = word.match(/\p{Script=Latin}/gu)?.length ?? 0
  return looksLike(word, ofLatin * 2 > word.length ? 'a' : 'а')
}

function withoutLastVowels(word: string): string {
  if (/^[a-z]{5,}[aeiou]$/.test(word)) return word.slice(0, -1)
  return /^\p{Script=Cyrillic}{6,}$/u.test(word) ? word.replace(/[аеиоуыэюяіїєьй]{1,2}$/u, '') : word
}

function findOtherForms(text: string, word: string): [number, number][] {
  // NOTE: of a word that ends in a vowel another vowel often makes another form: vittima, vittime.
  const sought = withoutLastVowels(word)
  return findSameWords(text, sought, word.length >= 5 ? longestEnding : 2)
}

function isInOtherLatin(text: string): boolean {
  if (otherLatin.has(guessLanguage(text).language)) return true
  const { latin, isSlavic } = traitsOf(text)
  return latin.length > 0 || isSlavic
}

/**
 * Where the refused words stand in `text`, whatever their case, accents, width and form, in the order of the text.
 *
 * All of a text that is too long to be looked through, once its signs are written out, stands for each of them.
 *
 * @param refused in any languages; one of several words is found with spaces, hyphens or nothing between them
 */
export function findRefused(text: string, refused: readonly RefusedWord[]): RefusedPlace[] {
  if (text.trim() === '') return []
  // NOTE: nobody writes like that but to have it looked at for very long: nothing is known of it, so nothing leaves with it.
  if (growsTooLong(text)) return refused.map((one) => ({ ...one, start: 0, end: text.length }))
  const places: RefusedPlace[] = []
  for (const { word, instead } of refused) {
    const sought = plainWords(word).split(' ').map(asOneAlphabet).join(' ')
    if (sought === '') continue
    const found = findOne(text, word, sought)
    const apart = new Map(found.map(([start, end]) => [start, end]))
    for (const [start, end] of apart) places.push({ word, instead, start, end })
  }
  return places.sort((a, b) => a.start - b.start || b.end - a.end)
}

function findOne(text: string, word: string, sought: string): [number, number][] {
  if (unspaced.test(sought)) return findUnspaced(text, word)
  if (!withForms.test(sought)) return [...findOtherForms(text, sought), ...findGrown(text, sought)]
  const forms = soughtOf(sought, isRomance(text))
  if (forms === null) return []
  const whole = findForms(text, forms, tokensOf(text, sought, false))
  const inParts = /\p{Ll}\p{M}*\p{Lu}/u.test(text) ? findForms(text, forms, tokensOf(text, sought, true)) : []
  const others = /^[a-z ]+$/.test(sought) && isInOtherLatin(text) ? findOtherForms(text, sought) : []
  return [...inParts, ...whole, ...others]
}

/** In other scripts, with the endings of their languages; Cyrillic words also with Latin letters that look the same. */
function findGrown(text: string, sought: string): [number, number][] {
  const traits = traitsOf(text)
  const forms = formsOf(sought, true, traits)
  const isForm = (word: string): boolean =>
    word === sought ||
    forms.some(({ stem, ending }) => {
      if (!word.startsWith(stem)) return false
      if (ending === null) return word === stem
      ending.lastIndex = stem.length
      return ending.exec(word)?.[0].length === word.length - stem.length
    })
  return tokensOf(text, sought, false)
    .filter(({ folded }) => isForm(folded))
    .map(({ start, end }) => [start, end])
}

/**
 * The refused words that `text` uses, in any form, each once. Whatever makes something around her story (titles,
 * captions, words about her, names of files, letters) asks here before it is made; her own passages are never asked about.
 */
export function refusedWordsIn(text: string, refused: readonly RefusedWord[]): RefusedWord[] {
  const used = new Set(findRefused(text, refused).map(({ word }) => word))
  return refused.filter(({ word }) => used.has(word))
}
