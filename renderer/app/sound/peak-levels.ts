// A waveform to be looked at from near and from far: each level has a quarter of the columns of the one before it.
import { loudnessOf, type Peaks } from '../../../shared/domain/sound/peaks.ts'

const step = 4
const coarsest = 500

export class PeakLevels {
  readonly durationMs: number
  /** How loud it is where it is loudest, 0 to 1. */
  readonly loudest: number
  readonly #levels: readonly Peaks[]

  constructor(peaks: Peaks) {
    const levels: Peaks[] = [peaks]
    for (let last = peaks; last.columns.length > coarsest;) {
      last = coarser(last)
      levels.push(last)
    }
    this.#levels = levels
    this.durationMs = peaks.columns.length * peaks.columnMs
    this.loudest = loudnessOf((levels.at(-1)?.columns ?? peaks.columns).reduce((most, one) => Math.max(most, one), 0))
  }

  /** How loud it is at its loudest between two moments, 0 to 1; 0 where there is nothing. */
  between(startMs: number, endMs: number): number {
    const span = endMs - startMs
    const level = this.#levels.findLast(({ columnMs }) => columnMs * 2 <= span) ?? this.#levels[0]
    if (level === undefined) return 0
    const { columnMs, columns } = level
    const first = Math.max(0, Math.floor(startMs / columnMs))
    const last = Math.min(columns.length, Math.max(first + 1, Math.ceil(endMs / columnMs)))
    let most = 0
    for (let column = first; column < last; column += 1) most = Math.max(most, columns[column] ?? 0)
    return loudnessOf(most)
  }
}

function coarser({ columnMs, columns }: Peaks): Peaks {
  const fewer = new Uint8Array(Math.ceil(columns.length / step))
  for (let at = 0; at < columns.length; at += 1) {
    const into = Math.floor(at / step)
    fewer[into] = Math.max(fewer[into] ?? 0, columns[at] ?? 0)
  }
  return { columnMs: columnMs * step, columns: fewer }
}
