// Words not to be used of her, caught in what others write around her story. Her own speech is never touched.
import { findSameWords, plainWords } from './same-words.ts'
import type { RefusedWord } from './story.ts'

/** How many letters longer a form of a refused word may be: endings such as -s, -as, -ised. */
const longestEnding = 4

/** The refused words that `text` uses, inflected forms too, each once. */
export function refusedWordsIn(text: string, refused: readonly RefusedWord[]): RefusedWord[] {
  return refused.filter(({ word }) => {
    const ending = plainWords(word).length >= 5 ? longestEnding : 2
    return findSameWords(text, word, ending).length > 0
  })
}
