// Which passages belong together when two sides have worked on a story: those that one side split or joined since.
import type { Lineage, TurnOrder } from '../writing/writing.ts'

const signOf = ({ kind, passage, other, at }: Lineage) => `${kind} ${passage} ${other} ${at}`

/** What came about on a side since `before`. */
export function lineageSince<L extends Lineage>(lineage: readonly L[], before: readonly Lineage[]): L[] {
  const known = new Set(before.map(signOf))
  return lineage.filter((one) => !known.has(signOf(one)))
}

/** For each passage the name of its part: a passage alone, or all that were split from or joined with one another. */
export class Parts {
  readonly #parents = new Map<string, string>()

  constructor(lineage: readonly Lineage[]) {
    for (const { passage, other } of lineage) {
      const [a, b] = [this.of(passage), this.of(other)]
      if (a !== b) this.#parents.set(a < b ? b : a, a < b ? a : b)
    }
  }

  of(passage: string): string {
    let at = passage
    for (let parent = this.#parents.get(at); parent !== undefined; parent = this.#parents.get(at)) at = parent
    return at
  }
}

export const passagesIn = (order: readonly TurnOrder[]): string[] => order.flatMap(({ passages }) => [...passages])

/** An order by parts, without those that are not in `common`: what is the same where only words were split or joined. */
export function orderOfParts(order: readonly TurnOrder[], parts: Parts, common: ReadonlySet<string>): string {
  const seen = new Set<string>()
  const turns = order.flatMap(({ id, speaker, passages }) => {
    const fresh = passages.map((passage) => parts.of(passage)).filter((part) => common.has(part) && !seen.has(part))
    if (fresh.length === 0) return []
    const own = [...new Set(fresh)]
    for (const part of own) seen.add(part)
    return [`${id} ${speaker}: ${own.join(' ')}`]
  })
  return turns.join('\n')
}

interface Placed {
  readonly passage: string
  turn: number
}

/**
 * The order of `frame` with each part's passages as `resolved` has them; parts that only `other` has stand after what
 * they stand after there. `isFrames`: the part is as in the frame, so that its passages keep their places.
 */
export function mergeOrders(
  frame: readonly TurnOrder[],
  other: readonly TurnOrder[],
  parts: Parts,
  resolved: ReadonlyMap<string, readonly string[]>,
  isFrames: (part: string) => boolean,
): TurnOrder[] {
  const placed: Placed[] = []
  const done = new Set<string>()
  const put = (at: number, part: string, turn: number): void => {
    done.add(part)
    placed.splice(at, 0, ...(resolved.get(part) ?? []).map((passage) => ({ passage, turn })))
  }
  for (const [turn, { passages }] of frame.entries()) {
    for (const passage of passages) {
      const part = parts.of(passage)
      if (isFrames(part)) placed.push({ passage, turn })
      else if (!done.has(part)) put(placed.length, part, turn)
    }
  }
  const inFrame = new Set(passagesIn(frame).map((passage) => parts.of(passage)))
  let before: string | null = null
  for (const passage of passagesIn(other)) {
    const part = parts.of(passage)
    if (!inFrame.has(part) && !done.has(part)) {
      const after = placed.findLastIndex((one) => before !== null && parts.of(one.passage) === before)
      put(after + 1, part, placed[after]?.turn ?? 0)
    }
    if (placed.some((one) => parts.of(one.passage) === part)) before = part
  }
  return frame.flatMap(({ id, speaker }, turn) => {
    const passages = placed.filter((one) => one.turn === turn).map(({ passage: own }) => own)
    return passages.length === 0 ? [] : [{ id, speaker, passages }]
  })
}
