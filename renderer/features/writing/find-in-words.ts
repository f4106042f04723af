// Finding in the words of one story as they stand in the window, kept or not.
import { findSameWords } from '../../../shared/domain/words/same-words.ts'

export interface Place {
  readonly passage: string
  readonly start: number
  readonly end: number
}

export interface Wanted {
  /** Only where capital letters are the same. */
  readonly sameCase: boolean
  /** Not inside longer words; scripts without spaces know no such thing. */
  readonly whole: boolean
}

/** Places of `words` in the order of the story, whatever their case and accents unless wanted otherwise. UTF-16 offsets. */
export function placesOf(
  passages: readonly { readonly id: string; readonly text: string }[],
  words: string,
  { sameCase, whole }: Wanted,
): Place[] {
  const wanted = words.trim()
  if (wanted === '') return []
  return passages.flatMap(({ id, text }) => {
    const same = findSameWords(text, wanted, 0).map(([start, end]): Stretch => [start, end])
    const found = whole ? same : apart([...same, ...anywhere(text, wanted)])
    return found
      .filter(([start, end]) => !sameCase || text.slice(start, end).includes(wanted))
      .map(([start, end]) => ({ passage: id, start, end }))
  })
}

type Stretch = readonly [start: number, end: number]

/** Inside words too, whatever the case. */
function anywhere(text: string, words: string): Stretch[] {
  const [lower, wanted] = [text.toLocaleLowerCase(), words.toLocaleLowerCase()]
  // NOTE: a letter that changes its length with its case would move every place after it.
  const [within, sought] = lower.length === text.length ? [lower, wanted] : [text, words]
  const found: Stretch[] = []
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length))
    found.push([at, at + sought.length])
  return found
}

/** In order, and none over another. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  let until = 0
  return stretches
    .toSorted(([a, end], [b, other]) => a - b || other - end)
    .filter(([start, end]) => {
      if (start < until) return false
      until = end
      return true
    })
}
