// Where the sound must be replaced for a reach: at least 100 ms beyond what was taken out, on a fixed grid.
import type { Marks, Range, SoundStretch } from '../marks/marks.ts'
import { isHiddenFrom, type Reach } from '../reach.ts'
import type { Passage, Story } from '../story.ts'

/** Milliseconds in one recording. */
export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

/** What is heard fades out before a silence and in again after it, for so long. NOTE: outside it, for inside there is nothing. */
export const fadeMs = 10
// At least 100 ms beyond the word, whatever stands beside it: sounds run into one another, and a neighbour tells the word.
// NOTE: 10 ms more, so that the 100 hold where decoders and resamplers place a sound a little aside.
const marginMs = 100 + 10
// NOTE: edges lie on a grid, so that the length of a silence does not tell the length of a name to the millisecond. 50 ms is
// about the shortest speech sound: finer would tell more, coarser would take her other words.
const gridMs = 50

/** What is silent where sound from `startMs` to `endMs` is to go. */
export function widened(startMs: number, endMs: number): Stretch {
  return {
    startMs: Math.max(0, Math.floor((startMs - marginMs) / gridMs) * gridMs),
    endMs: Math.ceil((endMs + marginMs) / gridMs) * gridMs,
  }
}

/** Where a range is in its passage's sound: as said by hand, by its words' times, else the whole passage; null when unknown. */
export function timeOf(range: Range, passage: Passage): Stretch | null {
  if (range.startMs !== null && range.endMs !== null) return { startMs: range.startMs, endMs: range.endMs }
  const words = passage.wordTimes.filter((word) => word.start < range.end && word.end > range.start)
  const first = words[0]
  const last = words.at(-1)
  const wordsReach = first !== undefined && last !== undefined && first.start <= range.start && last.end >= range.end
  if (wordsReach)
    return { startMs: Math.min(...words.map((w) => w.startMs)), endMs: Math.max(...words.map((w) => w.endMs)) }
  if (passage.startMs !== null && passage.endMs !== null) return { startMs: passage.startMs, endMs: passage.endMs }
  return null
}

/** Whether a stretch of sound that is taken out by itself makes anything of a passage's own sound silent. */
export function silences(stretch: SoundStretch, { recording, startMs, endMs }: Omit<Passage, 'turn'>): boolean {
  if (stretch.recording !== recording || startMs === null) return false
  const silent = widened(stretch.startMs, stretch.endMs)
  return silent.endMs > startMs && (endMs === null || silent.startMs < endMs)
}

/** Stretches that touch or overlap become one. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const inOrder = [...stretches].sort((a, b) => a.startMs - b.startMs)
  const result: Stretch[] = []
  for (const next of inOrder) {
    const last = result.at(-1)
    if (last !== undefined && next.startMs <= last.endMs) {
      result[result.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, next.endMs) }
    } else {
      result.push(next)
    }
  }
  return result
}

/**
 * What must be silent for a reach, by recording, and the redactions (or seals) whose place in the sound nobody has said.
 * A sealed passage is silent for everybody but her, as long as it is.
 */
export function silencesFor(
  story: Story,
  marks: Marks,
  reach: Reach,
): {
  readonly byRecording: ReadonlyMap<string, Stretch[]>
  readonly unknown: readonly { passage: string; redaction: string }[]
} {
  const passages = new Map(story.passages.map((passage) => [passage.id, passage]))
  const found = new Map<string, Stretch[]>()
  const unknown: { passage: string; redaction: string }[] = []
  for (const redaction of marks.redactions) {
    if (!isHiddenFrom(redaction.reach, reach)) continue
    for (const { recording, startMs, endMs } of redaction.stretches ?? [])
      found.set(recording, [...(found.get(recording) ?? []), widened(startMs, endMs)])
    for (const range of redaction.ranges) {
      const passage = passages.get(range.passage)
      if (passage === undefined || story.recordings.length === 0) continue
      const time = passage.recording === null ? null : timeOf(range, passage)
      if (time === null || passage.recording === null) {
        unknown.push({ passage: range.passage, redaction: redaction.id })
        continue
      }
      const { startMs, endMs } = passage
      const stretches = [widened(time.startMs, time.endMs)]
      if (startMs !== null && endMs !== null) {
        // NOTE: a time outside its passage was said before the passage was moved, or is a slip: it cannot be relied on.
        const outside = time.startMs >= endMs || time.endMs <= startMs
        if (outside || redaction.thing === 'voice' || redaction.thing === 'passage')
          stretches.push(widened(startMs, endMs))
      }
      found.set(passage.recording, [...(found.get(passage.recording) ?? []), ...stretches])
    }
  }
  for (const { id, passage: sealed } of reach === 'narrator' ? [] : marks.seals) {
    const passage = passages.get(sealed)
    if (passage === undefined || story.recordings.length === 0) continue
    const { recording, startMs, endMs } = passage
    if (recording === null || startMs === null || endMs === null) unknown.push({ passage: sealed, redaction: id })
    else found.set(recording, [...(found.get(recording) ?? []), widened(startMs, endMs)])
  }
  return { byRecording: new Map([...found].map(([recording, stretches]) => [recording, merged(stretches)])), unknown }
}
