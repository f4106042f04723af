// A story as one page that opens from the disk: no script, nothing from elsewhere. What she had taken out for others is
// marked where it stands, and what she decided is listed below.
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import { html, type Markup } from '../../archive/exporters/markup.ts'
import { stillPage } from '../../archive/exporters/still-page.ts'
import { style as base } from '../../archive/exporters/open-formats/style.ts'
import { textOf } from '../row-values.ts'
import type { Telling, ToldPassage } from '../telling.ts'
import { wordOf, type RescueWords } from '../words/words.ts'
import { decisionsMarkup } from './decisions.ts'
import { speakerOf, titleOf } from './story-text.ts'

export const style = `${base}
.warning { border: 2px solid currentColor; padding: 0.75rem 1rem; }
mark { background: none; color: inherit; border-block-end: 3px double currentColor; }
dt { font-weight: 600; }
dd { margin-inline-start: 1.25rem; overflow-wrap: anywhere; }
`

const line = (markup: Markup): Markup => html`${markup}
`

/** @param files links at the end: paths from the page's folder */
export function storyPage(story: Telling, words: RescueWords, files: readonly string[]): string {
  let turn: number | null = null
  const passages = story.passages.map((passage, at) => {
    const isNew = passage.turn === null || passage.turn !== turn || passage.heading !== null
    turn = passage.turn
    return passageMarkup(passage, at + 1, isNew, words)
  })
  const main = html`<h1 lang="${story.language}" dir="auto">${titleOf(story, words)}</h1>
<p class="soft">${words.toldBy} <bdi>${story.narrator || words.unknown}</bdi></p>
<p class="warning">${words.pageWarning}</p>
${story.isIncomplete ? line(html`<p class="warning">${words.storyIncomplete}</p>`) : null}${passages}${labels(story, words)}${decisionsMarkup(story, words)}<footer>
<h2>${words.otherFiles}</h2>
<ul>
${files.map((file) => line(html`<li><a href="${addressOf(file)}"><bdi>${file}</bdi></a></li>`))}</ul>
</footer>
`
  const { language } = words
  return stillPage({ language, direction: directionOf(language), title: titleOf(story, words), style, main })
}

export const addressOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/')

/** @param number what the decisions below call it by */
function passageMarkup(passage: ToldPassage, number: number, isNew: boolean, words: RescueWords): Markup {
  const { heading, text, role, language, direction } = passage
  return html`${heading === null ? null : line(html`<h2 dir="auto">${heading}</h2>`)}${
    isNew ? line(html`<p class="who" dir="auto">${speakerOf(passage, words)}</p>`) : null
  }${
    text === null
      ? line(html`<p class="words sealed"><small class="soft">${number}</small> ${words.sealed}</p>`)
      : line(
          html`<p class="words ${role}" lang="${language}" dir="${direction}"><small class="soft">${number}</small> ${marked(passage, text, words)}</p>`,
        )
  }`
}

/** What is taken out, marked; where two overlap, once. */
function marked({ takenOut }: ToldPassage, text: string, words: RescueWords): Markup[] {
  const parts: Markup[] = []
  let at = 0
  for (const { start, end, reach } of takenOut) {
    const [from, until] = [Math.max(at, start), Math.min(end, text.length)]
    if (until <= from) continue
    const why = words.takenOutFor.replace('{reach}', wordOf(words.reaches, reach))
    parts.push(html`${text.slice(at, from)}<mark title="${why}">${text.slice(from, until)}</mark>`)
    at = until
  }
  return [...parts, html`${text.slice(at)}`]
}

function labels(story: Telling, words: RescueWords): Markup | null {
  const rows = story.rows('labels')
  if (rows.length === 0) return null
  return html`<h2>${words.labels}</h2>
<dl>
${rows.map(
  (row) => html`<dt dir="auto">${textOf(row, 'words')}</dt>
<dd dir="auto">${[textOf(row, 'meaning'), textOf(row, 'stance'), textOf(row, 'asserted_by')].filter((one) => one !== '').join(' · ')}</dd>
`,
)}</dl>
`
}
