// README.txt and index.html at the top of the folder, in both languages: what this is, what is owed to the narrators,
// what each file is, and what could not be read.
import { html } from '../../archive/exporters/markup.ts'
import { stillPage } from '../../archive/exporters/still-page.ts'
import { say, wordsFor, type RescueLanguage, type RescueWords } from '../words/words.ts'
import type { Note } from './story-files.ts'
import { addressOf, style } from './story-page.ts'

export interface TopFacts {
  readonly kind: 'archive' | 'backup'
  /** ISO 8601 UTC. */
  readonly madeAt: string | null
  readonly writtenAt: string
  readonly stories: readonly { readonly folder: string; readonly title: string; readonly narrator: string }[]
  readonly notes: readonly Note[]
}

const order: readonly RescueLanguage[] = ['en', 'es']

export const notesIn = (words: RescueWords, notes: readonly Note[]): string[] =>
  notes.map(({ kind, values }) => say(words.notes[kind], values))

function opened(words: RescueWords, { kind, madeAt, writtenAt }: TopFacts): string {
  return say(words.openedFrom[kind], { date: writtenAt, made: madeAt ?? '' })
}

export function readmeText(facts: TopFacts): string {
  return order.map((language) => readmeIn(wordsFor(language), facts)).join(`\n${'-'.repeat(72)}\n\n`)
}

function readmeIn(words: RescueWords, facts: TopFacts): string {
  const notes = notesIn(words, facts.notes)
  const list = (items: readonly string[]): string => items.map((item) => `  - ${item}`).join('\n')
  const parts = [
    words.topTitle.toUpperCase(),
    ...words.topWarning,
    opened(words, facts),
    `${words.whatIsHere}\n${list(words.files)}`,
    `${words.stories}\n${list(facts.stories.map(({ folder, title, narrator }) => `data/${folder}: ${title || words.untitled} (${narrator || words.unknown})`))}`,
    notes.length === 0 ? words.everythingRead : `${words.notRead}\n${list(notes)}`,
    words.keepArchive,
    words.fixity,
  ]
  return `${parts.join('\n\n')}\n`
}

export function indexPage(facts: TopFacts): string {
  const parts = order.map((language) => {
    const words = wordsFor(language)
    const notes = notesIn(words, facts.notes)
    return html`<section lang="${language}">
<h1>${words.topTitle}</h1>
<div class="warning">
${words.topWarning.map(
  (line) => html`<p>${line}</p>
`,
)}</div>
<p>${opened(words, facts)}</p>
<h2>${words.stories}</h2>
<ul>
${facts.stories.map(
  ({
    folder,
    title,
    narrator,
  }) => html`<li><a href="${addressOf(`data/${folder}/transcript.html`)}"><bdi>${title || words.untitled}</bdi></a> (<bdi>${narrator || words.unknown}</bdi>)</li>
`,
)}</ul>
<h2>${words.whatIsHere}</h2>
<ul>
${words.files.map(
  (line) => html`<li>${line}</li>
`,
)}</ul>
${
  notes.length === 0
    ? html`<p>${words.everythingRead}</p>
`
    : html`<h2>${words.notRead}</h2>
<ul>
${notes.map(
  (line) => html`<li>${line}</li>
`,
)}</ul>
`
}<p>${words.keepArchive}</p>
</section>
`
  })
  return stillPage({ language: 'en', direction: 'ltr', title: wordsFor('en').topTitle, style, main: html`${parts}` })
}
