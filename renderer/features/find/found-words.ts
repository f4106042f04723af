// Cuts a long passage to what lies around the first found words, and splits it where the found words begin and end.

export interface Stretch {
  readonly text: string
  readonly isFound: boolean
}

/** UTF-16 units shown before the first found word, and in all. */
const before = 90
const most = 320

const nextCut = (text: string, from: number): number => {
  for (let at = from; at < Math.min(text.length, from + 24); at += 1) if (/\s/u.test(text.charAt(at))) return at + 1
  return wholeCharacter(text, from)
}
const wholeCharacter = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

/**
 * @param found UTF-16 offsets into `text`, as the archive gives them; those that overlap or lie outside are mended
 */
export function foundWords(text: string, found: readonly (readonly [number, number])[]): readonly Stretch[] {
  const first = found[0]?.[0] ?? 0
  const start = text.length <= most || first <= before ? 0 : nextCut(text, first - before)
  const end = text.length - start <= most ? text.length : nextCut(text, start + most)
  const stretches: Stretch[] = start > 0 ? [{ text: '… ', isFound: false }] : []
  let at = start
  for (const [from, to] of [...found].sort((one, other) => one[0] - other[0])) {
    const begin = Math.max(from, at)
    const stop = Math.min(to, end)
    if (begin >= stop) continue
    if (begin > at) stretches.push({ text: text.slice(at, begin), isFound: false })
    stretches.push({ text: text.slice(begin, stop), isFound: true })
    at = stop
  }
  if (at < end) stretches.push({ text: text.slice(at, end).trimEnd(), isFound: false })
  if (end < text.length) stretches.push({ text: ' …', isFound: false })
  return stretches
}
