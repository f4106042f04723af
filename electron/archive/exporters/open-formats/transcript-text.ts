// Her story as plain text: who speaks, then what was said, set in so that no words can pass for somebody else's line.
import { setIn } from '../reading-room/transcript-text.ts'
import { wordsOf, type HerStory } from './her-story.ts'
import type { OpenWords } from './words.ts'

/** UTF-8 text, lines end with LF. */
export function transcriptText(hers: HerStory, words: OpenWords): string {
  const { testimony, narrator, speakers, turns, passages } = hers.story
  const speakerOf = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const headings = new Map(hers.sections.map(({ passage, heading }) => [passage, heading]))
  const title = setIn(testimony.title) + (testimony.titleBy === 'archivist' ? ` (${words.workingTitle})` : '')
  const parts = [title, `${words.toldBy} ${setIn(narrator.name)}`]
  const turnOf = new Map(turns.map((turn) => [turn.id, turn]))
  let spoke = ''
  for (const passage of passages) {
    const heading = headings.get(passage.id)
    if (heading !== undefined) parts.push(`* ${setIn(heading)} *`)
    const speaker = speakerOf.get(turnOf.get(passage.turn)?.speaker ?? '')
    const name = speaker === undefined ? words.roles.other : setIn(speaker.name) || words.roles[speaker.role]
    const said = `  ${setIn(wordsOf(hers, passage) ?? `[${words.sealed}]`)}`
    parts.push(passage.turn === spoke && heading === undefined ? said : `${name}:\n${said}`)
    spoke = passage.turn
  }
  return `${parts.join('\n\n')}\n`
}
