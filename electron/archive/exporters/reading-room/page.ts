// The page that is read: others' words on a tint, signed; her words on the lightest sheet; what was agreed at the end.
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import { html, type Markup } from '../markup.ts'
import { headMarkup } from '../still-page.ts'
import { aboutMarkup } from './about-markup.ts'
import { mirrorMarkup } from './mirror-markup.ts'
import { passageMarkup } from './passage-markup.ts'
import { isolated, termsOf } from './page-words.ts'
import { has, soundFilesOf, type Room } from './room.ts'

// NOTE: `file:` beside 'self', since not every browser takes a page from the disk to be its own neighbour's self.
export const policy = [
  "default-src 'none'",
  "style-src 'self' file:",
  "font-src 'self' file:",
  "media-src 'self' file:",
  "script-src 'self' file:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function head({ content, use }: Room): Markup {
  const { title } = content.framing
  const scheme = html`<meta name="color-scheme" content="light dark">
`
  return html`${headMarkup(policy, title === '' ? use.name : title, scheme)}<link rel="stylesheet" href="style.css">
`
}

/** Each line that somebody wrote is a paragraph of its own. */
function paragraphs(text: string): Markup[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (line) => html`<p dir="auto">${line}</p>
`,
    )
}

function framing(room: Room): Markup {
  const { content, words, use } = room
  const { title, introduction, keywords, author } = content.framing
  return html`<header class="framing">
<p class="kind">${use.name} · ${words.givenTo} <bdi>${content.recipient.name}</bdi></p>
<h1 dir="auto">${title === '' ? use.name : title}</h1>
${
  introduction === ''
    ? null
    : html`<div class="introduction">
${paragraphs(introduction)}</div>
`
}${
    keywords.length === 0
      ? null
      : html`<ul class="keywords" aria-label="${words.keywords}">
${keywords.map(
  (keyword) => html`<li dir="auto">${keyword}</li>
`,
)}</ul>
`
  }${
    author === ''
      ? null
      : html`<p class="signed">${words.signed} <bdi>${author}</bdi>.</p>
`
  }${aboutMarkup(room)}</header>
`
}

function howToRead(room: Room): Markup {
  const { words, content } = room
  return html`<ul class="how" aria-label="${words.howToRead}">
<li>${words.others}</li>
${
  has(room, 'gap')
    ? html`<li>${words.hatched}</li>
`
    : null
}${
    has(room, 'instead')
      ? html`<li>${words.dotted}</li>
`
      : null
  }${
    content.passages.some(({ labels }) => labels.length > 0)
      ? html`<li>${words.labelled}</li>
`
      : null
  }</ul>
`
}

function search({ words }: Room): Markup {
  return html`<form class="search" id="search" role="search" hidden data-none="${words.foundNone}" data-one="${words.foundOne}" data-many="${words.foundMany}">
<label for="find">${words.find}</label>
<input id="find" type="search" autocomplete="off" spellcheck="false" dir="auto">
<button id="next" type="submit">${words.next}</button>
<p id="found" role="status"></p>
</form>
`
}

function story(room: Room): Markup {
  const { content, words, hasSound } = room
  // NOTE: no <track>: a page from the disk may not load one in Chromium; the captions lie beside the sound.
  return html`<main class="sheet" id="story" tabindex="-1">
<h2 class="told">${words.toldBy} <bdi class="name">${content.narratorName ?? words.theNarrator}</bdi></h2>
${howToRead(room)}${search(room)}<div class="passages">
${content.passages.map((passage) => passageMarkup(room, passage))}</div>
${
  hasSound && content.soundAs.files === 'one'
    ? html`<section class="player" aria-label="${words.sound}">
<p>${words.soundOfStory}</p>
<audio id="sound" controls preload="metadata" src="${soundFilesOf(room)[0]?.sound ?? ''}" aria-label="${words.soundOfStory}"></audio>
</section>
`
    : null
}</main>
`
}

function end(room: Room): Markup {
  const { content, words, use, reference } = room
  const terms = termsOf(words, content.use, use, isolated(content.recipient.name))
  return html`<footer class="framing end">
${mirrorMarkup(room)}<section class="removal" aria-labelledby="removal">
<h2 id="removal">${words.removal}</h2>
${words.removalWords.map(
  (sentence) => html`<p>${sentence}</p>
`,
)}<p>${words.removalHow}</p>
<p class="reference"><span>${words.reference}</span> <code>${reference}</code></p>
</section>
<section aria-labelledby="terms">
<h2 id="terms">${words.termsTitle}</h2>
<ul class="terms">
${terms.map(
  (term) => html`<li>${term}</li>
`,
)}</ul>
</section>
<section class="files" aria-labelledby="files">
<h2 id="files">${words.files}</h2>
<ul>
<li><a href="transcript.txt">${words.transcriptFile}</a></li>
${soundFilesOf(room).map((file, at, all) => {
  const number = all.length === 1 ? '' : ` ${at + 1}`
  return html`<li><a href="${file.sound}">${words.soundFile}${number}</a></li>
<li><a href="${file.captions}">${words.captionsFile}${number}</a></li>
`
})}</ul>
</section>
</footer>
`
}

/** The whole page as HTML. It is read without script; with it, it can also be searched. */
export function page(room: Room): string {
  const { words } = room
  return String(html`<!doctype html>
<html lang="${words.language}" dir="${directionOf(words.language)}">
<head>
${head(room)}</head>
<body>
<a class="skip" href="#story">${words.toStory}</a>
${framing(room)}${story(room)}${end(room)}<script src="lunr.js"></script>
<script src="search-index.js"></script>
<script src="search.js"></script>
</body>
</html>
`)
}
