// The way through a story, one passage at a time: her own words are the steps, what others asked stands before them.
import type { Passage, Story } from '../../../shared/domain/story.ts'

type Told = Pick<Story, 'speakers' | 'turns' | 'passages'>

export interface Walk {
  /** The passages that she goes through, in the order in which they were told. */
  readonly steps: readonly Passage[]
  /** What was said by others just before a passage, in order. */
  readonly before: ReadonlyMap<string, readonly Passage[]>
  readonly roleOf: (passage: Passage) => 'narrator' | 'interviewer' | 'other'
  readonly speakerOf: (passage: Passage) => string
}

/** A story in which nobody is said to be the narrator is hers all the same: every passage is a step then. */
export function walkOf({ speakers, turns, passages }: Told): Walk {
  const speakerOfTurn = new Map(turns.map(({ id, speaker }) => [id, speakers.find((one) => one.id === speaker)]))
  const roleOf = ({ turn }: Passage): 'narrator' | 'interviewer' | 'other' =>
    speakerOfTurn.get(turn)?.role ?? 'narrator'
  const hers = passages.filter((passage) => roleOf(passage) === 'narrator')
  const steps = hers.length > 0 ? hers : passages
  const isStep = new Set(steps.map(({ id }) => id))
  const before = new Map<string, Passage[]>()
  let waiting: Passage[] = []
  for (const passage of passages) {
    if (isStep.has(passage.id)) {
      before.set(passage.id, waiting)
      waiting = []
    } else waiting.push(passage)
  }
  return { steps, before, roleOf, speakerOf: ({ turn }) => speakerOfTurn.get(turn)?.name ?? '' }
}

/** The step after or before `from`, which may itself be no step; null at the end. */
export function stepFrom(
  passages: readonly Passage[],
  steps: readonly Passage[],
  from: string,
  way: 1 | -1,
): string | null {
  const place = new Map(passages.map(({ id }, index) => [id, index]))
  const here = place.get(from) ?? -1
  const ordered = way === 1 ? steps : steps.toReversed()
  const next = ordered.find(({ id }) => {
    const at = place.get(id) ?? -1
    return way === 1 ? at > here : at < here
  })
  return next?.id ?? null
}

/** Where she goes on: where she was, else the first passage that she has not looked at, else the first. */
export function whereToBegin(
  steps: readonly Passage[],
  passages: readonly Passage[],
  last: string | null,
): string | null {
  if (last !== null && passages.some(({ id }) => id === last)) return last
  return steps[0]?.id ?? passages[0]?.id ?? null
}
