// A letter that asks for something back: one model, as plain text and as a page that needs nothing else.
import type { Direction } from '../../../shared/domain/story.ts'
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import { html, tidy, type Markup } from './markup.ts'
import { stillPage } from './still-page.ts'
import { isolated } from './reading-room/page-words.ts'
import { letterWordsFor } from './recall-letter/letter-words.ts'

export interface LetterAbout {
  /** BCP 47; the letter is in this language or in English. */
  readonly language: string
  /** Null where it cannot be said. */
  readonly recipient: string | null
  readonly title: string | null
  readonly reference: string
  /** ISO 8601. */
  readonly givenAt: string
  readonly writtenAt: string
  /** How many passages were given, and which are asked back, with where they are in the sound. */
  readonly passages: number
  readonly asked: readonly { readonly number: number; readonly startMs: number | null; readonly endMs: number | null }[]
  /** What she wants said; empty for nothing. */
  readonly why: string
  /** Who writes, and how to answer. */
  readonly from: string
}

export type LetterBlock =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }

export interface Letter {
  readonly language: string
  readonly direction: Direction
  readonly title: string
  readonly blocks: readonly LetterBlock[]
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function dayIn(language: string, at: string): string {
  // Day, month by name, year, as the program itself says it.
  const locale = language === 'en' ? 'en-GB' : language
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' })
  return format.format(new Date(at))
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (count: number) => String(count).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** 1, 2, 3, 5 as 1–3, 5. */
export function numberRanges(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && number <= last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
}

/** The letter in the recipient's language, or in English; nothing in it is of her story but numbers, times and the title that was given. */
export function recallLetter(about: LetterAbout): Letter {
  const words = letterWordsFor(about.language)
  const { facts } = words
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' })
  const numbers = list.format(numberRanges(about.asked.map(({ number }) => number)))
  const isWhole = about.asked.length >= about.passages
  const asks = isWhole ? words.whole : about.asked.length === 1 ? words.one : words.some
  const heard = about.asked.flatMap(({ number, startMs, endMs }) =>
    startMs === null || endMs === null
      ? []
      : [filled(words.heard, { number: String(number), from: clock(startMs), to: clock(endMs) })],
  )
  const given = dayIn(words.language, about.givenAt)
  const block = (text: string): LetterBlock => ({ kind: 'words', text })
  return {
    language: words.language,
    direction: directionOf(words.language),
    title: words.title,
    blocks: [
      block(dayIn(words.language, about.writtenAt)),
      block(
        about.recipient === null ? words.toSomebody : filled(words.to, { recipient: isolated(tidy(about.recipient)) }),
      ),
      block(filled(words.given, { date: given })),
      block(filled(asks, { numbers, count: String(about.passages) })),
      {
        kind: 'facts',
        facts: [
          [facts.reference, about.reference],
          ...(about.title === null ? [] : [[facts.what, isolated(tidy(about.title))] as const]),
          [facts.when, given],
          [facts.which, numbers],
          ...(heard.length === 0 ? [] : [[facts.sound, list.format(heard)] as const]),
        ],
      },
      ...(about.why === ''
        ? [block(words.noReason)]
        : [block(words.her), ...lines(about.why).map((line) => block(line))]),
      block(words.asked),
      { kind: 'list', items: words.asks },
      block(words.file),
      block(words.page),
      block(words.answer),
      { kind: 'list', items: words.answers },
      block(words.thanks),
      ...lines(about.from).map((line) => block(line)),
    ],
  }
}

function lines(text: string): string[] {
  return tidy(text)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** UTF-8 text, lines end with LF. */
export function letterText({ title, blocks }: Letter): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'words') return block.text
    if (block.kind === 'list') return block.items.map((item) => `- ${item}`).join('\n')
    return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
  })
  return `${[title, ...parts].join('\n\n')}\n`
}

const style = `:root { color-scheme: light dark; }
body { max-inline-size: 40rem; margin: 2rem auto; padding-inline: 1rem; font: 1.0625rem/1.55 'Noto Sans', system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.3; }
dl { display: grid; gap: 0.5rem; margin: 1.5rem 0; padding: 0.75rem 1rem; border: 1px solid; border-radius: 6px; }
dt { font-size: 0.9375rem; }
dd { margin: 0; font-weight: 600; }
li { margin-block: 0.375rem; }
@media print { body { margin: 0; max-inline-size: none; font-size: 11pt; } }
`

function blockMarkup(block: LetterBlock): Markup {
  if (block.kind === 'words')
    return html`<p dir="auto">${block.text}</p>
`
  if (block.kind === 'list')
    return html`<ul>
${block.items.map(
  (item) => html`<li>${item}</li>
`,
)}</ul>
`
  return html`<dl>
${block.facts.map(
  ([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>
`,
)}</dl>
`
}

/** A page that asks nothing of the network and runs nothing. */
export function letterPage({ language, direction, title, blocks }: Letter): string {
  const main = html`<h1>${title}</h1>
${blocks.map(blockMarkup)}`
  return stillPage({ language, direction, title, style, main })
}
