// What was said to be kept, against what is there: every value must be the one that was kept last, or the one that was
// under way when it ended.
import { workNames, type WorkName } from './mixed-work.ts'

/** A line of what a worker says. */
export interface SaidOfWork {
  readonly looked?: Readonly<Partial<Record<WorkName, string>>>
  /** What is wrong with what it found. */
  readonly wrong?: readonly string[]
  readonly tries?: readonly [WorkName, string]
  readonly kept?: readonly [WorkName, string]
  /** It failed with this code; it may be there or not. */
  readonly failed?: readonly [WorkName, string]
  /** The archive was said to be made. */
  readonly made?: boolean
  readonly broken?: string
  readonly done?: boolean
}

export class Claims {
  readonly #allowed = new Map<WorkName, Set<string>>()
  /** How often something was said to be kept. */
  kept = 0

  /** Takes a line of a worker's; gives what was lost, where it looked. */
  hear({ looked, tries, kept }: SaidOfWork): string[] {
    if (tries !== undefined) this.#of(tries[0]).add(tries[1])
    if (kept !== undefined) {
      this.#allowed.set(kept[0], new Set([kept[1]]))
      this.kept += 1
    }
    if (looked === undefined) return []
    const lost = this.lost(looked)
    for (const name of workNames) if (looked[name] !== undefined) this.#allowed.set(name, new Set([looked[name]]))
    return lost
  }

  /** What is lost where this is there. Of what was never said nothing is. */
  lost(looked: NonNullable<SaidOfWork['looked']>): string[] {
    const lost: string[] = []
    for (const name of workNames) {
      const allowed = this.#allowed.get(name)
      const there = looked[name]
      if (there === undefined) continue
      // A backup is named when it is there: one under way may be the newest by now, and is looked at by itself.
      const isUnknown = name === 'backUp' && allowed?.has('another') === true && there !== ''
      if (allowed !== undefined && !allowed.has(there) && !isUnknown)
        lost.push(`${name} is ${there || 'nothing'}, and ${[...allowed].join(' or ') || 'nothing'} was kept`)
    }
    return lost
  }

  #of(name: WorkName): Set<string> {
    const known = this.#allowed.get(name) ?? new Set<string>()
    this.#allowed.set(name, known)
    return known
  }
}
