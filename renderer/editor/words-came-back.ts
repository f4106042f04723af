// Ranges whose words went and are there again, by undo or by writing them anew, lie on them again.
import type { Node } from 'prosemirror-model'
import { withPieces, type Moved } from './move-ranges.ts'
import { passageAt, type Placed } from './passages.ts'
import { passageOf } from './schema.ts'
import { wholeLetters, type Former, type Group, type Tracked } from './tracked.ts'

/** `exactly` for undo and redo: then what was taken out shrinks back to its former words as well. */
export function wordsCameBack(moved: Moved, after: Node, exactly: boolean): Moved {
  const { groups, touched, written } = moved
  if (written.length === 0) return moved
  const waiting = groups.some(({ items }) => items.some(({ former, unresolved }) => former !== null || unresolved))
  if (!waiting) return moved
  const places = new Map<string, Placed>()
  for (const at of touched) {
    const placed = passageAt(after, at)
    places.set(passageOf(placed.node).id, placed)
  }
  const redrawn = new Set(touched)
  const pieces: { at: number; length: number; item: Tracked }[] = []
  const left = groups.flatMap((group): Group[] => {
    const stays = group.items.filter((item) => {
      const back = again(item, group.at, places, moved, after, exactly)
      if (back === null) return true
      pieces.push(back)
      redrawn.add(group.at).add(back.at)
      return false
    })
    if (stays.length === group.items.length) return [group]
    return stays.length === 0 ? [] : [{ ...group, items: stays }]
  })
  return pieces.length === 0 ? moved : { groups: withPieces(left, pieces), touched: redrawn, written }
}

function again(
  item: Tracked,
  at: number,
  places: ReadonlyMap<string, Placed>,
  { touched, written }: Moved,
  after: Node,
  exactly: boolean,
): { at: number; length: number; item: Tracked } | null {
  const { former } = item
  const placed = former === null ? undefined : places.get(former.passage)
  const isNew = (position: number, length: number): boolean =>
    written.some(([from, to]) => from < position + length && to > position)
  if (
    former !== null &&
    placed !== undefined &&
    standsIn(placed.node, former) &&
    isNew(placed.at + former.start, former.quote.length)
  ) {
    if (item.unresolved || exactly) return resolved(item, placed, former.start, former.end)
    // Written anew, around what was left of it: not when the same words stand beside it.
    if (placed.at !== at || former.start > item.start || former.end < item.end) return null
    return resolved(item, placed, former.start, former.end)
  }
  if (!item.unresolved || item.quote === '' || !touched.has(at)) return null
  const here = passageAt(after, at)
  const found = here.node.textContent.slice(item.start, item.end).indexOf(item.quote)
  if (found === -1 || !isNew(at + item.start + found, item.quote.length)) return null
  return resolved(item, here, item.start + found, item.start + found + item.quote.length)
}

function standsIn(node: Node, { start, end, quote }: Former): boolean {
  return end <= node.content.size && quote !== '' && node.textContent.slice(start, end) === quote
}

function resolved(item: Tracked, { at, node }: Placed, start: number, end: number): ReturnType<typeof again> {
  const place = wholeLetters(node, start, end)
  return { at, length: node.content.size, item: { ...item, ...place, unresolved: false, former: null, quote: '' } }
}
