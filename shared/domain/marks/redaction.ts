// What each reach gets of a passage: words, and what stands where words were taken out. Fails closed.
import type { Piece } from '../excerpts/excerpt.ts'
import type { Marks, Redaction } from './marks.ts'
import { isHiddenFrom, type Reach } from '../reach.ts'

interface Hidden {
  readonly start: number
  readonly end: number
  readonly redaction: Redaction
}

/** What is hidden from a reach, by passage. */
export function hiddenFrom(marks: Marks, reach: Reach): Map<string, Hidden[]> {
  const hidden = new Map<string, Hidden[]>()
  for (const redaction of marks.redactions) {
    if (!isHiddenFrom(redaction.reach, reach)) continue
    for (const range of redaction.ranges) {
      const ofPassage = hidden.get(range.passage) ?? []
      ofPassage.push({ start: range.start, end: range.end, redaction })
      hidden.set(range.passage, ofPassage)
    }
  }
  return hidden
}

/** True when every letter from `start` to `end` is hidden, by one range or by several together. */
export function isAllHidden(
  { start, end }: { readonly start: number; readonly end: number },
  hidden: readonly Hidden[],
): boolean {
  let at = start
  for (const range of [...hidden].sort((a, b) => a.start - b.start)) if (range.start <= at) at = Math.max(at, range.end)
  return at >= end
}

function token(parts: readonly Hidden[]): Piece {
  const first = parts[0]
  if (first === undefined) return { kind: 'gap', thing: 'other' }
  const { thing, way, replacement } = first.redaction
  const agrees = parts.every(({ redaction }) => redaction.way === way && redaction.replacement === replacement)
  if (agrees && (way === 'pseudonym' || way === 'vaguer') && replacement !== '') {
    return { kind: 'instead', text: replacement, thing }
  }
  return { kind: 'gap', thing }
}

/**
 * A passage's text with what is hidden replaced. Ranges that touch or overlap become one token, so that their number
 * and lengths do not show.
 *
 * @returns pieces in order; one gap alone when nothing but white space would remain
 */
export function piecesOf(text: string, hidden: readonly Hidden[]): readonly Piece[] {
  const inOrder = [...hidden].sort((a, b) => a.start - b.start || a.end - b.end)
  const pieces: Piece[] = []
  let at = 0
  let group: Hidden[] = []
  let groupEnd = 0
  const close = () => {
    if (group.length === 0) return
    pieces.push(token(group))
    at = groupEnd
    group = []
  }
  for (const range of inOrder) {
    if (group.length > 0 && range.start > groupEnd) close()
    if (group.length === 0) {
      if (range.start > at) pieces.push({ kind: 'words', text: text.slice(at, range.start) })
      groupEnd = range.end
    }
    groupEnd = Math.max(groupEnd, range.end)
    group.push(range)
  }
  close()
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) })
  const remains = pieces.some(
    (piece) => piece.kind === 'instead' || (piece.kind === 'words' && /[\p{L}\p{N}]/u.test(piece.text)),
  )
  return remains || hidden.length === 0 ? pieces : [{ kind: 'gap', thing: 'passage' }]
}

/** What anybody gets of a sealed passage. */
export const sealedPieces: readonly Piece[] = [{ kind: 'gap', thing: 'passage' }]

/** What a reach gets of one passage. */
export function shownPieces(
  { id, text }: { readonly id: string; readonly text: string },
  marks: Marks,
  reach: Reach,
): readonly Piece[] {
  const isSealed = marks.seals.some(({ passage }) => passage === id)
  return isSealed ? sealedPieces : piecesOf(text, hiddenFrom(marks, reach).get(id) ?? [])
}

/** True when nothing of the passage's own words remains. */
export function isWhollyHidden(pieces: readonly Piece[]): boolean {
  return pieces.length === 1 && pieces[0]?.kind === 'gap'
}
