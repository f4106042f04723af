// Between the drawn story and its text: where a point on the screen is in a passage's words, and back.
import { wholeLetters, type ChosenSpan } from './selection-offsets.ts'

/** Passages bear `data-passage`; each run of their words bears `data-at`, its offset in the passage's text. */
export function passageElement(root: ParentNode, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-passage="${CSS.escape(id)}"]`)
}

function* runsOf(passage: Element): Generator<{ at: number; text: Text }> {
  for (const run of passage.querySelectorAll<HTMLElement>('[data-at]')) {
    const text = run.firstChild
    if (text instanceof Text) yield { at: Number(run.dataset['at']), text }
  }
}

/** How far into the passage's text a point is; what is drawn beside the text (names, tokens) counts as nothing. */
export function offsetInPassage(passage: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(passage, 0)
  before.setEnd(node, offset)
  let reached = 0
  for (const { at, text } of runsOf(passage)) {
    if (text === node) return at + offset
    if (before.comparePoint(text, 0) > 0) break
    reached = at + text.length
  }
  return reached
}

/** What the page's own selection covers of the story, passage by passage; null when it is not in the story. */
export function spansOfSelection(
  root: Element,
  selection: Selection,
  textOf: (passage: string) => string,
): readonly ChosenSpan[] | null {
  if (selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root) || !root.contains(selection.anchorNode)) return null
  if (range.collapsed) return []
  return [...root.querySelectorAll<HTMLElement>('[data-passage]')].flatMap((element) => {
    if (!range.intersectsNode(element)) return []
    const id = element.dataset['passage'] ?? ''
    const text = textOf(id)
    const start = element.contains(range.startContainer)
      ? offsetInPassage(element, range.startContainer, range.startOffset)
      : 0
    const end = element.contains(range.endContainer)
      ? offsetInPassage(element, range.endContainer, range.endOffset)
      : text.length
    const letters = wholeLetters(text, start, end)
    return letters === null ? [] : [{ passage: id, ...letters }]
  })
}

/** The drawn range of a span; null when its passage is not drawn with its words. */
export function rangeOfSpan(root: Element, span: ChosenSpan): globalThis.Range | null {
  const passage = passageElement(root, span.passage)
  if (passage === null) return null
  const range = document.createRange()
  let begun = false
  for (const { at, text } of runsOf(passage)) {
    const until = at + text.length
    if (!begun && span.start < until) {
      range.setStart(text, Math.max(0, span.start - at))
      begun = true
    }
    if (begun && span.end <= until) {
      range.setEnd(text, span.end - at)
      return range
    }
  }
  return null
}
