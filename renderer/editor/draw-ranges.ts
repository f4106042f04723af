// Ranges as they are drawn: a span each, nested freely.
import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import styles from './editor.module.css'
import { grows, rangesIn, type Group } from './tracked.ts'
import type { MarkedRange } from './types.ts'

const lanes = 6

/** Labels that overlap lie in lanes of their own, from 0, as underlines under each other. */
function laneFinder(): (range: MarkedRange) => number {
  const busyUntil: number[] = []
  return ({ start, end }) => {
    const free = busyUntil.findIndex((until) => until <= start)
    const lane = free === -1 ? busyUntil.length : free
    busyUntil[lane] = end
    return Math.min(lane, lanes - 1)
  }
}

const classes: Readonly<Record<MarkedRange['kind'], string>> = {
  label: styles.label ?? '',
  redaction: styles.takenOut ?? '',
  tie: styles.tie ?? '',
  seal: styles.seal ?? '',
  flag: styles.flag ?? '',
}

/** All decorations of one passage. */
export function drawRanges({ at, items }: Group, node: Node): Decoration[] {
  const ranges = rangesIn(items, node)
  const laneOf = laneFinder()
  const drawn: Decoration[] = []
  for (const range of ranges) {
    if (range.unresolved || range.start >= range.end) continue
    const attributes: Record<string, string> = {
      nodeName: 'span',
      class: classes[range.kind],
      'data-mark': range.mark,
      'data-kind': range.kind,
    }
    if (range.kind === 'label') {
      attributes['data-colour'] = String(range.colour)
      attributes['data-lane'] = String(laneOf(range))
    }
    const isOpen = grows(range.kind)
    const key = `${range.mark} ${attributes['data-lane'] ?? ''} ${range.colour}`
    const spec = { inclusiveStart: isOpen, inclusiveEnd: isOpen, key }
    drawn.push(Decoration.inline(at + range.start, at + range.end, attributes, spec))
    if (range.note === '') continue
    drawn.push(Decoration.widget(at + range.end, () => token(range.note), tokenAfter(range)))
  }
  return drawn
}

/** NOTE: a widget and no wrapping of the last letter: an input method composes there, and its text must not be divided. */
function tokenAfter({ id, note }: MarkedRange): Parameters<typeof Decoration.widget>[2] {
  return { side: 1, key: `${id} ${note}`, ignoreSelection: true, marks: [] }
}

function token(note: string): HTMLElement {
  const made = document.createElement('span')
  made.className = styles.noted ?? ''
  made.dataset.note = note
  made.ariaHidden = 'true'
  return made
}
