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
  // The mean of what is missed tells the best within one.
  const near = sum <= count ? 0 : Math.floor(Math.log2(sum / count))
  let best = { parameter: 0, bits: Infinity }
  for (let parameter = Math.max(0, near - 1); parameter <= Math.min(highestParameter, near + 1); parameter += 1) {
    const bits = count * (parameter + 1) + Math.floor(sum / 2 ** parameter)
    if (bits < best.bits) best = { parameter, bits }
  }
  return best.bits === Infinity ? { parameter: highestParameter, bits: sum } : best
}

/** How often a block can be halved into parts that are longer than what is guessed from. */
function deepestFor(length: number, order: number): number {
  let depth = 0
  while (depth < deepest && length % 2 ** (depth + 1) === 0 && length / 2 ** (depth + 1) > order) depth += 1
  return depth
}

/** How many halvings of the block, and the Rice parameter of each part, that are the shortest. */
function partsOf({ order, missed }: Guess): { depth: number; parameters: number[] } {
  let best = { depth: 0, parameters: [0], bits: Infinity }
  const lowest = deepestFor(missed.length, order)
  const shortest = missed.length / 2 ** lowest
  let sums = Array.from({ length: 2 ** lowest }, (_, part) => {
    let sum = 0
    for (let at = part === 0 ? order : part * shortest; at < (part + 1) * shortest; at += 1)
      sum += folded(missed[at] ?? 0)
    return sum
  })
  for (let depth = lowest; depth >= 0; depth -= 1) {
    const length = missed.length / 2 ** depth
    const found = sums.map((sum, part) => parameterFor(sum, part === 0 ? length - order : length))
    const bits = found.reduce((all, part) => all + part.bits + 4, 0)
    if (bits < best.bits) best = { depth, parameters: found.map(({ parameter }) => parameter), bits }
    const finer = sums
    sums = Array.from({ length: finer.length / 2 }, (_, part) => (finer[2 * part] ?? 0) + (finer[2 * part + 1] ?? 0))
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
