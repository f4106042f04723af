// Stretches of a story that are painted over its words, without touching them.
import { useEffect, useState, type RefObject } from 'react'
import type { ChosenSpan } from './selection-offsets.ts'
import { rangeOfSpan } from './story-places.ts'

/** Draws spans under a name that the style sheet knows, without touching the words; gives where the first one lies. */
export function usePainted(
  root: RefObject<HTMLElement | null>,
  name: 'word-here',
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
      CSS.highlights.set(name, highlight)
    }
    return () => void CSS.highlights.delete(name)
  }, [root, name, spans, drawn])
  return first
}
