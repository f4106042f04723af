// Ranges whose words went and are there again, by undo or by writing them anew, lie on them again.
import type { Node } from 'prosemirror-model'
import { withPieces, type Moved } from './move-ranges.ts'
import { passageAt, type Placed } from './passages.ts'
import { passageOf } from './schema.ts'
import { grows, type Former, type Group, type Tracked } from './tracked.ts'

/** `exactly` for undo and redo: then what was taken out shrinks back to its former words as well. */
export function wordsCameBack({ groups, touched }: Moved, after: Node, exactly: boolean): Moved {
  const waiting = groups.some(({ items }) => items.some(({ former, unresolved }) => former !== null || unresolved))
  if (!waiting) return { groups, touched }
  const places = new Map<string, Placed>()
  for (const at of touched) {
    const placed = passageAt(after, at)
    places.set(passageOf(placed.node).id, placed)
  }
  const redrawn = new Set(touched)
  const pieces: { at: number; length: number; item: Tracked }[] = []
  const left = groups.flatMap((group): Group[] => {
    const stays = group.items.filter((item) => {
      const back = again(item, group.at, places, touched, after, exactly)
      if (back === null) return true
      pieces.push(back)
      redrawn.add(group.at).add(back.at)
      return false
    })
    if (stays.length === group.items.length) return [group]
    return stays.length === 0 ? [] : [{ ...group, items: stays }]
  })
  return pieces.length === 0 ? { groups, touched } : { groups: withPieces(left, pieces), touched: redrawn }
}

function again(
  item: Tracked,
  at: number,
  places: ReadonlyMap<string, Placed>,
  touched: ReadonlySet<number>,
  after: Node,
  exactly: boolean,
): { at: number; length: number; item: Tracked } | null {
  const { former } = item
  const placed = former === null ? undefined : places.get(former.passage)
  if (former !== null && placed !== undefined && standsIn(placed.node, former)) {
    if (item.unresolved || exactly) return resolved(item, placed, former.start, former.end)
    if (placed.at !== at) return null
    const [start, end] = [former.start, former.end]
    if (!grows(item.kind)) return resolved(item, placed, start, end)
    return resolved(item, placed, Math.min(start, item.start), Math.max(end, item.end))
  }
  if (!item.unresolved || item.quote === '' || !touched.has(at)) return null
  const here = passageAt(after, at)
  const found = here.node.textContent.slice(item.start, item.end).indexOf(item.quote)
  if (found === -1) return null
  return resolved(item, here, item.start + found, item.start + found + item.quote.length)
}

function standsIn(node: Node, { start, end, quote }: Former): boolean {
  return end <= node.content.size && quote !== '' && node.textContent.slice(start, end) === quote
}

function resolved(item: Tracked, { at, node }: Placed, start: number, end: number): ReturnType<typeof again> {
  return { at, length: node.content.size, item: { ...item, start, end, unresolved: false, former: null, quote: '' } }
}
