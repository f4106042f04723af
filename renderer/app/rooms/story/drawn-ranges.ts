// What lies in one recording of a story, for drawing it over its waveform.
import type { Label, Marks } from '../../../../shared/domain/marks/marks.ts'
import { isHiddenFrom, type Reach } from '../../../../shared/domain/reach.ts'
import { silencesFor, timeOf } from '../../../../shared/domain/sound/silences.ts'
import type { Passage, Story } from '../../../../shared/domain/story.ts'
import type { DrawnRanges, Missing, Stretch } from '../../../features/story/drawn-sound.ts'

/** Labels that she refused, or that wait for her, are not drawn for anybody else. */
const isShownTo = ({ stance, assertedBy }: Label, reach: Reach | null): boolean =>
  reach === null ||
  reach === 'narrator' ||
  (stance === 'none' ? assertedBy === 'narrator' : stance !== 'notMine' && stance !== 'doNotShow')

/**
 * @param reach null for the whole story: then whatever falls silent for anyone at all is drawn as taken out
 */
export function drawnRanges(
  story: Story,
  marks: Marks,
  recording: string,
  reach: Reach | null,
  gaps: readonly Missing[],
): DrawnRanges {
  const passages = story.passages.filter((passage) => passage.recording === recording)
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const hidden = new Set(
    reach === null
      ? []
      : marks.redactions
          .filter((redaction) => isHiddenFrom(redaction.reach, reach))
          .flatMap(({ ranges }) => ranges.map(({ passage }) => passage)),
  )
  return {
    passages: passages.flatMap((passage, at) => stretchOf(passage, passages[at + 1])),
    labels: marks.labels
      .filter((label) => isShownTo(label, reach))
      .flatMap(({ colour, ranges }) =>
        ranges.flatMap((range) => {
          const passage = byId.get(range.passage)
          if (passage === undefined || range.unresolved || hidden.has(range.passage)) return []
          const time = timeOf(range, passage)
          return time === null ? [] : [{ ...time, colour }]
        }),
      ),
    takenOut: silencesFor(story, marks, reach ?? 'anyone').byRecording.get(recording) ?? [],
    gaps,
  }
}

function stretchOf({ startMs, endMs }: Passage, next: Passage | undefined): Stretch[] {
  if (startMs === null) return []
  const until = endMs ?? next?.startMs ?? null
  return until === null || until <= startMs ? [] : [{ startMs, endMs: until }]
}
