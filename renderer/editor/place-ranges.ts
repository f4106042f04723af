// Puts ranges that come from the archive onto the document as it is now, which may be some letters ahead of it.
import type { Node } from 'prosemirror-model'
import { allPassages, type Placed } from './passages.ts'
import { passageOf } from './schema.ts'
import type { Group, Tracked } from './tracked.ts'
import type { MarkedRange } from './types.ts'

/** `before` is what the editor follows already: a range that has moved by typing keeps its place. */
export function placeRanges(doc: Node, ranges: readonly MarkedRange[], before: readonly Group[]): Group[] {
  const passages = allPassages(doc)
  const places = new Map(passages.map((placed) => [passageOf(placed.node).id, placed]))
  const known = new Map(before.flatMap(({ at, items }) => items.map((item) => [item.id, { at, item }])))
  const [first] = passages
  const byPlace = new Map<Placed, Tracked[]>()
  const put = (placed: Placed, item: Tracked): void => {
    const items = byPlace.get(placed)
    if (items === undefined) byPlace.set(placed, [item])
    else items.push(item)
  }
  for (const range of ranges) {
    const placed = places.get(range.passage)
    const there = known.get(range.id)
    if (placed !== undefined) put(placed, inPassage(range, placed, there?.at === placed.at ? there.item : null))
    else if (first !== undefined) put(first, unresolvedAt(range, 0))
  }
  return [...byPlace]
    .map(([{ at, node }, items]) => ({ at, length: node.content.size, items }))
    .sort((a, b) => a.at - b.at)
}

function inPassage(range: MarkedRange, { node }: Placed, known: Tracked | null): Tracked {
  const { start, end, quote } = range
  const length = node.content.size
  if (range.unresolved) {
    if (known?.unresolved === true && known.quote === quote) return again(range, known.start, known.end)
    return unresolvedAt(range, Math.min(start, length))
  }
  const text = node.textContent
  if (end <= length && text.slice(start, end) === quote) return again(range, start, end)
  if (known !== null && !known.unresolved) return again(range, known.start, known.end)
  if (known !== null) return unresolvedAt(range, known.start)
  const near = nearest(text, quote, start)
  return near === -1 ? unresolvedAt(range, Math.min(start, length)) : again(range, near, near + quote.length)
}

function again(range: MarkedRange, start: number, end: number): Tracked {
  const { id, mark, kind, colour, note, quote, unresolved, startMs, endMs } = range
  return { id, mark, kind, colour, note, quote, unresolved, startMs, endMs, start, end, parent: null, former: null }
}

function unresolvedAt(range: MarkedRange, at: number): Tracked {
  return again({ ...range, unresolved: true }, at, at)
}

/** Where the quote stands nearest to an offset; -1 when it does not. */
function nearest(text: string, quote: string, start: number): number {
  if (quote === '') return -1
  const before = text.lastIndexOf(quote, start)
  const after = text.indexOf(quote, start)
  if (before === -1 || after === -1) return Math.max(before, after)
  return start - before <= after - start ? before : after
}
