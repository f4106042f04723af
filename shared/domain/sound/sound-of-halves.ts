// Where a passage is split, its halves' times are a guess: what was silent as long as it was whole stays so.
import type { Range, Redaction } from '../marks/marks.ts'
import { timeOf } from './silences.ts'
import type { Passage, Transcript } from '../story.ts'
import type { Lineage } from '../writing/writing.ts'

/** The passage that stood before the splits of this change; undefined where it was none of theirs. */
function wholeOf(id: string, splits: ReadonlyMap<string, string>, before: ReadonlyMap<string, Passage>) {
  let at = id
  const seen = new Set<string>()
  for (let from = splits.get(at); from !== undefined && !before.has(at) && !seen.has(at); from = splits.get(at)) {
    seen.add(at)
    at = from
  }
  return before.get(at)
}

/**
 * The redactions, where a range on a half that says no time of its own, and whose words have none, is over the whole
 * stretch that it was over before. Somebody can say then where it is.
 */
export function silentAsBefore(
  before: Transcript,
  after: Transcript,
  lineage: readonly Lineage[],
  redactions: readonly Redaction[],
): readonly Redaction[] {
  const splits = new Map(lineage.flatMap(({ kind, passage, other }) => (kind === 'split' ? [[other, passage]] : [])))
  if (splits.size === 0) return redactions
  const parted = new Set([...splits.keys(), ...splits.values()])
  const was = new Map(before.passages.map((passage) => [passage.id, passage]))
  const here = new Map(after.passages.map((passage) => [passage.id, passage]))
  const held = (range: Range): Range => {
    const half = here.get(range.passage)
    const whole = parted.has(range.passage) ? wholeOf(range.passage, splits, was) : undefined
    if (half === undefined || whole?.startMs == null || whole.endMs === null) return range
    if (timeOf(range, { ...half, startMs: null, endMs: null }) !== null || half.recording !== whole.recording)
      return range
    const same = half.startMs === whole.startMs && half.endMs === whole.endMs
    return same ? range : { ...range, startMs: whole.startMs, endMs: whole.endMs }
  }
  return redactions.map((redaction) => {
    const ranges = redaction.ranges.map(held)
    return ranges.some((range, at) => range !== redaction.ranges[at]) ? { ...redaction, ranges } : redaction
  })
}
