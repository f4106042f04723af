// The numbers that WebM and Matroska write their elements with (RFC 8794).
import type { Bytes } from './bytes.ts'

export interface EbmlNumber {
  /** Infinity for a size that is not known. */
  readonly value: number
  /** How many bytes it takes. */
  readonly width: number
}

/** An id keeps the bit that marks its width, a size does not. Null where there is none. */
export function ebmlNumber({ bytes }: Bytes, at: number, isSize: boolean): EbmlNumber | null {
  const first = bytes[at] ?? 0
  const width = Math.clz32(first) - 23
  if (first === 0 || at + width > bytes.length) return null
  let value = isSize ? first & (0xff >> width) : first
  let isUnknown = isSize && value === 0xff >> width
  for (let place = 1; place < width; place++) {
    isUnknown &&= bytes[at + place] === 0xff
    value = value * 256 + (bytes[at + place] ?? 0)
  }
  return { value: isUnknown ? Number.POSITIVE_INFINITY : value, width }
}
