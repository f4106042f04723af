// Single byte ranges as RFC 9110 section 14 has them.

export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'outside' }

/**
 * Reads a Range header for something of `size` bytes; `end` is exclusive. What is not one well-formed byte range is
 * ignored (the whole is given), as section 14.2 allows; a range that begins behind the end is `outside` (416).
 */
export function readByteRange(header: string | null, size: number): ByteRange {
  const match = header === null ? null : /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header.trim())
  if (match === null) return { kind: 'whole' }
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return { kind: 'whole' }
  if (first === '') {
    const length = Number(last)
    return length === 0 || size === 0
      ? { kind: 'outside' }
      : { kind: 'part', start: Math.max(0, size - length), end: size }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return { kind: 'whole' }
  if (start >= size) return { kind: 'outside' }
  return { kind: 'part', start, end: last === '' ? size : Math.min(size, Number(last) + 1) }
}
