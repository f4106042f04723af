// How much of her being here shows outside: listed by name, listed by pseudonym, counted only, not even counted.
import { plainWords } from '../words/letters-that-are-one.ts'
import { nameFor } from '../names/names.ts'
import type { Reach } from '../reach.ts'
import { existences, type Existence, type Narrator } from '../story.ts'

/** Until she has been asked, nothing outside says that she is here. */
export const existenceBeforeShe: Existence = 'notCounted'

const outside = ['circle', 'readers', 'anyone'] as const satisfies readonly Reach[]

/** Whether somebody outside would learn more of her being here than before: another place in lists, or another name. */
export function isMoreVisible(before: Narrator, after: Narrator): boolean {
  if (showsMore(after.existence, before.existence)) return true
  return outside.some((reach) => {
    const name = nameFor(after, reach)?.trim()
    return name !== undefined && name !== nameFor(before, reach)?.trim()
  })
}

/** Whether one level shows more than another. */
export function showsMore(one: Existence, than: Existence): boolean {
  return existences.indexOf(one) < existences.indexOf(than)
}

/** As much as is set, and never more than she said; nothing where she said nothing. */
export function listedAs(set: Existence, said: Existence | null): Existence {
  const most = said ?? existenceBeforeShe
  return showsMore(set, most) ? most : set
}

/** Whether a word that she refuses is not refused any more. */
export function isLessRefused(before: Narrator, after: Narrator): boolean {
  const refused = new Set(after.refusedWords.map(({ word }) => plainWords(word)))
  return before.refusedWords.some(({ word }) => !refused.has(plainWords(word)))
}
