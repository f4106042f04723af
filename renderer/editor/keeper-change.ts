// The difference between two states of a story, as it is sent to be kept: only what is new or other.
import type { Passage, Transcript } from '../../shared/domain/story.ts'
import { orderOf, type Change, type MovedMark, type RangedMark } from '../../shared/domain/writing/writing.ts'
import type { Range } from '../../shared/domain/marks/marks.ts'
import { shortened } from './lineage.ts'
import { sameWords } from './times.ts'
import type { MarkedRange, Snapshot } from './types.ts'

const kept: ReadonlySet<string> = new Set<RangedMark>(['label', 'redaction', 'tie'])

/** Null when there is nothing to keep. */
export function changeBetween(before: Snapshot, after: Snapshot): Change | null {
  const old = new Map(before.transcript.passages.map((passage) => [passage.id, passage]))
  const now = new Map(after.transcript.passages.map((passage) => [passage.id, passage]))
  const change: Change = {
    turns: sameOrder(before.transcript, after.transcript) ? null : orderOf(after.transcript),
    passages: after.transcript.passages.filter((passage) => !samePassage(old.get(passage.id), passage)),
    marks: movedMarks(before.ranges, after.ranges),
    lineage: shortened(after.lineage.slice(before.lineage.length), (id) => old.has(id) || now.has(id)),
  }
  const { turns, passages, marks, lineage } = change
  return turns === null && passages.length === 0 && marks.length === 0 && lineage.length === 0 ? null : change
}

function sameOrder(one: Transcript, other: Transcript): boolean {
  if (one.turns.length !== other.turns.length || one.passages.length !== other.passages.length) return false
  return (
    one.turns.every(({ id, speaker }, nth) => other.turns[nth]?.id === id && other.turns[nth].speaker === speaker) &&
    one.passages.every(({ id, turn }, nth) => other.passages[nth]?.id === id && other.passages[nth].turn === turn)
  )
}

function samePassage(one: Passage | undefined, other: Passage): boolean {
  if (one === undefined || one === other) return one === other
  return (
    one.text === other.text &&
    one.turn === other.turn &&
    one.language === other.language &&
    one.direction === other.direction &&
    one.recording === other.recording &&
    one.startMs === other.startMs &&
    one.endMs === other.endMs &&
    sameWords(one.wordTimes, other.wordTimes)
  )
}

function movedMarks(
  before: ReadonlyMap<string, readonly MarkedRange[]>,
  after: ReadonlyMap<string, readonly MarkedRange[]>,
): MovedMark[] {
  const moved: MovedMark[] = []
  for (const [mark, ranges] of after) {
    const kind = ranges[0]?.kind
    if (kind === undefined || !isKept(kind)) continue
    const old = before.get(mark) ?? []
    if (old.length === ranges.length && ranges.every((range) => sameRange(old, range))) continue
    moved.push({ kind, mark, ranges: ranges.map(asRange) })
  }
  return moved
}

function isKept(kind: string): kind is RangedMark {
  return kept.has(kind)
}

/** The order in which a mark's ranges are listed says nothing. */
function sameRange(old: readonly MarkedRange[], range: MarkedRange): boolean {
  const one = old.find(({ id }) => id === range.id)
  return (
    one !== undefined &&
    one.passage === range.passage &&
    one.start === range.start &&
    one.end === range.end &&
    one.quote === range.quote &&
    one.unresolved === range.unresolved &&
    one.startMs === range.startMs &&
    one.endMs === range.endMs
  )
}

function asRange({ id, passage, start, end, quote, startMs, endMs, unresolved }: MarkedRange): Range {
  return { id, passage, start, end, quote, startMs, endMs, unresolved }
}
