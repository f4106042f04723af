// A passage cut at every edge of its marks, so that overlapping ones can be drawn: lossless and in order.

/** Labels are drawn under the words and what is taken out behind them, so each layer counts its own lanes. */
export type Layer = 'label' | 'takenOut'

export interface MarkedRange<M> {
  readonly start: number
  readonly end: number
  readonly layer: Layer
  readonly mark: M
}

/** A mark on a segment. Marks of one layer that overlap anywhere in the passage have different lanes, from 0. */
export interface MarkHere<M> {
  readonly layer: Layer
  readonly mark: M
  readonly lane: number
  readonly begins: boolean
  readonly ends: boolean
}

/** Offsets are UTF-16, end not included, as in the passage's text. */
export interface Segment<M> {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly marks: readonly MarkHere<M>[]
}

/** The segments joined are the text. A range outside the text is cut to it; an empty one marks nothing. */
export function segmentsOf<M>(text: string, ranges: readonly MarkedRange<M>[]): readonly Segment<M>[] {
  const inside = inLanes(text.length, ranges)
  const edges = new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])
  const ordered = [...edges].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? text.length
    const marks = inside
      .filter((range) => range.start <= start && range.end >= end)
      .map((range) => ({
        layer: range.layer,
        mark: range.mark,
        lane: range.lane,
        begins: range.start === start,
        ends: range.end === end,
      }))
    return { start, end, text: text.slice(start, end), marks }
  })
}

function inLanes<M>(length: number, ranges: readonly MarkedRange<M>[]): readonly (MarkedRange<M> & { lane: number })[] {
  const busy: Readonly<Record<Layer, number[]>> = { label: [], takenOut: [] }
  return ranges
    .map(({ start, end, layer, mark }) => ({
      layer,
      mark,
      start: Math.max(0, Math.min(start, length)),
      end: Math.max(0, Math.min(end, length)),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((range) => {
      const lanes = busy[range.layer]
      const free = lanes.findIndex((busyUntil) => busyUntil <= range.start)
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = range.end
      return { ...range, lane }
    })
}
