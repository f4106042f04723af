// What somebody could know a narrator by: names and places, numbers and dates, words that few use, labels.
import { plainWords } from '../words/letters-that-are-one.ts'

export const featureKinds = ['name', 'number', 'label', 'word'] as const
export type FeatureKind = (typeof featureKinds)[number]

/** `words` as they stand there. */
export interface Feature {
  readonly kind: FeatureKind
  readonly words: string
}

const sentenceEnd = /[.!?…:;¿¡。！？«»“”"—–\n]\s*$/u
const letters = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?/gu
const capital = /^\p{Lu}/u
const digits = /^\p{N}{2,}/u
const onlyDigits = /^\p{N}+$/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
// Small words inside a name: "Santa Rosa del Sur", "Fatima bint Ali".
const insideName = /^(?:de|del|de la|da|do|dos|das|la|las|los|el|al|of|the|van|von|bin|bint|di|du|le)$/u
const monthOrSmall = /^(?:de|del|of|du|do|th|st|nd|rd)$/u
const shortestWord = 5
/** Where there are no capitals a name is a word like others, and is short as names are. */
const shortestWithoutCapitals = 3
const hasCase = /[\p{Lu}\p{Ll}]/u
/** English: "I", "I'm", "I’ve". */
const isI = /^I(?:['’]\p{Ll}+)?$/u
/** Whose it is, in English and German. */
const ofSomebody = /['’]s$/u
/** A word of running text is no longer than this; what is longer is not looked up. */
const longestFeature = 80

interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly begins: boolean
}

function piecesOf(text: string, language: string): Piece[] {
  const pieces: Piece[] = []
  const first = text.search(/\S/u)
  const add = (word: string, start: number): void => {
    const before = text.slice(Math.max(0, start - 3), start)
    const begins = start <= first || sentenceEnd.test(before)
    pieces.push({ text: word, start, end: start + word.length, begins })
  }
  if (!unspaced.test(text)) for (const { 0: word, index } of text.matchAll(letters)) add(word, index)
  else {
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    for (const { segment, index, isWordLike } of segmenter.segment(text)) if (isWordLike === true) add(segment, index)
  }
  return pieces
}

/** Everything in `text` that could tell who she is, each once, and as a word too where it is written small. `language` is BCP 47; scripts without capitals have words. */
export function featuresIn(text: string, language: string): Feature[] {
  const pieces = piecesOf(text, language)
  const found = new Map<string, Feature>()
  const add = (kind: FeatureKind, words: string): void => {
    const key = plainWords(words)
    if (key === '' || words.length > longestFeature) return
    const asWritten = kind === 'word' && !capital.test(words) ? `small ${key}` : key
    const known = found.get(asWritten)
    if (known === undefined || featureKinds.indexOf(kind) < featureKinds.indexOf(known.kind))
      found.set(asWritten, { kind, words })
  }
  const isAdjacent = (left: Piece, right: Piece): boolean => /^(?:\s+|['’-])$/u.test(text.slice(left.end, right.start))
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (piece === undefined) break
    if (digits.test(piece.text)) add('number', numberAt(text, pieces, at))
    else if (capital.test(piece.text) && !piece.begins && !isI.test(piece.text)) {
      let last = piece
      let to = at
      for (let next = at + 1; next < pieces.length && next <= to + 2; next += 1) {
        const one = pieces[next]
        const before = pieces[next - 1]
        if (one === undefined || before === undefined || isI.test(one.text) || !isAdjacent(before, one)) break
        if (capital.test(one.text)) [last, to] = [one, next]
        else if (!insideName.test(one.text)) break
      }
      // One capital is no name.
      if (piece.text.length > 1 || to > at) add('name', text.slice(piece.start, last.end).replace(ofSomebody, ''))
      for (const part of to > at ? pieces.slice(at, to + 1) : [])
        if (capital.test(part.text) && part.text.length >= 3) add('name', part.text.replace(ofSomebody, ''))
      at = to
    } else if (isLongEnough(piece.text)) add('word', piece.text)
  }
  return [...found.values()]
}

function isLongEnough(word: string): boolean {
  if (onlyDigits.test(word)) return false
  if (unspaced.test(word)) return [...word].length >= 2
  return [...word].length >= (hasCase.test(word) ? shortestWord : shortestWithoutCapitals)
}

/** A number with the month that it stands beside: "3 de marzo", "March 1998". */
function numberAt(text: string, pieces: readonly Piece[], at: number): string {
  const here = pieces[at]
  if (here === undefined) return ''
  const before = pieces[at - 1]
  const isYear = /^(?:1[5-9]|20)\d\d$/u.test(here.text)
  if (isYear && before !== undefined && capital.test(before.text) && !before.begins)
    return text.slice(before.start, here.end)
  const [next, after] = [pieces[at + 1], pieces[at + 2]]
  if (!isYear && next !== undefined && after !== undefined && monthOrSmall.test(next.text))
    return text.slice(here.start, after.end)
  return here.text
}
