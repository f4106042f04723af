// Words under a redaction, counted: how many of each there are, how many are hidden, and which came out from under it.
import type { Range } from '../marks/marks.ts'
import { plainWords } from './same-words.ts'
import type { Passage, Transcript } from '../story.ts'
import { wordEdits, wordsAndGaps } from '../writing/word-edits.ts'

export function coverOf(ranges: readonly Range[]): (passage: string, at: number) => boolean {
  const byPassage = Map.groupBy(ranges, ({ passage }) => passage)
  return (passage, at) => (byPassage.get(passage) ?? []).some(({ start, end }) => start <= at && at < end)
}

export function countWords(
  { passages }: Transcript,
  touched: ReadonlySet<string>,
  isCovered: (passage: string, at: number) => boolean,
) {
  const all = new Map<string, number>()
  const covered = new Map<string, number>()
  for (const { id, text, language } of passages) {
    if (!touched.has(id)) continue
    let at = 0
    for (const word of wordsAndGaps(text, language)) {
      if (word.trim() !== '') {
        all.set(word, (all.get(word) ?? 0) + 1)
        if (isCovered(id, at)) covered.set(word, (covered.get(word) ?? 0) + 1)
      }
      at += word.length
    }
  }
  return { all, covered }
}

interface Word {
  readonly start: number
  readonly end: number
  /** As it is compared: without case and accents. */
  readonly plain: string
}

function wordsOf({ text, language }: Passage): Word[] {
  let at = 0
  return wordsAndGaps(text, language).flatMap((word) => {
    const start = at
    at += word.length
    return /[\p{L}\p{N}]/u.test(word) ? [{ start, end: at, plain: plainWords(word) }] : []
  })
}

interface Counted {
  readonly all: Map<string, number>
  readonly covered: Map<string, number>
}

function counted({ passages }: Transcript, touched: ReadonlySet<string>, ranges: readonly Range[]): Counted {
  const isCovered = coverOf(ranges)
  const all = new Map<string, number>()
  const covered = new Map<string, number>()
  for (const passage of passages) {
    if (!touched.has(passage.id)) continue
    for (const { start, plain } of wordsOf(passage)) {
      all.set(plain, (all.get(plain) ?? 0) + 1)
      if (isCovered(passage.id, start)) covered.set(plain, (covered.get(plain) ?? 0) + 1)
    }
  }
  return { all, covered }
}

/**
 * Words that were hidden and now stand in another place, in the open: fewer of them are hidden than before, without as
 * many being gone. Where several came, all of them.
 */
export function movedFromCover(
  before: Transcript,
  after: Transcript,
  touched: ReadonlySet<string>,
  coverBefore: readonly Range[],
  coverAfter: readonly Range[],
): { passage: Passage; start: number; end: number }[] {
  if (!coverBefore.some(({ passage }) => touched.has(passage))) return []
  const old = counted(before, touched, coverBefore)
  const fresh = counted(after, touched, coverAfter)
  const moved = new Set<string>()
  for (const [word, count] of old.covered) {
    const lost = count - (fresh.covered.get(word) ?? 0)
    const gone = (old.all.get(word) ?? 0) - (fresh.all.get(word) ?? 0)
    if (lost > Math.max(0, gone)) moved.add(word)
  }
  if (moved.size === 0) return []
  const isCovered = coverOf(coverAfter)
  const was = new Map(before.passages.map((passage) => [passage.id, passage]))
  return after.passages.flatMap((passage) => {
    if (!touched.has(passage.id)) return []
    const edits = wordEdits(was.get(passage.id)?.text ?? '', passage.text, passage.language)
    const isNew = (at: number) => edits.some(({ same, newFrom, newUntil }) => !same && newFrom <= at && at < newUntil)
    const found: { passage: Passage; start: number; end: number }[] = []
    let last: number | null = null
    for (const [at, { start, end, plain }] of wordsOf(passage).entries()) {
      if (!moved.has(plain) || isCovered(passage.id, start) || !isNew(start)) continue
      const open = found.at(-1)
      // What stands side by side was one name.
      if (open !== undefined && last === at - 1) found[found.length - 1] = { ...open, end }
      else found.push({ passage, start, end })
      last = at
    }
    return found
  })
}
