// Where a mark may lie: inside its passage, and never through the middle of what a reader sees as one letter.
import type { Range } from './marks.ts'
import type { Passage } from '../story.ts'

/** Where a mark is wanted: UTF-16 offsets into the passage's text; milliseconds where somebody has said them. */
export interface Span {
  readonly passage: string
  readonly start: number
  readonly end: number
  readonly startMs: number | null
  readonly endMs: number | null
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Widens offsets outwards to the borders of graphemes. */
export function wholeLetters(text: string, start: number, end: number): [number, number] {
  let from = start
  let until = end
  const letters = graphemes.segment(text)
  const first = letters.containing(start)
  if (first !== undefined) from = first.index
  const last = letters.containing(end)
  if (last !== undefined && last.index < end) until = last.index + last.segment.length
  return [from, until]
}

/** The range for a span, with what stands there; null when it does not lie inside the passage. */
export function rangeAt(span: Span, passage: Passage, id: string): Range | null {
  if (span.start < 0 || span.end <= span.start || span.end > passage.text.length) return null
  if ((span.startMs === null) !== (span.endMs === null)) return null
  if (span.startMs !== null && span.endMs !== null && span.endMs <= span.startMs) return null
  const [start, end] = wholeLetters(passage.text, span.start, span.end)
  return {
    id,
    passage: passage.id,
    start,
    end,
    quote: passage.text.slice(start, end),
    startMs: span.startMs,
    endMs: span.endMs,
    unresolved: false,
  }
}
