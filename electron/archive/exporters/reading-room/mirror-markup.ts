// The mirror on the page: a table whose rows have bars, so that it is a picture and can be read aloud as well. No script.
import { extremesOf, shareOfHerWords, type Mirror, type MirrorRow } from '../../../../shared/domain/mirror/mirror.ts'
import { html, type Markup } from '../markup.ts'
import { clock } from './passage-markup.ts'
import { isolated, type MirrorWords } from './page-words.ts'
import type { Room } from './room.ts'

function filled(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** By words, or by passages where none can be read. In tenths of a percent, so that little is still something. */
function partOf({ whole, selection }: Pick<MirrorRow, 'whole' | 'selection'>): number {
  const [here, all] = whole.words > 0 ? [selection.words, whole.words] : [selection.passages, whole.passages]
  return all === 0 ? 0 : Math.round((here * 1000) / all)
}

function rowMarkup(
  words: MirrorWords,
  name: Markup,
  row: Pick<MirrorRow, 'whole' | 'selection'>,
  timed: boolean,
): Markup {
  const { whole, selection } = row
  const cell = (here: string | number, all: string | number) => html`<td>${filled(words.ofAll, { here, all })}</td>`
  return html`<tr><th scope="row">${name}<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="1000" height="10"/><rect class="here" width="${partOf(row)}" height="10"/></svg></th>${cell(selection.passages, whole.passages)}${cell(selection.words, whole.words)}${timed ? cell(clock(selection.ms), clock(whole.ms)) : null}</tr>
`
}

function goneMarkup(words: MirrorWords, mirror: Mirror): Markup | null {
  const { gone } = extremesOf(mirror)
  if (gone.length === 0) return null
  const sentence = (row: MirrorRow) => {
    const all = row.whole.passages
    if (row.name === '') return filled(words.goneBefore, { all })
    return filled(mirror.sections.includes(row) ? words.goneSection : words.goneLabel, {
      all,
      name: isolated(row.name),
    })
  }
  return html`<ul class="gone">
${gone.map(
  (row) => html`<li>${sentence(row)}</li>
`,
)}</ul>
`
}

/** Null where she does not want it shown. */
export function mirrorMarkup({ content: { mirror }, words: { mirror: words } }: Room): Markup | null {
  if (mirror === null) return null
  const timed = mirror.whole.ms > 0
  const columns = timed ? 4 : 3
  const rows = (title: string, group: readonly MirrorRow[]) =>
    group.length === 0
      ? null
      : html`<tbody>
<tr><th scope="rowgroup" colspan="${columns}" class="group">${title}</th></tr>
${group.map((row) => {
  const name =
    row.name === '' ? html`${words.beforeHeadings}` : html`<span lang="${row.language}" dir="auto">${row.name}</span>`
  return rowMarkup(words, name, row, timed)
})}</tbody>
`
  return html`<section class="mirror" aria-labelledby="mirror">
<h2 id="mirror">${words.title}</h2>
<p>${words.says} ${filled(words.share, { here: shareOfHerWords(mirror) })}</p>
${goneMarkup(words, mirror)}<table aria-labelledby="mirror">
<thead><tr><th scope="col">${words.part}</th><th scope="col">${words.passages}</th><th scope="col">${words.words}</th>${timed ? html`<th scope="col">${words.minutes}</th>` : null}</tr></thead>
<tbody>
${rowMarkup(words, html`${words.wholeStory}`, mirror, timed)}</tbody>
${rows(words.sections, mirror.sections)}${rows(words.labels, mirror.labels)}</table>
</section>
`
}
