// How much a thing tells of who says it: names, places and numbers first, then words that few say in her language. What
// everybody says in a language points at nobody, however small the archive is.
import { plainWords } from '../words/letters-that-are-one.ts'
import type { SeenFeature } from './mosaic.ts'

/** What is known of the words of one language at large. */
export interface KnownWords {
  /** Its place among the words that are said most, from 0; null where it is not among them. */
  readonly place: (word: string) => number | null
  readonly isGivenName: (word: string) => boolean
  readonly isFamilyName: (word: string) => boolean
}

/** BCP 47; null for a language of which nothing is known: there only the stories of the archive say what is common. */
export type KnownWordsOf = (language: string) => KnownWords | null

export interface SaidFeature extends SeenFeature {
  /** BCP 47. */
  readonly language: string
  /** A name that the archive knows from elsewhere: of somebody who speaks, or taken out for others. */
  readonly isKnown?: boolean
}

export interface TellingFeature extends SaidFeature {
  /** More than 0, up to 1 for what tells most of its kind. */
  readonly tells: number
}

/** Words up to these places tell nothing, little, and something; what is said less tells most. */
const tellsNothing = 600
const tellsLittle = 3_000
const tellsSomething = 8_000
const unknownTells = 0.5
const capitalisedTells = 0.7
const capital = /^\p{Lu}/u
// In Japanese mostly endings and small words.
const onlyHiragana = /^\p{Script=Hiragana}+$/u

/** Both sides as they are given, without what tells nothing, each with what it tells. */
export function whatTells(
  before: readonly SaidFeature[],
  now: readonly SaidFeature[],
  knownWordsOf: KnownWordsOf,
): { readonly before: TellingFeature[]; readonly now: TellingFeature[] } {
  const all = [...before, ...now]
  const keysOf = (features: readonly SaidFeature[]) => new Set(features.map(({ words }) => plainWords(words)))
  const names = keysOf(all.filter(({ kind }) => kind === 'name'))
  const small = keysOf(all.filter(({ kind, words }) => kind === 'word' && !capital.test(words)))

  const asWord = (feature: SaidFeature, known: KnownWords | null): TellingFeature[] => {
    const tells = tellingOfWord(feature.words, known)
    return tells === 0 ? [] : [{ ...feature, kind: 'word', tells }]
  }
  const weigh = (feature: SaidFeature): TellingFeature[] => {
    if (feature.isKnown === true) return [{ ...feature, tells: 1 }]
    const { kind, words, language } = feature
    const known = knownWordsOf(language)
    const key = plainWords(words)
    if (kind === 'name') {
      // "Government" is a common word and nobody's name; where she writes it small elsewhere, it is no name at all.
      const isCapitalised = known !== null && isCommon(words, known) && !isAName(words, known)
      if (isCapitalised && small.has(key)) return asWord(feature, known)
      return [{ ...feature, tells: isCapitalised ? capitalisedTells : 1 }]
    }
    if (kind !== 'word') return [{ ...feature, tells: 1 }]
    // At the beginning of a sentence a name looks like any other word.
    const isName = names.has(key) || (known?.isGivenName(words) === true && !small.has(key))
    return capital.test(words) && isName ? [{ ...feature, kind: 'name', tells: 1 }] : asWord(feature, known)
  }
  return { before: before.flatMap(weigh), now: now.flatMap(weigh) }
}

function isAName(words: string, known: KnownWords): boolean {
  return known.isGivenName(words) || known.isFamilyName(words)
}

function isCommon(words: string, known: KnownWords): boolean {
  return (known.place(words) ?? tellsSomething) < tellsSomething
}

function tellingOfWord(word: string, known: KnownWords | null): number {
  if (known === null) return onlyHiragana.test(word) ? unknownTells / 2 : unknownTells
  const place = known.place(word) ?? tellsSomething
  if (place < tellsNothing) return 0
  if (place < tellsLittle) return 0.25
  return place < tellsSomething ? 0.5 : 1
}
