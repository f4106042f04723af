// The receipt as a page that asks nothing of the network and runs nothing.
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import { html, type Markup } from '../markup.ts'
import { stillPage } from '../still-page.ts'
import type { Paper, PaperBlock } from './paper.ts'

const style = `:root { color-scheme: light dark; }
body { max-inline-size: 52rem; margin: 2rem auto; padding-inline: 1rem; font: 1.0625rem/1.55 'Noto Sans', system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.375rem; line-height: 1.3; margin-block: 2.5rem 0.5rem; }
h3 { font-size: 1.0625rem; margin-block: 1.5rem 0.5rem; }
table { inline-size: 100%; border-collapse: collapse; }
caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: start; vertical-align: top; padding: 0.5rem; border: 1px solid; }
thead th { font-size: 0.9375rem; }
li { margin-block: 0.375rem; }
.number { border: 1px solid; padding: 0.75rem 1rem; }
.number code { font-size: 1rem; }
@media (max-width: 40rem) {
  table, thead, tbody, tr, th, td { display: block; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid; margin-block-end: 0.75rem; }
  th, td { border: none; padding-block: 0.25rem; }
  td::before { content: attr(data-column) ': '; font-size: 0.875rem; }
}
@media print {
  body { margin: 0; max-inline-size: none; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  tr, .number { break-inside: avoid; }
}
`

/** `lang` and `dir` where it is in another language than the page. */
function inLanguage(language: string | null): Markup {
  return language === null ? html` dir="auto"` : html` lang="${language}" dir="${directionOf(language)}"`
}

function blockMarkup(block: PaperBlock): Markup {
  if (block.kind === 'heading') {
    const at = inLanguage(block.language)
    return block.level === 2
      ? html`<h2${at}>${block.text}</h2>
`
      : html`<h3${at}>${block.text}</h3>
`
  }
  if (block.kind === 'words')
    return html`<p${inLanguage(block.language)}>${block.text}</p>
`
  if (block.kind === 'list')
    return html`<ul>
${block.items.map(
  (item) => html`<li dir="auto">${item}</li>
`,
)}</ul>
`
  if (block.kind === 'number')
    return html`<p class="number"><span>${block.label}</span> <code>${block.number}</code></p>
`
  return html`<table role="table">
<caption>${block.caption}</caption>
<thead role="rowgroup"><tr role="row">${block.columns.map(
    (column) => html`<th scope="col" role="columnheader">${column}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${block.rows.map(
  (row) => html`<tr role="row">${row.map(({ text, language }, at) =>
    at === 0
      ? html`<th scope="row" role="rowheader"${inLanguage(language)}>${text}</th>`
      : html`<td role="cell" data-column="${block.columns[at] ?? ''}"${inLanguage(language)}>${text}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
`
}

/** NOTE: roles are said, because a narrow screen lays the rows out as blocks and some readers then forget that it is a table. */
export function paperPage({ language, direction, title, blocks }: Paper): string {
  const main = html`<h1>${title}</h1>
${blocks.map(blockMarkup)}`
  return stillPage({ language, direction, title, style, main })
}
