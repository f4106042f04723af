// Words of a passage that can be chosen one by one, by finger or by key, in scripts without spaces too.
import { wholeWords } from './whole-words.ts'

/** UTF-16 offsets into the passage's text, end not included. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Chosen neighbours become one stretch; what stands between them (spaces, signs) goes with them. */
export function stretchesOf(text: string, language: string, chosen: ReadonlySet<number>): readonly Stretch[] {
  const found: { start: number; end: number }[] = []
  let previous = -2
  wholeWords(text, language).forEach((word, index) => {
    if (!chosen.has(index)) return
    const last = found.at(-1)
    if (last !== undefined && previous === index - 1) last.end = word.end
    else found.push({ start: word.start, end: word.end })
    previous = index
  })
  return found
}
