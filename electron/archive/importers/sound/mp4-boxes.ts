// The boxes within a box of MP4 that is held whole.
import type { Bytes } from './bytes.ts'

export interface Box {
  readonly name: string
  /** Its content, as far as it is there. */
  readonly start: number
  readonly end: number
}

const mostBoxes = 10_000

/** The boxes from `start` to `end`, one after another; what does not fit ends them. */
export function boxesIn({ view, name }: Bytes, start: number, end: number): Box[] {
  const boxes: Box[] = []
  let at = start
  while (at + 8 <= end && boxes.length < mostBoxes) {
    const said = view.getUint32(at)
    const isWide = said === 1 && at + 16 <= end
    const length = isWide ? Number(view.getBigUint64(at + 8)) : said === 0 ? end - at : said
    const from = at + (isWide ? 16 : 8)
    if (length < from - at) break
    boxes.push({ name: name(at + 4, 4), start: from, end: Math.min(at + length, end) })
    at += length
  }
  return boxes
}

/** The first box that a way of names leads to; null where there is none. */
export function inside(bytes: Bytes, box: Box, way: readonly string[]): Box | null {
  let found: Box = box
  for (const name of way) {
    const next = boxesIn(bytes, found.start, found.end).find((one) => one.name === name)
    if (next === undefined) return null
    found = next
  }
  return found
}
