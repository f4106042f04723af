// A range as the editor follows it: offsets from the start of its passage's text, so that typing elsewhere costs nothing.
import type { Node } from 'prosemirror-model'
import type { MarkedRange, MarkKind } from './types.ts'
import { passageOf } from './schema.ts'

/** Where a range was, and its words, before some of them went. */
export interface Former {
  readonly passage: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface Tracked {
  readonly id: string
  readonly mark: string
  readonly kind: MarkKind
  readonly colour: number
  readonly note: string
  /** While unresolved: the place where its words were, with all that has been written there since. */
  readonly start: number
  readonly end: number
  /** Of an unresolved range: the words that were there. */
  readonly quote: string
  readonly unresolved: boolean
  readonly startMs: number | null
  readonly endMs: number | null
  /** The range that it was divided from: both become one again when they touch. */
  readonly parent: string | null
  readonly former: Former | null
}

/** The ranges of one passage. `at` is the position of its first letter, `length` that of its text. */
export interface Group {
  readonly at: number
  readonly length: number
  readonly items: readonly Tracked[]
}

/** Text written at the edge of these is inside: what is taken out must never leak at its ends. */
export function grows(kind: MarkKind): boolean {
  return kind === 'redaction' || kind === 'tie' || kind === 'seal'
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Below U+0300 nothing joins what stands before it, but a line feed after a carriage return. */
function isBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  if (before < 0x300 && after < 0x300) return before !== 0x0d || after !== 0x0a
  return graphemes.segment(text).containing(at)?.index === at
}

/** The offset itself, or the beginning of the letter that it cuts. */
export function letterStart(text: string, at: number): number {
  return isBorder(text, at) ? at : (graphemes.segment(text).containing(at)?.index ?? at)
}

/** The offset itself, or the end of the letter that it cuts. */
export function letterEnd(text: string, at: number): number {
  if (isBorder(text, at)) return at
  const letter = graphemes.segment(text).containing(at)
  return letter === undefined ? at : letter.index + letter.segment.length
}

/** Marks lie on whole letters for good: what stood in a letter with something marked does not come out of it later. */
export function wholeLetters(node: Node, start: number, end: number): { readonly start: number; readonly end: number } {
  const text = node.textContent
  return { start: letterStart(text, start), end: letterEnd(text, end) }
}

const shapes = new WeakMap<readonly Tracked[], { readonly node: Node; readonly ranges: readonly MarkedRange[] }>()

/** In the shape of the domain: whole letters, and what stands there now; unresolved ones have a place and no length. */
export function rangesIn(items: readonly Tracked[], node: Node): readonly MarkedRange[] {
  const before = shapes.get(items)
  if (before !== undefined && before.node === node) return before.ranges
  const text = node.textContent
  const passage = passageOf(node).id
  const ranges = items.map(({ id, mark, kind, colour, note, start, end, quote, unresolved, startMs, endMs }) => {
    const from = letterStart(text, start)
    const to = unresolved ? from : letterEnd(text, end)
    const words = unresolved ? quote : text.slice(from, to)
    return { id, mark, kind, colour, note, passage, start: from, end: to, quote: words, unresolved, startMs, endMs }
  })
  shapes.set(items, { node, ranges })
  return ranges
}
