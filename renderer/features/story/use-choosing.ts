// What is chosen in the story, by mouse, touch or keys; it stays chosen while a panel beside it is used.
import { useEffect, useState, type RefObject } from 'react'
import type { ChosenSpan } from './selection-offsets.ts'
import { rangeOfSpan, spansOfSelection } from './story-places.ts'

/** How long the page's selection has to stand still before it counts, so that dragging is not followed letter by letter. */
const settleMs = 120

/** Takes over the page's own selection whenever it is made inside `root`; a plain click in the words lets go. */
export function useChosenByPointer(
  root: RefObject<HTMLElement | null>,
  isOn: boolean,
  textOf: (passage: string) => string,
  choose: (spans: readonly ChosenSpan[]) => void,
): void {
  useEffect(() => {
    if (!isOn) return
    let held = false
    let waiting: ReturnType<typeof setTimeout> | undefined
    const take = (): void => {
      const selection = document.getSelection()
      if (held || root.current === null || selection === null) return
      const spans = spansOfSelection(root.current, selection, textOf)
      if (spans !== null) choose(spans)
    }
    const changed = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(take, settleMs)
    }
    const down = (): void => {
      held = true
    }
    const up = (): void => {
      held = false
      changed()
    }
    document.addEventListener('selectionchange', changed)
    window.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener('selectionchange', changed)
      window.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
    }
  }, [root, isOn, textOf, choose])
}

/** What is chosen is drawn over the word at which the keys are. */
const priorities = { chosen: 1, 'word-here': 0 } as const

/** Draws spans under a name that the style sheet knows, without touching the words; gives where the first one lies. */
export function usePainted(
  root: RefObject<HTMLElement | null>,
  name: 'chosen' | 'word-here',
  spans: readonly ChosenSpan[],
  drawn: unknown,
): globalThis.Range | null {
  const [first, setFirst] = useState<globalThis.Range | null>(null)
  useEffect(() => {
    const element = root.current
    if (element === null) return
    const ranges = spans.map((span) => rangeOfSpan(element, span)).filter((range) => range !== null)
    setFirst(ranges[0] ?? null)
    if (ranges.length === 0) CSS.highlights.delete(name)
    else {
      const highlight = new Highlight(...ranges)
      highlight.priority = priorities[name]
      CSS.highlights.set(name, highlight)
    }
    return () => void CSS.highlights.delete(name)
  }, [root, name, spans, drawn])
  return first
}
