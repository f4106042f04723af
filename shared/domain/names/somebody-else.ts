// A name that was taken out is found in a longer one, which is somebody else's: "Carlos", where "Carlo" was taken out.
// It is said for exact words, and never of the words that were taken out themselves.
import { plainWords } from '../words/letters-that-are-one.ts'
import { isHiddenFrom, type Reach } from '../reach.ts'
import type { Marks, NotTheSame } from '../marks/marks.ts'
import type { Again } from '../words/same-words.ts'
import type { Passage } from '../story.ts'

export type Find = (text: string) => readonly Again[]

/**
 * What is kept of words in which others were found.
 *
 * @returns `found` as `plainWords` writes it; null unless it has more letters than `words` and as many words, so that
 *   neither the very same, nor the same with a title after it, can be said to be somebody else
 */
export function longerThan(words: string, found: string): string | null {
  const [sought, other] = [plainWords(words), plainWords(found)]
  const isLonger = sought !== '' && [...other].length > [...sought].length
  return isLonger && other.split(' ').length === sought.split(' ').length ? other : null
}

/** Whether it is what may be said: of exact words in plain letters, and of longer ones. */
export function isSomebodyElse({ words, other }: Pick<NotTheSame, 'words' | 'other'>): boolean {
  return plainWords(words) === words && longerThan(words, other) === other
}

/** Whether neither of its words stands in any of these texts. */
export function saysNothingOf(
  { words, other }: Pick<NotTheSame, 'words' | 'other'>,
  texts: readonly string[],
): boolean {
  return texts.every((text) => {
    const plain = plainWords(text)
    return !plain.includes(words) && !plain.includes(other)
  })
}

/** As `find`, which looks for `words`, without the longer words that are said to be somebody else. */
export function withoutOthers(find: Find, words: string, notTheSame: readonly NotTheSame[]): Find {
  const sought = plainWords(words)
  const others = new Set(notTheSame.filter((one) => one.words === sought).map(({ other }) => other))
  if (others.size === 0) return find
  return (text) =>
    find(text).filter(([start, end]) => {
      const longer = longerThan(words, text.slice(start, end))
      return longer === null || !others.has(longer)
    })
}

/**
 * The longer words in which `words` are found in a passage, as they stand there, each once: what may be said to be
 * somebody else. None that is taken out from `from`.
 */
export function longerWordsIn(
  { id, text }: Pick<Passage, 'id' | 'text'>,
  { redactions }: Marks,
  from: Reach,
  words: string,
  find: Find,
): string[] {
  const covers = redactions
    .filter(({ reach }) => isHiddenFrom(reach, from))
    .flatMap(({ ranges }) => ranges.filter(({ passage }) => passage === id))
  const longer = find(text).flatMap(([start, end]): [string, string][] => {
    const found = text.slice(start, end)
    const other = longerThan(words, found)
    return other === null || covers.some((range) => range.start <= start && range.end >= end) ? [] : [[other, found]]
  })
  return [...new Map(longer).values()]
}
