// The cue text parser of the W3C standard (WebVTT 1, section 6.4): a cue's source in, a tree of voices, spans and times out.
import { decodeCharacterReferences } from './character-references.ts'
import { readWebVttTime } from './webvtt-cues.ts'

export type WebVttTag = 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt' | 'v' | 'lang'

export type WebVttNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'time'; readonly ms: number }
  | WebVttElement

/** `annotation` is the name for `v`, the language for `lang`, else empty. */
export interface WebVttElement {
  readonly kind: 'element'
  readonly tag: WebVttTag
  readonly classes: readonly string[]
  readonly annotation: string
  readonly children: WebVttNode[]
}

// Deeper nesting than anybody writes is flattened: its words stay.
const deepest = 100

const tags: ReadonlySet<string> = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])

/** Parses a cue's source text; unknown tags vanish, their content stays, as the standard says. */
export function parseCueText(source: string): readonly WebVttNode[] {
  const root: WebVttElement = { kind: 'element', tag: 'c', classes: [], annotation: '', children: [] }
  const open: WebVttElement[] = [root]
  let position = 0
  while (position < source.length) {
    const current = open[open.length - 1] ?? root
    if (source[position] !== '<') {
      const next = source.indexOf('<', position)
      const end = next < 0 ? source.length : next
      current.children.push({ kind: 'text', text: decodeCharacterReferences(source.slice(position, end)) })
      position = end
      continue
    }
    const close = source.indexOf('>', position)
    const inside = source.slice(position + 1, close < 0 ? source.length : close)
    position = close < 0 ? source.length : close + 1
    readTag(inside, open, root)
  }
  return root.children
}

function readTag(inside: string, open: WebVttElement[], root: WebVttElement): void {
  const current = open[open.length - 1] ?? root
  if (inside.startsWith('/')) closeTag(inside.slice(1), open)
  else if (/^\d/.test(inside)) {
    const ms = readWebVttTime(inside)
    if (ms !== null) current.children.push({ kind: 'time', ms })
  } else {
    const match = /^([^\t\n\f .]*)((?:\.[^\t\n\f .]*)*)(?:[\t\n\f ]([^]*))?$/.exec(inside)
    const tag = match?.[1] ?? ''
    if (!isTag(tag) || (tag === 'rt' && current.tag !== 'ruby')) return
    const classes = (match?.[2] ?? '').split('.').filter((name) => name !== '')
    const annotation = decodeCharacterReferences(match?.[3] ?? '')
      .replace(/[\t\n\f\r ]+/g, ' ')
      .trim()
    const named = tag === 'v' || tag === 'lang'
    const element: WebVttElement = { kind: 'element', tag, classes, annotation: named ? annotation : '', children: [] }
    if (open.length > deepest) return
    current.children.push(element)
    open.push(element)
  }
}

function closeTag(name: string, open: WebVttElement[]): void {
  const current = open[open.length - 1]
  if (open.length < 2 || current === undefined) return
  if (current.tag === name) open.pop()
  else if (name === 'ruby' && current.tag === 'rt') open.splice(-2)
}

function isTag(name: string): name is WebVttTag {
  return tags.has(name)
}

/** The tree in the notation of the W3C cue text suite, a line a node. */
export function writeCueTree(nodes: readonly WebVttNode[], depth: number): string {
  const indent = `| ${'  '.repeat(depth)}`
  return nodes
    .map((node) => {
      if (node.kind === 'text') return `${indent}"${node.text}"\n`
      if (node.kind === 'time') return `${indent}<?timestamp ${node.ms}?>\n`
      return `${indent}<${node.tag}>\n${writeCueTree(node.children, depth + 1)}`
    })
    .join('')
}
