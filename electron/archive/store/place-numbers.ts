// Which row numbers an order gets so that as few rows as possible must be written anew: between two there is room.
import { longestRising } from '../../../shared/domain/writing/longest-rising.ts'

/** How far apart rows are put where there is room, so that what comes between them later needs no other to move. */
const roomBetween = 16

/** Steps between rows that are written one after another into an empty space of `size` numbers. */
export function stepFor(count: number, size: number): number {
  return Math.max(1, Math.min(roomBetween, Math.floor(size / (count + 1))))
}

/**
 * A number from 0 to `size` - 1 for each id, rising in their order; ids that have one keep it unless they have moved, or
 * must make room.
 *
 * @param kept the numbers that ids have now
 */
export function placeNumbers(
  ids: readonly string[],
  kept: ReadonlyMap<string, number>,
  size: number,
): Map<string, number> {
  const numbers: (number | null)[] = ids.map(() => null)
  for (const at of longestRising(ids.map((id) => kept.get(id) ?? null))) numbers[at] = kept.get(ids[at] ?? '') ?? null
  let at = 0
  while (at < ids.length) {
    if (numbers[at] !== null) {
      at += 1
      continue
    }
    at = fill(numbers, at, size)
  }
  return new Map(ids.map((id, index) => [id, numbers[index] ?? 0]))
}

/** Numbers the run without numbers that begins at `first`, taking in neighbours until there is room; gives its end. */
function fill(numbers: (number | null)[], first: number, size: number): number {
  let from = first
  let until = first
  let widened = false
  while (until < numbers.length && numbers[until] === null) until += 1
  for (;;) {
    const low = from === 0 ? -1 : (numbers[from - 1] ?? -1)
    const high = until === numbers.length ? size : (numbers[until] ?? size)
    const count = until - from
    const step = Math.min(roomBetween, Math.floor((high - low) / (count + 1)))
    const everything = from === 0 && until === numbers.length
    // Where others had to move, room is made for the next ones too, if there is any to be had.
    const wanted = widened && !everything ? 2 : 1
    if (step >= wanted) {
      for (let at = from; at < until; at += 1) numbers[at] = low + step * (at - from + 1)
      return until
    }
    if (everything) throw new Error('more rows than there are numbers')
    // Twice as many each time, to the end first, where the room is.
    widened = true
    const more = Math.max(1, until - from)
    if (until < numbers.length) until = Math.min(numbers.length, until + more)
    else from = Math.max(0, from - more)
    while (until < numbers.length && numbers[until] === null) until += 1
    while (from > 0 && numbers[from - 1] === null) from -= 1
  }
}
