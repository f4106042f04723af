// What became of a text, word by word, in every script: the ground for comparing, and for laying marks on changed words.
import { diffArrays } from 'diff'

/** A stretch of the text before and what it is now; `same`: both are the same words. UTF-16 offsets, end not included. */
export interface Edit {
  readonly same: boolean
  readonly from: number
  readonly until: number
  readonly newFrom: number
  readonly newUntil: number
}

/** So many changed words are looked for one by one; beyond it the stretch counts as replaced as a whole. */
const mostEdits = 2_000

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  const kept = segmenters.get(language)
  if (kept !== undefined) return kept
  let made
  try {
    made = new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    made = new Intl.Segmenter('und', { granularity: 'word' }) // no language tag: the dictionaries go by script anyway
  }
  segmenters.set(language, made)
  return made
}

/** Words, and what stands between them, in order; together they are the text. */
export function wordsAndGaps(text: string, language: string): string[] {
  return Array.from(segmenterFor(language).segment(text), ({ segment }) => segment)
}

const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0)

/** Every stretch of both texts, in order; `same` ones and changed ones take turns. */
export function wordEdits(before: string, after: string, language: string): Edit[] {
  if (before === after) return before === '' ? [] : [edit(true, 0, before.length, 0, after.length)]
  const old = wordsAndGaps(before, language)
  const fresh = wordsAndGaps(after, language)
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1
  let tail = 0
  const room = Math.min(old.length, fresh.length) - head
  while (tail < room && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1
  const middle = diffArrays(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail), {
    maxEditLength: mostEdits,
  }) ?? [
    { value: old.slice(head, old.length - tail), removed: true, added: false },
    { value: fresh.slice(head, fresh.length - tail), removed: false, added: true },
  ]
  const parts = [
    { value: old.slice(0, head), removed: false, added: false },
    ...middle,
    { value: old.slice(old.length - tail), removed: false, added: false },
  ]
  const edits: Edit[] = []
  let from = 0
  let newFrom = 0
  for (const { value, removed, added } of parts) {
    const length = lengthOf(value)
    if (length === 0) continue
    const same = !removed && !added
    const until = added ? from : from + length
    const newUntil = removed ? newFrom : newFrom + length
    const last = edits.at(-1)
    if (last?.same === same) edits[edits.length - 1] = { ...last, until, newUntil }
    else edits.push(edit(same, from, until, newFrom, newUntil))
    from = until
    newFrom = newUntil
  }
  return edits
}

function edit(same: boolean, from: number, until: number, newFrom: number, newUntil: number): Edit {
  return { same, from, until, newFrom, newUntil }
}
