// What others wrote about her and she has seen, each signed by its author.
import { html, type Markup } from '../markup.ts'
import type { Room } from './room.ts'

/** Null where none goes along. */
export function aboutMarkup({ content: { about }, words }: Room): Markup | null {
  if (about.length === 0) return null
  return html`<section class="about" aria-labelledby="about">
<h2 id="about">${words.aboutHer}</h2>
${about.map(
  ({ kind, language, text, author }) => html`<div>
<p class="kind">${words.aboutKinds[kind]}</p>
<p class="written" lang="${language}" dir="auto">${text}</p>
<p class="signed">${words.writtenBy} <bdi>${author}</bdi>.</p>
</div>
`,
)}</section>
`
}
