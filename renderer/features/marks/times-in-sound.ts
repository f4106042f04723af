// Where chosen words are in the sound: by the word when the transcript knows, else as long as their passage lasts.
import type { Passage } from '../../../shared/domain/story.ts'

export interface InSound {
  /** Milliseconds from the recording's start; null where nothing is known. */
  readonly startMs: number | null
  readonly endMs: number | null
  /** By the words' own times; else it is the whole passage's, so that too much falls silent rather than too little. */
  readonly exact: boolean
}

/** Exact only when every letter that is not a space or a sign lies in a word whose time is known. */
export function timesInSound(
  passage: Pick<Passage, 'text' | 'wordTimes' | 'startMs' | 'endMs'>,
  start: number,
  end: number,
): InSound {
  const words = passage.wordTimes.filter((word) => word.start < end && word.end > start)
  let unknown = passage.text.slice(start, end).split('')
  for (const word of words) {
    unknown = unknown.map((letter, index) => (word.start <= start + index && start + index < word.end ? ' ' : letter))
  }
  if (words.length > 0 && !/[\p{L}\p{N}]/u.test(unknown.join(''))) {
    return {
      startMs: Math.min(...words.map((word) => word.startMs)),
      endMs: Math.max(...words.map((word) => word.endMs)),
      exact: true,
    }
  }
  return { startMs: passage.startMs, endMs: passage.endMs, exact: false }
}
