// A mark of two sides, laid on the words that are taken from one or the other. What hides fails closed.
import type { Label, Range, Redaction, SoundStretch, Tie } from '../marks/marks.ts'
import { relaid } from './ranges.ts'
import type { Words } from './state.ts'
import type { RangedMark } from '../writing/writing.ts'

export type Side = 'here' | 'hers'

/** The words that are taken, and where those of a passage came from or went. */
export interface Ground {
  readonly words: ReadonlyMap<string, Words>
  /** From which side a passage's words are taken. */
  sideOf(passage: string): Side
  /** The passages that stand where this one stood. */
  insteadOf(passage: string): readonly Words[]
  /** One that is left, near to where this one stood; undefined only in a story without passages. */
  anchorOf(passage: string): Words | undefined
  isSealed(passage: string): boolean
  /** The id of the range that this one becomes besides itself. */
  idOf(range: string, at: number): string
}

/** With what stands there; a question keeps what stood there. */
function quoted(range: Range, text: string): Range {
  if (range.unresolved)
    return { ...range, start: Math.min(range.start, text.length), end: Math.min(range.end, text.length) }
  return { ...range, quote: text.slice(range.start, range.end) }
}

/**
 * The mark as one side has it, with ranges from whichever side's words stand there, and laid anew where that side does not
 * know it. `versions` are the mark as each side has it.
 */
export function laidMark<M extends Label | Redaction | Tie>(
  kind: RangedMark,
  mark: M,
  versions: Readonly<Record<Side, M | undefined>>,
  bothChanged: boolean,
  ground: Ground,
): M {
  const everywhere = [...(versions.here?.ranges ?? []), ...(versions.hers?.ranges ?? [])]
  // What both sides took out in their own way stays out in both.
  const counting = kind === 'redaction' && bothChanged ? [...mark.ranges, ...everywhere] : mark.ranges
  const allowed = new Set(counting.map(({ id }) => id))
  const ranges = new Map<string, Range>()
  for (const side of ['here', 'hers'] as const) {
    for (const range of versions[side]?.ranges ?? []) {
      const words = ground.words.get(range.passage)
      if (words !== undefined && allowed.has(range.id) && ground.sideOf(range.passage) === side)
        ranges.set(range.id, quoted(range, words.text))
    }
  }
  for (const range of [...mark.ranges, ...everywhere]) {
    const anchor = ground.anchorOf(range.passage)
    if (ranges.has(range.id) || !allowed.has(range.id) || anchor === undefined) continue
    const nextId = (at: number) => ground.idOf(range.id, at)
    for (const one of relaid(kind, range, ground.insteadOf(range.passage), anchor, nextId)) ranges.set(one.id, one)
  }
  // What is sealed is quoted nowhere; that a mark lay there stays as a question.
  const laid = [...ranges.values()].map((range) =>
    ground.isSealed(range.passage)
      ? { ...range, start: 0, end: 0, quote: '', startMs: null, endMs: null, unresolved: true }
      : range,
  )
  const stretches = stretchesOf(versions)
  return kind === 'redaction' && bothChanged && stretches.length > 0
    ? { ...mark, ranges: laid, stretches }
    : { ...mark, ranges: laid }
}

/** Sound that either side took out; where both say when otherwise, all that either says. */
function stretchesOf({ here, hers }: Readonly<Record<Side, Label | Redaction | Tie | undefined>>): SoundStretch[] {
  const found = new Map<string, SoundStretch>()
  for (const mark of [here, hers]) {
    for (const next of mark !== undefined && 'stretches' in mark ? (mark.stretches ?? []) : []) {
      const { startMs, endMs } = found.get(next.id) ?? next
      found.set(next.id, { ...next, startMs: Math.min(startMs, next.startMs), endMs: Math.max(endMs, next.endMs) })
    }
  }
  return [...found.values()]
}
