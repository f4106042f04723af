// Where a sealed passage is heard says what of the recording is closed with it.
import type { Seal } from '../marks/marks.ts'
import type { Passage, Transcript } from '../story.ts'

const isHeardThere = (one: Passage, other: Passage): boolean =>
  one.recording === other.recording && one.startMs === other.startMs && one.endMs === other.endMs

/** Whether a sealed passage is heard elsewhere in `after`, or no longer, or for the first time. */
export function movesSealed(
  before: Pick<Transcript, 'passages'>,
  after: Pick<Transcript, 'passages'>,
  seals: readonly Seal[],
): boolean {
  if (seals.length === 0) return false
  const sealed = new Set(seals.map(({ passage }) => passage))
  const was = new Map(before.passages.map((passage) => [passage.id, passage]))
  return after.passages.some((passage) => {
    const own = sealed.has(passage.id) ? was.get(passage.id) : undefined
    return own !== undefined && !isHeardThere(own, passage)
  })
}
