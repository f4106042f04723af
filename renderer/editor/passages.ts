// Where passages stand in the document, and which of them a change can have touched.
import type { Node } from 'prosemirror-model'
import type { Mapping } from 'prosemirror-transform'
import { passageOf, passageType, turnOf } from './schema.ts'

/** `at` is the position of the first letter, inside the passage; its last letter ends at `at + node.content.size`. */
export interface Placed {
  readonly node: Node
  readonly at: number
  readonly turn: Node
  /** The position just inside the turn. */
  readonly turnAt: number
  /** Which passage of its turn. */
  readonly index: number
}

/** Calls back for each passage whose turn touches `from` to `to`, in order. */
export function eachPassage(doc: Node, from: number, to: number, call: (placed: Placed) => void): void {
  let turnAt = 1
  for (let nth = 0; nth < doc.childCount && turnAt - 1 <= to; nth += 1) {
    const turn = doc.child(nth)
    if (turnAt + turn.content.size + 1 >= from) {
      let at = turnAt + 1
      for (let index = 0; index < turn.childCount; index += 1) {
        const node = turn.child(index)
        call({ node, at, turn, turnAt, index })
        at += node.nodeSize
      }
    }
    turnAt += turn.nodeSize
  }
}

export function allPassages(doc: Node): Placed[] {
  const all: Placed[] = []
  eachPassage(doc, 0, doc.content.size, (placed) => all.push(placed))
  return all
}

export function findPassage(doc: Node, id: string): Placed | null {
  let turnAt = 1
  for (let nth = 0; nth < doc.childCount; nth += 1) {
    const turn = doc.child(nth)
    let at = turnAt + 1
    for (let index = 0; index < turn.childCount; index += 1) {
      const node = turn.child(index)
      if (passageOf(node).id === id) return { node, at, turn, turnAt, index }
      at += node.nodeSize
    }
    turnAt += turn.nodeSize
  }
  return null
}

export function findTurn(doc: Node, id: string): { readonly node: Node; readonly at: number } | null {
  let at = 1
  for (let nth = 0; nth < doc.childCount; nth += 1) {
    const node = doc.child(nth)
    if (turnOf(node).id === id) return { node, at }
    at += node.nodeSize
  }
  return null
}

/** The passage that holds a position, or the one nearest to it: what stands before wins. */
export function passageAt(doc: Node, position: number): Placed {
  const $at = doc.resolve(Math.max(0, Math.min(position, doc.content.size)))
  if ($at.depth === 2)
    return { node: $at.parent, at: $at.start(2), turn: $at.node(1), turnAt: $at.start(1), index: $at.index(1) }
  if ($at.depth === 1) return inTurn($at.parent, $at.start(1), Math.max(0, $at.index(1) - 1))
  const nth = Math.max(0, $at.index(0) - 1)
  let turnAt = 1
  for (let before = 0; before < nth; before += 1) turnAt += doc.child(before).nodeSize
  const turn = doc.child(nth)
  return inTurn(turn, turnAt, $at.index(0) === 0 ? 0 : turn.childCount - 1)
}

function inTurn(turn: Node, turnAt: number, index: number): Placed {
  let at = turnAt + 1
  for (let before = 0; before < index; before += 1) at += turn.child(before).nodeSize
  return { node: turn.child(index), at, turn, turnAt, index }
}

/** Positions in the document before and after between which everything lies that a mapping touched. */
export interface Extent {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/** Null when no position moved: only attributes changed. */
export function extentOf(mapping: Mapping): Extent | null {
  let from = Infinity
  let to = -Infinity
  mapping.maps.forEach((map, nth) => {
    map.forEach((start, end) => {
      let [first, last] = [start, end]
      for (let back = nth - 1; back >= 0; back -= 1) {
        const inverse = mapping.maps[back]?.invert()
        first = inverse?.map(first, -1) ?? first
        last = inverse?.map(last, 1) ?? last
      }
      from = Math.min(from, first)
      to = Math.max(to, last)
    })
  })
  return from === Infinity ? null : { from, to, newFrom: mapping.map(from, -1), newTo: mapping.map(to, 1) }
}

/** The turns that differ between two documents, by position: all turns before `from` and after the ends are the same. */
export function changedTurns(before: Node, after: Node): Extent {
  const least = Math.min(before.childCount, after.childCount)
  let first = 0
  let from = 0
  while (first < least && before.child(first) === after.child(first)) from += before.child(first++).nodeSize
  let [last, lastAfter] = [before.childCount, after.childCount]
  let [to, newTo] = [before.content.size, after.content.size]
  while (last > first && lastAfter > first && before.child(last - 1) === after.child(lastAfter - 1)) {
    const size = before.child(last - 1).nodeSize
    last -= 1
    lastAfter -= 1
    to -= size
    newTo -= size
  }
  return { from, to, newFrom: from, newTo }
}

/** The passages of `doc` that lie in whole turns between two positions. */
export function passagesBetween(doc: Node, from: number, to: number): Placed[] {
  const found: Placed[] = []
  let turnAt = 1
  for (let nth = 0; nth < doc.childCount && turnAt <= to; nth += 1) {
    const turn = doc.child(nth)
    if (turnAt - 1 >= from && turnAt + turn.content.size + 1 <= to) {
      let at = turnAt + 1
      for (let index = 0; index < turn.childCount; index += 1) {
        const node = turn.child(index)
        if (node.type === passageType) found.push({ node, at, turn, turnAt, index })
        at += node.nodeSize
      }
    }
    turnAt += turn.nodeSize
  }
  return found
}
