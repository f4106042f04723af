// What is chosen, in numbers: whole letters without the spaces at either end, a span for each passage.
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { Span } from '../../shared/domain/marks/ranges.ts'
import { eachPassage, findPassage, passageAt } from './passages.ts'
import { passageOf, turnOf } from './schema.ts'
import { letterEnd, letterStart } from './tracked.ts'
import type { Caret } from './types.ts'

export function chosenIn(state: EditorState): readonly Span[] {
  const { from, to, empty } = state.selection
  if (empty) return []
  const spans: Span[] = []
  eachPassage(state.doc, from, to, ({ at, node }) => {
    const text = node.textContent
    let start = Math.max(0, Math.min(from - at, text.length))
    let end = Math.max(0, Math.min(to - at, text.length))
    if (start >= end) return
    start = letterStart(text, start)
    end = letterEnd(text, end)
    const words = text.slice(start, end)
    start += words.length - words.trimStart().length
    end -= words.length - words.trimEnd().length
    if (start < end) spans.push({ passage: passageOf(node).id, start, end, startMs: null, endMs: null })
  })
  return spans
}

export function caretIn(state: EditorState): Caret {
  const { head } = state.selection
  const { node, at, turn } = passageAt(state.doc, head)
  const offset = Math.max(0, Math.min(head - at, node.content.size))
  return { passage: passageOf(node).id, turn: turnOf(turn).id, offset }
}

/** All of one passage through all of another, in whichever order they stand; null when one is not there. */
export function choosingThrough(transaction: Transaction, one: string, other: string): Transaction | null {
  const placed = [findPassage(transaction.doc, one), findPassage(transaction.doc, other)].filter(
    (found) => found !== null,
  )
  if (placed.length < 2) return null
  const from = Math.min(...placed.map(({ at }) => at))
  const to = Math.max(...placed.map(({ at, node }) => at + node.content.size))
  return transaction.setSelection(TextSelection.create(transaction.doc, from, to))
}

/** Null when there is no such passage; offsets outside it are brought in. */
export function choosing(
  transaction: Transaction,
  { passage, start, end }: Pick<Span, 'passage' | 'start' | 'end'>,
): Transaction | null {
  const placed = findPassage(transaction.doc, passage)
  if (placed === null) return null
  const inside = (offset: number): number => placed.at + Math.max(0, Math.min(offset, placed.node.content.size))
  return transaction.setSelection(TextSelection.create(transaction.doc, inside(start), inside(end)))
}
