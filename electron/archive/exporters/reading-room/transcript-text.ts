// The story as plain text: who speaks, then what was said, set in so that no words can pass for somebody else's line.
import type { ShownPassage } from '../../../../shared/domain/excerpts/excerpt.ts'
import { tidy } from '../markup.ts'
import { isolated, termsOf } from './page-words.ts'
import { has, plainPiece, type Room } from './room.ts'

const lineEnds = /\n|\v|\f|\u0085|\u2028|\u2029/gu

/** Words over several lines, each set in by two spaces. */
export function setIn(words: string): string {
  return tidy(words)
    .replaceAll(lineEnds, '\n  ')
    .replaceAll(/[ \t]+$/gmu, '')
}

function passageText(room: Room, passage: ShownPassage): string {
  const said = passage.pieces.map((piece) => plainPiece(room, piece)).join('')
  const { caption } = passage
  const by = caption === null || caption.author === '' ? '' : ` ${room.words.writtenBy} ${caption.author}.`
  const under = caption === null ? [] : [`  [${setIn(caption.text)}${setIn(by)}]`]
  const readBy = passage.readBy === null ? [] : [`  [${room.words.readBy[passage.readBy]}]`]
  const lines = [`${room.words.roles[passage.role]}:`, `  ${setIn(said)}`, ...readBy, ...under]
  return [...(passage.gapBefore ? [`[… ${room.words.between} …]`, ''] : []), ...lines].join('\n')
}

/** UTF-8 text, lines end with LF. */
export function transcriptText(room: Room): string {
  const { content, words, use, reference } = room
  const { framing } = content
  const head = [framing.title, framing.introduction].filter((part) => part !== '').map(setIn)
  const author = framing.author === '' ? [] : [`${words.signed} ${setIn(framing.author)}.`]
  const about = content.about.map(
    ({ kind, text, author: by }) => `${words.aboutKinds[kind]}: ${setIn(text)} (${words.writtenBy} ${setIn(by)}.)`,
  )
  const told = `${words.toldBy} ${setIn(content.narratorName ?? words.theNarrator)}.`
  const notes = has(room, 'instead') ? [words.someNotReal] : []
  const end = [words.termsTitle, ...termsOf(words, content.use, use, isolated(content.recipient.name))]
    .map(setIn)
    .join('\n')
  const removal = [words.removal, ...words.removalWords, `${words.removalHow} ${setIn(reference)}`].join('\n')
  return `${[...head, ...author, ...about, told, ...content.passages.map((passage) => passageText(room, passage)), ...notes, end, removal].join('\n\n')}\n`
}
