// Which passage sounds at a moment, and where a word or a passage is in the sound.
import type { Passage } from '../../../shared/domain/story.ts'

type Timed = Pick<Passage, 'id' | 'recording' | 'startMs' | 'endMs'>

/** The id of the passage that sounds in `recording` at `ms`; null between passages and where no times are known. */
export function soundingPassage(passages: readonly Timed[], recording: string | null, ms: number): string | null {
  let found: Timed | null = null
  for (const passage of passages) {
    if (passage.recording !== recording || passage.startMs === null || passage.startMs > ms) continue
    if (found === null || passage.startMs >= (found.startMs ?? 0)) found = passage
  }
  if (found === null || (found.endMs !== null && ms >= found.endMs)) return null
  return found.id
}

/** Milliseconds at which the word at `offset` begins, else its passage; null where neither is known. */
export function startOfWord(passage: Pick<Passage, 'wordTimes' | 'startMs'>, offset: number): number | null {
  const word = passage.wordTimes.find(({ start, end }) => start <= offset && offset < end)
  return word?.startMs ?? passage.startMs
}
