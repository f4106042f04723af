// A text as words are looked for in it: folded once, however many words are looked for.
import { traitsOf, type TextTraits } from '../names/name-endings.ts'
import { plain, type Plain } from './letters-that-are-one.ts'

export interface ReadText {
  readonly text: string
  readonly folded: Plain
  /** What grows to a name in its language; worked out when it is asked for. */
  readonly traits: () => TextTraits
}

export type ReadTexts = (text: string) => ReadText

export const readText: ReadTexts = (text) => {
  let traits: TextTraits | null = null
  return { text, folded: plain(text), traits: () => (traits ??= traitsOf(text)) }
}

/** Reads each text once. NOTE: it holds what it has read, so it is made for one question and goes with it. */
export function readingOnce(): ReadTexts {
  const known = new Map<string, ReadText>()
  return (text) => {
    const read = known.get(text) ?? readText(text)
    known.set(text, read)
    return read
  }
}
