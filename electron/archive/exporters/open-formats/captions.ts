// The words with their times in one recording, as WebVTT captions after W3C CR 2019.
import type { Passage } from '../../../../shared/domain/story.ts'
import { cueText, cueTime } from '../reading-room/captions.ts'
import { wordsOf, type HerStory } from './her-story.ts'
import type { OpenWords } from './words.ts'

interface Timed extends Passage {
  readonly startMs: number
}

const isTimed = (passage: Passage): passage is Timed => passage.startMs !== null

/** One cue for each passage with a time in `recording` (null: times without a recording), by their beginning; null for none. */
export function captionsOf(hers: HerStory, recording: string | null, words: OpenWords): string | null {
  const { speakers, turns } = hers.story
  const speakerOf = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const turnOf = new Map(turns.map((turn) => [turn.id, turn.speaker]))
  const timed = hers.story.passages
    .filter((passage) => passage.recording === recording)
    .filter(isTimed)
    .toSorted((a, b) => a.startMs - b.startMs)
  const cues = timed.flatMap((passage, at) => {
    const said = cueText(wordsOf(hers, passage) ?? `[${words.sealed}]`)
    // A cue must end after it begins, to the millisecond that is written.
    const end = Math.max(passage.endMs ?? timed[at + 1]?.startMs ?? passage.startMs + 5_000, passage.startMs + 1)
    const speaker = speakerOf.get(turnOf.get(passage.turn) ?? '')
    const name = cueText(speaker?.name ?? '').replaceAll('\n', ' ') || words.roles[speaker?.role ?? 'other']
    return said === '' ? [] : [`${cueTime(passage.startMs)} --> ${cueTime(end)}\n<v ${name}>${said}`]
  })
  return cues.length === 0 ? null : `${['WEBVTT', ...cues].join('\n\n')}\n`
}
