// A passage in her new words, as it is kept: its marks move with what they lie on, and what is taken out never grows smaller.
import type { Marks, Range } from '../../../shared/domain/marks/marks.ts'
import { movedWordTimes, Reanchor } from '../../../shared/domain/marks/reanchor.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import type { Change, MovedMark, RangedMark } from '../../../shared/domain/writing/writing.ts'

const newId = (): string => crypto.randomUUID().replaceAll('-', '')

interface Mark {
  readonly kind: RangedMark
  readonly mark: string
  readonly ranges: readonly Range[]
}

/** Every mark that has a range on `passage`. */
function marksOn(marks: Marks, passage: string): readonly Mark[] {
  const all: readonly Mark[] = [
    ...marks.labels.map(({ id, ranges }) => ({ kind: 'label' as const, mark: id, ranges })),
    ...marks.redactions.map(({ id, ranges }) => ({ kind: 'redaction' as const, mark: id, ranges })),
    ...marks.ties.map(({ id, ranges }) => ({ kind: 'tie' as const, mark: id, ranges })),
  ]
  return all.filter(({ ranges }) => ranges.some((range) => range.passage === passage))
}

function movedMarks(from: Passage, to: Passage, marks: readonly Mark[]): MovedMark[] {
  const reanchor = new Reanchor({ before: [from], after: [to], related: [], sealed: new Set(), newId })
  return marks.map(({ kind, mark, ranges }) => ({
    kind,
    mark,
    ranges: ranges.flatMap((range) => {
      if (range.passage !== from.id) return [range]
      if (kind === 'tie') return [{ ...range, start: 0, end: to.text.length, quote: to.text }]
      return reanchor.range(range, kind === 'redaction')
    }),
  }))
}

/** The change that puts `text` in the place of the passage's words. */
export function changeOfWords(passage: Passage, text: string, marks: Marks): Change {
  const after: Passage = { ...passage, text, wordTimes: movedWordTimes(passage, text) }
  return {
    turns: null,
    passages: [after],
    marks: movedMarks(passage, after, marksOn(marks, passage.id)),
    lineage: [],
  }
}

/** The change that brings `then` back as it stood, with the marks of then as far as they are still there. */
export function changeBack(now: Passage, then: Passage, marksNow: Marks, marksThen: Marks): Change {
  const stood = new Map(marksOn(marksThen, then.id).map((one) => [one.mark, one.ranges]))
  const moved = movedMarks(now, then, marksOn(marksNow, now.id))
  return {
    turns: null,
    passages: [then],
    marks: moved.map(({ kind, mark, ranges }) => ({
      kind,
      mark,
      ranges: ranges.map((range) => stood.get(mark)?.find(({ id }) => id === range.id) ?? range),
    })),
    lineage: [],
  }
}
