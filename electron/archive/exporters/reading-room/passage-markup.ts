// One passage on the page: who speaks, the words with what was taken out, the time in the sound, and its labels.
import type { Piece, ShownLabel, ShownPassage } from '../../../../shared/domain/excerpts/excerpt.ts'
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import { html, type Markup } from '../markup.ts'
import { speakerOf, type Heard, type Room } from './room.ts'

function pieceMarkup({ words }: Room, piece: Piece): Markup {
  const own = html`lang="${words.language}" dir="ltr"`
  if (piece.kind === 'words') return html`${piece.text}`
  if (piece.kind === 'instead') {
    return html`<span class="instead">${piece.text}<span class="heard" ${own}> (${words.notReal})</span></span>`
  }
  const thing = words.things[piece.thing]
  return html`<span class="gap" role="img" aria-label="${thing}, ${words.takenOut}" ${own}>[${thing}]</span>`
}

/** Seconds with no more decimals than they need. */
function seconds(ms: number): string {
  return String(Math.round(ms) / 1000)
}

/** `m:ss`, or `h:mm:ss` */
export function clock(ms: number): string {
  const whole = Math.floor(ms / 1000)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return (parts[0] === 0 ? parts.slice(1) : parts)
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}

function timeMarkup({ words }: Room, number: number, { path, startMs, endMs }: Heard): Markup {
  const time = clock(startMs)
  const hear = words.hear.replace('{number}', () => String(number)).replace('{time}', () => time)
  return html`<a class="time" href="${path}#t=${seconds(startMs)},${seconds(endMs)}" data-start="${seconds(startMs)}" data-end="${seconds(endMs)}" aria-label="${hear}">${time}</a>`
}

function labelMarkup({ words }: Room, label: ShownLabel): Markup {
  const { stance, assertedBy } = label
  const colour = (((((Math.trunc(label.colour) || 1) - 1) % 8) + 8) % 8) + 1
  const meaning = label.meaning === '' ? null : html` <q class="meaning" dir="auto">${label.meaning}</q>`
  const hers =
    stance === 'mine' || stance === 'contested' || stance === 'onlyHere'
      ? ` · ${assertedBy === 'narrator' ? '' : `${words.sheSays} `}${words.stances[stance]}`
      : ''
  return html`<li><span class="label" data-colour="${colour}" lang="${label.language}" dir="auto">${label.words}</span>${meaning} <span class="says">${words.saidBy[assertedBy]}${hers}</span></li>
`
}

/** Under her words, as others' are. */
function captionMarkup({ words }: Room, caption: ShownPassage['caption']): Markup | null {
  if (caption === null) return null
  const by =
    caption.author === '' ? null : html` <span class="by">${words.writtenBy} <bdi>${caption.author}</bdi>.</span>`
  return html`<p class="caption"><span dir="auto">${caption.text}</span>${by}</p>
`
}

/** A sound file of its own is heard where its passage stands, without script too. */
function soundMarkup({ words }: Room, number: number, { path }: Heard): Markup {
  const hear = words.hearOne.replace('{number}', () => String(number))
  return html`<audio class="own-sound" controls preload="none" src="${path}" aria-label="${hear}"></audio>
`
}

/** That somebody else is heard in her place: nobody is to take another voice for hers. */
function readByMarkup({ words }: Room, readBy: ShownPassage['readBy']): Markup | null {
  return readBy === null
    ? null
    : html`<p class="caption read-by">${words.readBy[readBy]}</p>
`
}

export function passageMarkup(room: Room, passage: ShownPassage): Markup {
  const { words, heard } = room
  const { number, role, language, direction, pieces, labels, gapBefore, caption, readBy } = passage
  const at = heard.get(number)
  const isEach = room.content.soundAs.files === 'each'
  const speaker = html`<span class="speaker${role === 'narrator' ? ' heard' : ''}" lang="${words.language}" dir="auto">${speakerOf(room, passage)}: </span>`
  return html`${
    gapBefore
      ? html`<p class="between">… ${words.between} …</p>
`
      : null
  }<div class="passage ${role}${direction === directionOf(words.language) ? '' : ' turned'}" id="passage-${number}">
<p class="where"><a class="number" href="#passage-${number}" aria-label="${words.passage.replace('{number}', () => String(number))}">${number}</a>${at === undefined || isEach ? null : timeMarkup(room, number, at)}</p>
<div class="said">
<p class="words" lang="${language}" dir="${direction}">${speaker}${pieces.map((piece) => pieceMarkup(room, piece))}</p>
${at === undefined || !isEach ? null : soundMarkup(room, number, at)}${readByMarkup(room, readBy)}${captionMarkup(room, caption)}${
    labels.length === 0
      ? null
      : html`<ul class="labels" aria-label="${words.labels}">
${labels.map((label) => labelMarkup(room, label))}</ul>
`
  }</div>
</div>
`
}
