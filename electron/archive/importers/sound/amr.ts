// AMR, as telephones record it (RFC 4867): frames of 20 ms, each saying its own size.
import { bytesAt, type Bytes } from './bytes.ts'
import { described } from './described.ts'
import type { RandomAccess } from './index.ts'

const narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]
const wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1]
const piece = 256 * 1024

export async function readAmr(access: RandomAccess, head: Bytes) {
  const isWide = head.name(0, 9) === '#!AMR-WB\n'
  const sizes = isWide ? wide : narrow
  let at = isWide ? 9 : 6
  let frames = 0
  let isWhole = true
  reading: while (at < access.size) {
    const { bytes } = await bytesAt(access, at, piece)
    let inside = 0
    while (inside < bytes.length) {
      const size = sizes[((bytes[inside] ?? 0) >> 3) & 15] ?? 0
      isWhole = size > 0 && at + inside + size <= access.size
      if (!isWhole) break reading
      inside += size
      frames += 1
    }
    at += inside
  }
  return described('amr', 'amr', frames * 0.02, 1, isWide ? 16_000 : 8_000, !isWhole)
}
