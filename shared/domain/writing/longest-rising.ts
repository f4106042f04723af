// Which items of a changed order may stay where they are, so that as few as possible count as moved.

/**
 * The places (indexes) of a longest strictly rising run in `numbers`, in order. `null` never belongs to it.
 * Patience sorting: n log n.
 */
export function longestRising(numbers: readonly (number | null)[]): number[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [at, number] of numbers.entries()) {
    if (number === null) continue
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = at
  }
  const rising: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rising.push(at)
  return rising.reverse()
}
