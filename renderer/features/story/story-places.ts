// Between the drawn story and its text: where a point on the screen is in a passage's words, and back.
import type { ChosenSpan } from './selection-offsets.ts'

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
