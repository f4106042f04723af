// The places that a new mark is to have, with where each is in the sound.
import type { Passage } from '../../../shared/domain/story.ts'
import { timesInSound } from './times-in-sound.ts'

export interface WordsAt {
  readonly passage: string
  readonly start: number
  readonly end: number
}

export interface PlaceToMark extends WordsAt {
  readonly text: string
  /** What stands in the passage before and after, for recognising the place. */
  readonly before: string
  readonly after: string
  readonly recording: string | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly exact: boolean
}

const around = 36

export function placeToMark(passage: Passage, { start, end }: WordsAt): PlaceToMark {
  const { text } = passage
  return {
    passage: passage.id,
    start,
    end,
    text: text.slice(start, end),
    before: `${start > around ? '…' : ''}${text.slice(Math.max(0, start - around), start)}`,
    after: `${text.slice(end, end + around)}${end + around < text.length ? '…' : ''}`,
    recording: passage.recording,
    ...timesInSound(passage, start, end),
  }
}

/** As the archive takes it. */
export function asSpan({ passage, start, end, startMs, endMs }: PlaceToMark): {
  passage: string
  start: number
  end: number
  startMs: number | null
  endMs: number | null
} {
  return { passage, start, end, startMs, endMs }
}
