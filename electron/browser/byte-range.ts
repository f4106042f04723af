// Which bytes a Range header asks for, after RFC 9110 section 14: one range is answered, several are answered whole.

/** `end` is not included. `whole`: answer with everything; `outside`: nothing of what was asked exists (416). */
export type AskedBytes = { readonly start: number; readonly end: number } | 'whole' | 'outside'

/** `header` as it was sent; `size` in bytes. What is not a range by the standard's grammar is as if it were not there. */
export function askedBytes(header: string | undefined, size: number): AskedBytes {
  const match = /^bytes=[ \t]*(\d{0,16})-(\d{0,16})[ \t]*$/i.exec(header ?? '')
  if (match === null) return 'whole'
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'outside' : { start: size - length, end: size }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return 'whole'
  if (start >= size) return 'outside'
  return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) }
}
