// Random excerpts against the slow gate, another ten thousand each time.
import { compareGates } from '../domain/excerpts-at-random.ts'

export interface GatesCompared {
  readonly first: number
  /** Seeds at which the two did not agree, and how. */
  readonly wrong: ReadonlyMap<number, string>
  /** How many a gate that knows of no ties let go that must stay. */
  readonly unnoticedTies: number
}

export function gatesThatDiffer(count: number): GatesCompared {
  const first = Date.now() % 1_000_000_000
  const { leaked, heldTooMuch } = compareGates(count, first)
  const untied = compareGates(count / 10, first, (question) => ({
    ...question,
    marks: { ...question.marks, ties: [] },
  }))
  return {
    first,
    wrong: new Map([
      ...leaked.map((seed) => [seed, 'left, and must stay'] as const),
      ...heldTooMuch.map((seed) => [seed, 'held, and may leave'] as const),
    ]),
    unnoticedTies: untied.leaked.length,
  }
}
