// What she decided, in the order of the ledger, as it was written down: an answer in plain words, and everything else of an
// entry by the names that the ledger has for it.
import { html, type Markup } from '../../archive/exporters/markup.ts'
import type { Row } from '../database/tables.ts'
import { numberOf, textOf } from '../row-values.ts'
import type { Telling } from '../telling.ts'
import { say, wordOf, type RescueWords } from '../words/words.ts'

type Said = Readonly<Record<string, unknown>>

export function decisionsMarkup(story: Telling, words: RescueWords): Markup {
  const entries = story
    .rows('ledger')
    .toSorted((a, b) => (numberOf(a, 'sequence') ?? 0) - (numberOf(b, 'sequence') ?? 0))
  const numbers = new Map(story.passages.map(({ id }, at) => [id, at + 1]))
  const list = html`<dl>
${entries.map((entry) => decision(entry, numbers, words))}</dl>
`
  return html`<h2>${words.decisions}</h2>
${
  entries.length === 0
    ? html`<p>${words.noDecisions}</p>
`
    : list
}`
}

function decision(entry: Row, numbers: ReadonlyMap<string, number>, words: RescueWords): Markup {
  const body = saidIn(entry, 'body')
  const { kind: _kind, testimony: _testimony, answer, use, scope, ...rest } = body
  const kind = textOf(entry, 'kind')
  const what =
    kind === 'consent' && typeof answer === 'string'
      ? `${wordOf(words.answers, answer)}: ${String(use)}, ${scopeIn(scope, numbers, words)}`
      : kind
  const certainty = wordOf(words.certainties, textOf(entry, 'certainty'))
  const more = kind === 'consent' ? partsOf(rest) : partsOf({ ...body, kind: null, testimony: null })
  const evidence = partsOf(saidIn(entry, 'evidence'))
  return html`<dt>${textOf(entry, 'at').slice(0, 10)}: ${what}</dt>
<dd dir="auto">${[certainty, textOf(entry, 'by_whom'), evidence, more].filter((part) => part !== '').join('; ')}</dd>
`
}

/** Passages by their numbers on the page; those that are there no more are left out. */
function scopeIn(scope: unknown, numbers: ReadonlyMap<string, number>, words: RescueWords): string {
  if (!isSaid(scope) || scope['kind'] === 'testimony') return words.wholeStory
  const passages = Array.isArray(scope['passages']) ? (scope['passages'] as unknown[]) : []
  const at = passages.map((id) => numbers.get(String(id))).filter((number) => number !== undefined)
  return say(words.passages, { numbers: at.toSorted((a, b) => a - b).join(', ') })
}

const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value)

function saidIn(row: Row, column: string): Said {
  try {
    const said: unknown = JSON.parse(textOf(row, column))
    return isSaid(said) ? said : {}
  } catch {
    return { [column]: textOf(row, column) }
  }
}

/** `name: value` of everything that says something. */
function partsOf(said: Said): string {
  return Object.entries(said)
    .map(([name, value]) => [name, isSaid(value) ? partsOf(value) : plain(value)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((one) => (isSaid(one) ? partsOf(one) : plain(one))).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
