// The name that is proposed for a folder or a file.

/** NOTE: a mark of direction is not seen, and does not belong into a folder's name. */
export function proposedName(words: string): string {
  return words.replace(/\p{Cf}/gu, '')
}

/** ISO 8601, by the clock on the wall. */
export function today(): string {
  const now = new Date()
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
