// How FLAC keeps a block of samples: guessed by one of five fixed polynomials, and what the guess misses in Rice codes
// (RFC 9639, sections 9.2.5 and 9.2.7).
import type { BitsOut } from './flac-bits.ts'

export interface Guess {
  /** 0 to 4: of how many samples before it each one is guessed. */
  readonly order: number
  /** What each guess misses; the first `order` are the samples themselves. */
  readonly missed: Int32Array
}

/** The polynomial that misses least. */
export function guessed(samples: Int16Array): Guess {
  let current = Int32Array.from(samples)
  let best: Guess & { readonly sum: number } = { order: 0, missed: current, sum: sumFrom(current, 0) }
  for (let order = 1; order <= 4 && order < samples.length; order += 1) {
    const next = new Int32Array(current.length)
    next.set(samples.subarray(0, order))
    for (let at = order; at < next.length; at += 1) {
      const before = at === order ? differenceBefore(samples, order) : (current[at - 1] ?? 0)
      next[at] = (current[at] ?? 0) - before
    }
    const sum = sumFrom(next, order)
    if (sum < best.sum) best = { order, missed: next, sum }
    current = next
  }
  return best
}

/** The difference of order `order - 1` at the sample before the first that is guessed. */
function differenceBefore(samples: Int16Array, order: number): number {
  let row = [...samples.subarray(0, order)]
  while (row.length > 1) row = row.slice(1).map((value, at) => value - (row[at] ?? 0))
  return row[0] ?? 0
}

function sumFrom(values: Int32Array, from: number): number {
  let sum = 0
  for (let at = from; at < values.length; at += 1) sum += Math.abs(values[at] ?? 0)
  return sum
}

/** Negative and positive in turn: 0, -1, 1, -2, … */
const folded = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value)

const highestParameter = 14
const deepest = 5

function parameterFor(sum: number, count: number): { parameter: number; bits: number } {
  let best = { parameter: 0, bits: Infinity }
  for (let parameter = 0; parameter <= highestParameter; parameter += 1) {
    const bits = count * (parameter + 1) + Math.floor(sum / 2 ** parameter)
    if (bits < best.bits) best = { parameter, bits }
  }
  return best
}

/** How many halvings of the block, and the Rice parameter of each part, that are the shortest. */
function partsOf({ order, missed }: Guess): { depth: number; parameters: number[] } {
  let best = { depth: 0, parameters: [0], bits: Infinity }
  for (let depth = 0; depth <= deepest; depth += 1) {
    const length = missed.length / 2 ** depth
    if (!Number.isInteger(length) || length <= order) break
    const parameters: number[] = []
    let bits = 0
    for (let part = 0; part < 2 ** depth; part += 1) {
      const from = part === 0 ? order : part * length
      let sum = 0
      for (let at = from; at < (part + 1) * length; at += 1) sum += folded(missed[at] ?? 0)
      const found = parameterFor(sum, (part + 1) * length - from)
      parameters.push(found.parameter)
      bits += found.bits + 4
    }
    if (bits < best.bits) best = { depth, parameters, bits }
  }
  return best
}

export function putResidual(out: BitsOut, guess: Guess): void {
  const { order, missed } = guess
  const { depth, parameters } = partsOf(guess)
  const length = missed.length / 2 ** depth
  out.put(0, 2) // Rice codes with parameters of four bits
  out.put(depth, 4)
  for (const [part, parameter] of parameters.entries()) {
    out.put(parameter, 4)
    for (let at = part === 0 ? order : part * length; at < (part + 1) * length; at += 1) {
      const value = folded(missed[at] ?? 0)
      out.unary(value >>> parameter)
      if (parameter > 0) out.put(value, parameter)
    }
  }
}
