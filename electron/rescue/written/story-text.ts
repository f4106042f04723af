// A story as plain text and as captions: who speaks, then what was said, and what cannot be read said in its place.
import { cueText, cueTime } from '../../archive/exporters/reading-room/captions.ts'
import { setIn } from '../../archive/exporters/reading-room/transcript-text.ts'
import type { Telling, ToldPassage } from '../telling.ts'
import type { RescueWords } from '../words/words.ts'

/** UTF-8, lines end with LF. A blank line between passages; what somebody said is set in by two spaces. */
export function storyText(story: Telling, words: RescueWords): string {
  const parts = [setIn(titleOf(story, words)), `${words.toldBy} ${setIn(story.narrator || words.unknown)}`]
  if (story.isIncomplete) parts.push(`[${words.storyIncomplete}]`)
  let turn: number | null = null
  for (const passage of story.passages) {
    if (passage.heading !== null) parts.push(`* ${setIn(passage.heading)} *`)
    const said = `  ${setIn(passage.text ?? `[${words.sealed}]`)}`
    const isNew = passage.turn === null || passage.turn !== turn || passage.heading !== null
    parts.push(isNew ? `${setIn(speakerOf(passage, words))}:\n${said}` : said)
    turn = passage.turn
  }
  return `${parts.join('\n\n')}\n`
}

export function titleOf(story: Telling, words: RescueWords): string {
  const title = story.title || words.untitled
  return story.isWorkingTitle ? `${title} (${words.workingTitle})` : title
}

export const speakerOf = (passage: ToldPassage, words: RescueWords): string =>
  passage.speaker || words.roles[passage.role]

/** WebVTT (W3C CR 2019), a cue for each passage with a time in `recording`; null where there is none. */
export function storyCaptions(story: Telling, recording: string | null, words: RescueWords): string | null {
  const timed = story.passages
    .flatMap((passage) =>
      passage.recording === recording && passage.startMs !== null ? [{ passage, startMs: passage.startMs }] : [],
    )
    .toSorted((a, b) => a.startMs - b.startMs)
  const cues = timed.flatMap(({ passage, startMs }, at) => {
    const said = cueText(passage.text ?? `[${words.sealed}]`)
    const end = Math.max(passage.endMs ?? timed[at + 1]?.startMs ?? startMs + 5_000, startMs + 1)
    const name = cueText(speakerOf(passage, words)).replaceAll('\n', ' ')
    return said === '' ? [] : [`${cueTime(startMs)} --> ${cueTime(end)}\n<v ${name}>${said}`]
  })
  return cues.length === 0 ? null : `${['WEBVTT', ...cues].join('\n\n')}\n`
}
