// A refused word as it stands in a text, where that is another form of it: "rescued" for "rescue".
import type { RefusedWord } from '../story.ts'
import { plainWords } from './letters-that-are-one.ts'
import { findRefused, type RefusedPlace } from './refused-words.ts'

/** Longer than any form or expression: a text that was not looked through stands as a whole for each word. */
const longest = 100

const withoutCase = (words: string): string => words.normalize('NFC').toLowerCase()
const hasAccents = (words: string): boolean => /\p{M}/u.test(words.normalize('NFD'))

/** What stands there in another form than the word itself; null where it is the word, whatever its capitals. */
export function otherForm(text: string, { start, end, word }: RefusedPlace): string | null {
  const stands = text.slice(start, end)
  return stands.length > longest || withoutCase(stands) === withoutCase(word) ? null : stands
}

/**
 * Whether what she says instead fits there as it is: it is said for the word, and not for its plural or its past.
 * An accent or a hyphen left out makes no other form; one that is put there ("rescaté") does.
 */
export function isSameForm(text: string, { start, end, word }: RefusedPlace): boolean {
  const stands = text.slice(start, end)
  if (withoutCase(stands) === withoutCase(word)) return true
  return plainWords(stands) === plainWords(word) && !hasAccents(stands)
}

/** The refused words that `text` uses, each once; `stands` is how the first of it stands there, in another form. */
export function refusedAsTheyStand(
  text: string,
  refused: readonly RefusedWord[],
): (RefusedWord & { readonly stands?: string })[] {
  const places = findRefused(text, refused)
  return refused.flatMap(({ word, instead }) => {
    const first = places.find((place) => place.word === word)
    if (first === undefined) return []
    const stands = otherForm(text, first)
    return stands === null ? [{ word, instead }] : [{ word, instead, stands }]
  })
}
