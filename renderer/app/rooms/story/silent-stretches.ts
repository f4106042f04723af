// Where in a recording nothing is heard, because it is taken out.
import type { Range } from '../../../../shared/domain/marks/marks.ts'
import type { Passage } from '../../../../shared/domain/story.ts'

/** Stretches in milliseconds of the recording with the id `recording`. */
export function silentStretches(
  ranges: readonly Range[],
  passages: readonly Passage[],
  recording: string | null,
): readonly { startMs: number; endMs: number }[] {
  const heardIn = new Map(passages.map((passage) => [passage.id, passage.recording]))
  return ranges.flatMap(({ passage, startMs, endMs }) =>
    startMs !== null && endMs !== null && heardIn.get(passage) === recording ? [{ startMs, endMs }] : [],
  )
}
