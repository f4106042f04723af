// What is silent for a reach in each recording of a story. What was saved of a damaged recording says the same as that one: what
// is taken out of either, or sealed in it, is silent in both.
import type { Reach } from '../../../shared/domain/reach.ts'
import { merged, silencesFor, type Stretch } from '../../../shared/domain/sound/silences.ts'
import type { Story } from '../../../shared/domain/story.ts'
import type { Session } from '../session.ts'
import { readMarks } from '../store/marks.ts'
import { damagedFirst } from '../store/repairs.ts'

export function silencesHere({ database }: Session, story: Story, reach: Reach) {
  const { byRecording, unknown } = silencesFor(story, readMarks(database, story.testimony.id), reach)
  const first = damagedFirst(database)
  const together = new Map<string, Stretch[]>()
  for (const [recording, stretches] of byRecording)
    together.set(first(recording), [...(together.get(first(recording)) ?? []), ...stretches])
  const here = new Map(story.recordings.map(({ id }) => [id, merged(together.get(first(id)) ?? [])]))
  return { byRecording: here as ReadonlyMap<string, Stretch[]>, unknown }
}
