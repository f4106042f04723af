// Takes ranges through a change of the document: none crosses a passage, none that loses its words is forgotten.
import type { Node } from 'prosemirror-model'
import type { Mapping } from 'prosemirror-transform'
import { eachPassage, extentOf, passageAt, type Extent } from './passages.ts'
import { passageOf } from './schema.ts'
import { grows, wholeLetters, type Group, type Tracked } from './tracked.ts'

export interface Moved {
  readonly groups: readonly Group[]
  /** The positions of all passages that were touched or whose ranges are others now. */
  readonly touched: ReadonlySet<number>
  /** Where something was written, in the new document: pairs of beginning and end. */
  readonly written: readonly (readonly [number, number])[]
}

/** One range in the new document: a part of it, or the place where it was. */
interface Piece {
  readonly at: number
  readonly length: number
  readonly item: Tracked
}

export function moveRanges(
  groups: readonly Group[],
  mapping: Mapping,
  before: Node,
  after: Node,
  newId: () => string,
  isHistory: boolean,
): Moved {
  const extent = extentOf(mapping)
  if (extent === null) return { groups, touched: new Set(), written: [] }
  const touched = touchedPassages(after, extent)
  const shift = extent.newTo - extent.to
  const result: Group[] = []
  const pieces: Piece[] = []
  for (const group of groups) {
    if (group.at + group.length < extent.from) result.push(group)
    else if (group.at > extent.to) result.push({ at: group.at + shift, length: group.length, items: group.items })
    else
      for (const item of group.items)
        pieces.push(...movedItem(item, group.at, mapping, before, after, newId, isHistory))
  }
  for (const { at } of pieces) touched.add(at)
  return { groups: withPieces(result, pieces), touched, written: writtenIn(mapping) }
}

function writtenIn(mapping: Mapping): (readonly [number, number])[] {
  const written: (readonly [number, number])[] = []
  mapping.maps.forEach((map, nth) => {
    const rest = mapping.slice(nth + 1)
    map.forEach((_first, _last, start, end) => {
      if (start < end) written.push([rest.map(start, -1), rest.map(end, 1)])
    })
  })
  return written
}

function touchedPassages(after: Node, { newFrom, newTo }: Extent): Set<number> {
  const touched = new Set<number>()
  eachPassage(after, newFrom, newTo, ({ at, node }) => {
    if (at + node.content.size >= newFrom && at <= newTo) touched.add(at)
  })
  return touched
}

/** Puts pieces into the groups of their passages, and makes new groups where there are none. */
export function withPieces(groups: readonly Group[], pieces: readonly Piece[]): Group[] {
  const added = new Map<number, { length: number; items: Tracked[] }>()
  for (const { at, length, item } of pieces) {
    const there = added.get(at)
    if (there === undefined) added.set(at, { length, items: [item] })
    else there.items.push(item)
  }
  if (added.size === 0) return [...groups]
  const result: Group[] = []
  const rest = [...added.keys()].sort((a, b) => a - b)
  let next = 0
  const putUntil = (at: number): void => {
    for (let place = rest[next]; place !== undefined && place < at; place = rest[(next += 1)]) put(place, [])
  }
  const put = (at: number, there: readonly Tracked[]): void => {
    const { length = 0, items = [] } = added.get(at) ?? {}
    result.push({ at, length, items: united([...there, ...items]) })
  }
  for (const group of groups) {
    putUntil(group.at)
    if (rest[next] !== group.at) result.push(group)
    else {
      put(group.at, group.items)
      next += 1
    }
  }
  putUntil(Infinity)
  return result
}

function movedItem(
  item: Tracked,
  groupAt: number,
  mapping: Mapping,
  before: Node,
  after: Node,
  newId: () => string,
  isHistory: boolean,
): Piece[] {
  const outwards = item.unresolved || grows(item.kind)
  const from = mapping.map(groupAt + item.start, outwards ? -1 : 1)
  const to = mapping.map(groupAt + item.end, outwards ? 1 : -1)
  if (item.unresolved || item.start === item.end) return [placeAt(item, after, Math.min(from, to), Math.max(from, to))]
  const source = passageAt(before, groupAt)
  const text = source.node.textContent.slice(item.start, item.end)
  const former = item.former ?? {
    passage: passageOf(source.node).id,
    start: item.start,
    end: item.end,
    quote: text,
  }
  // NOTE: words that were written over are other words: what was said of them is a question now. What hides them stays.
  const isReplaced = !outwards && allDeleted(mapping, groupAt + item.start, groupAt + item.end)
  const pieces = from < to && !isReplaced ? piecesOf(item, after, from, to, newId) : []
  if (pieces.length === 0) {
    const emptied = { ...item, unresolved: true, quote: former.quote, former }
    return [placeAt(emptied, after, Math.min(from, to), Math.max(from, to))]
  }
  const left = pieces.reduce((sum, { item: { start, end } }) => sum + end - start, 0)
  const [first, ...rest] = pieces
  if (first === undefined || left === text.length) return pieces
  // NOTE: what was written into it since belongs to it: its former words alone are no longer all of it.
  const longer = isHistory ? item.former : null
  return [{ ...first, item: { ...first.item, former: left < text.length ? former : longer } }, ...rest]
}

function allDeleted(mapping: Mapping, start: number, end: number): boolean {
  let [from, to] = [start, end]
  for (const map of mapping.maps) {
    let isAll = false
    map.forEach((first, last) => {
      if (first < last && first <= from && last >= to) isAll = true
    })
    if (isAll) return true
    from = map.map(from, 1)
    to = map.map(to, -1)
  }
  return from >= to
}

/** The parts of `from` to `to` that have letters, a passage each; the first keeps the id. */
function piecesOf(item: Tracked, after: Node, from: number, to: number, newId: () => string): Piece[] {
  const pieces: Piece[] = []
  eachPassage(after, from, to, ({ at, node }) => {
    const start = Math.max(from, at) - at
    const end = Math.min(to, at + node.content.size) - at
    if (start >= end) return
    const own = pieces.length === 0
    const place = wholeLetters(node, start, end)
    const divided = own ? { ...item, ...place } : { ...item, ...place, ...apart(item, newId) }
    pieces.push({ at, length: node.content.size, item: divided })
  })
  return pieces
}

function apart(item: Tracked, newId: () => string): Pick<Tracked, 'id' | 'parent' | 'former'> {
  return { id: newId(), parent: item.parent ?? item.id, former: null }
}

/** A place inside one passage: that of `from`, or the nearest. */
function placeAt(item: Tracked, after: Node, from: number, to: number): Piece {
  const { at, node } = passageAt(after, from)
  const length = node.content.size
  const inside = (position: number): number => Math.max(0, Math.min(position - at, length))
  return { at, length, item: { ...item, start: inside(from), end: inside(to) } }
}

/** Parts of one range that touch again become one. */
function united(items: readonly Tracked[]): Tracked[] {
  const result: Tracked[] = []
  for (const item of items.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const nth = result.findIndex((other) => areParts(other, item) && item.start <= other.end && other.start <= item.end)
    const other = result[nth]
    if (other === undefined) result.push(item)
    else result[nth] = joined(other, item)
  }
  return result
}

function areParts(one: Tracked, other: Tracked): boolean {
  if (one.mark !== other.mark || one.unresolved || other.unresolved) return false
  return one.parent === other.id || other.parent === one.id || (one.parent !== null && one.parent === other.parent)
}

function joined(one: Tracked, other: Tracked): Tracked {
  const keeps = other.parent === null ? other : one
  return {
    ...keeps,
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
    startMs: least(one.startMs, other.startMs),
    endMs: one.endMs === null || other.endMs === null ? null : Math.max(one.endMs, other.endMs),
    former: keeps.former,
  }
}

function least(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.min(one, other)
}
