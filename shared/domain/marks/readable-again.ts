// Where what was taken out in one place can still be read in another.
import type { Shown } from '../gate/question.ts'
import { isHiddenFrom } from '../reach.ts'
import { plainWords, type Again } from '../words/same-words.ts'
import type { Find } from '../names/somebody-else.ts'
import { useOf } from '../consent/uses.ts'

/** Where a stretch of a passage is taken out for the readers of this excerpt. */
function coverOf({ excerpt, marks }: Shown) {
  const { reach } = useOf(excerpt.use)
  const hiding = marks.redactions.filter((other) => isHiddenFrom(other.reach, reach))
  const covered = hiding.flatMap(({ ranges }) => ranges)
  const isCovered = (passage: string, start: number, end: number) =>
    covered.some((range) => range.passage === passage && range.start <= start && range.end >= end)
  return { hiding, isCovered }
}

/** The passages in which something can still be read again: in their words, or in what stands instead of others. */
export function readableAgain(shown: Shown, chosen: ReadonlySet<string>, find: Find): string[] {
  const { hiding, isCovered } = coverOf(shown)
  const instead = hiding
    .filter(({ way, replacement }) => (way === 'pseudonym' || way === 'vaguer') && find(replacement).length > 0)
    .flatMap(({ ranges }) => ranges.map(({ passage }) => passage))
  const readable = shown.story.passages.filter(
    ({ id, text }) => chosen.has(id) && find(text).some(([start, , end]) => !isCovered(id, start, end)),
  )
  return [...new Set([...readable.map(({ id }) => id), ...instead.filter((id) => chosen.has(id))])]
}

/**
 * The same words, still readable in a passage that would leave: what was taken out once must be taken out everywhere,
 * also where the end of a passage cuts them in two, and in what is put in the place of something else.
 *
 * @returns each with the passage that the reason is about first, and with the other one where they are cut in two
 */
export function takenOutElsewhere(
  shown: Shown,
  words: string,
  chosen: ReadonlySet<string>,
  find: Find,
): { passages: readonly [string, ...string[]] }[] {
  const { isCovered } = coverOf(shown)
  const left = shown.story.passages.filter(({ id }) => chosen.has(id))
  const cut = left.flatMap((first, at): [string, string][] => {
    const second = left[at + 1]
    return second === undefined
      ? []
      : cutInTwo(first.text, second.text, words, find).flatMap(([start, end]): [string, string][] => {
          if (!isCovered(first.id, start, first.text.trimEnd().length)) return [[first.id, second.id]]
          return isCovered(second.id, second.text.length - second.text.trimStart().length, end)
            ? []
            : [[second.id, first.id]]
        })
  })
  const again = readableAgain(shown, chosen, find)
  const byPassage = new Map<string, readonly [string, ...string[]]>(again.map((passage) => [passage, [passage]]))
  for (const pair of cut) byPassage.set(pair[0], pair)
  return [...byPassage.values()].map((passages) => ({ passages }))
}

/** Words that begin at the end of one text and go on in the next: where they begin in the first and end in the second. */
function cutInTwo(first: string, second: string, words: string, find: Find): [start: number, end: number][] {
  const near = 4 * words.length + 32
  const from = Math.max(0, first.length - near)
  const border = first.length - from + 1
  if (!plainWords(words).includes(' ')) return []
  return find(`${first.slice(from)} ${second.slice(0, near)}`)
    .filter(([start, , end]: Again) => start < border - 1 && end > border)
    .map(([start, , end]) => [start + from, end - border])
}
