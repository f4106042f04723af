// Many small readings one after another, taken from pages that are read at one go.
import type { RandomAccess } from './index.ts'

const page = 256 * 1024

export function paged(access: RandomAccess): RandomAccess {
  let from = 0
  let held: Uint8Array = new Uint8Array()
  return {
    size: access.size,
    async read(start, end) {
      if (end - start > page) return access.read(start, end)
      if (start < from || end > from + held.length) {
        held = await access.read(start, Math.min(start + page, access.size))
        from = start
      }
      return held.subarray(start - from, end - from)
    },
  }
}
