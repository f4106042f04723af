// Finding in the words of one story as they stand in the window, kept or not.
import { findSameWords } from '../../../shared/domain/same-words.ts'

export interface Place {
  readonly passage: string
  readonly start: number
  readonly end: number
}

/** Places of `words`, whatever case and accents unless `sameCase`; parts of words too. UTF-16 offsets. */
export function placesOf(
  passages: readonly { readonly id: string; readonly text: string }[],
  words: string,
  sameCase: boolean,
): Place[] {
  const wanted = words.trim()
  if (wanted === '') return []
  return passages.flatMap(({ id, text }) => {
    const found = sameCase ? exactly(text, wanted) : loosely(text, wanted)
    return found.map(([start, end]) => ({ passage: id, start, end }))
  })
}

function exactly(text: string, words: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push([at, at + words.length])
  return found
}

/** Whole words as the archive finds them, and, where there are none, any stretch that reads the same without its case. */
function loosely(text: string, words: string): [number, number][] {
  const whole = findSameWords(text, words, 0).map(([start, end]): [number, number] => [start, end])
  if (whole.length > 0) return whole
  const [lower, wanted] = [text.toLocaleLowerCase(), words.toLocaleLowerCase()]
  // NOTE: a letter that changes its length with its case would move every place after it.
  return lower.length === text.length ? exactly(lower, wanted) : exactly(text, words)
}
