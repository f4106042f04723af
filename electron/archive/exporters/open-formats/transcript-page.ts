// Her story as one page that opens from the disk: no script, nothing from elsewhere, her words told apart from others'.
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import type { Passage } from '../../../../shared/domain/story.ts'
import { html, type Markup } from '../markup.ts'
import { stillPage } from '../still-page.ts'
import { wordsOf, type HerStory } from './her-story.ts'
import { style } from './style.ts'
import type { OpenWords } from './words.ts'

/** @param files links at the end of the page: paths from its folder, and what they are called. */
export function transcriptPage(
  hers: HerStory,
  words: OpenWords,
  files: readonly { readonly path: string; readonly name: string }[],
): string {
  const { testimony, narrator, speakers, turns, passages } = hers.story
  const speakerOf = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const turnOf = new Map(turns.map((turn) => [turn.id, turn.speaker]))
  const headings = new Map(hers.sections.map(({ passage, heading }) => [passage, heading]))
  let spoke = ''

  function passageOf(passage: Passage): Markup {
    const speaker = speakerOf.get(turnOf.get(passage.turn) ?? '')
    const role = speaker?.role ?? 'other'
    const heading = headings.get(passage.id)
    const isNew = passage.turn !== spoke || heading !== undefined
    spoke = passage.turn
    const said = wordsOf(hers, passage)
    const name = speaker === undefined || speaker.name === '' ? words.roles[role] : speaker.name
    return html`${
      heading === undefined
        ? null
        : html`<h2 dir="auto">${heading}</h2>
`
    }${
      isNew
        ? html`<p class="who" dir="auto">${name}</p>
`
        : null
    }${
      said === null
        ? html`<p class="words sealed">${words.sealed}</p>
`
        : html`<p class="words ${role}" lang="${passage.language}" dir="${passage.direction}">${said}</p>
`
    }`
  }

  const working = testimony.titleBy === 'archivist' ? html` <small class="soft">(${words.workingTitle})</small>` : null
  const main = html`<h1 lang="${testimony.language}" dir="auto">${testimony.title}${working}</h1>
<p class="soft">${words.toldBy} <bdi>${narrator.name}</bdi></p>
${passages.map(passageOf)}${
    files.length === 0
      ? null
      : html`<footer>
<h2>${words.otherFiles}</h2>
<ul>
${files.map(
  ({
    path,
    name,
  }) => html`<li><a href="${path.split('/').map(encodeURIComponent).join('/')}"><bdi>${name}</bdi></a></li>
`,
)}</ul>
</footer>
`
  }`
  const { language } = words
  return stillPage({ language, direction: directionOf(language), title: testimony.title, style, main })
}
