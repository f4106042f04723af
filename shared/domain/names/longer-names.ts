// The longer names in a story in which words that are taken out are found: what holds an excerpt back until it is said
// whether they are somebody else, and what was said of them.
import type { Marks, NotTheSame, Redaction } from '../marks/marks.ts'
import { findSameWords, plainWords } from '../words/same-words.ts'
import { longerThan, longerWordsIn } from './somebody-else.ts'
import type { Passage } from '../story.ts'
import { takenOutWords } from '../words/taken-out-words.ts'

export interface LongerName {
  /** What is taken out, as it stands there: the words, or a part of a name. */
  readonly words: string
  /** The longer one, as it stands in the story where it stands there. */
  readonly other: string
  /** That they are somebody else; null where nobody has said so. */
  readonly said: NotTheSame | null
}

type Words = Pick<Passage, 'id' | 'text'>

/** Words that are kept as `plainWords` writes them, as they stand first in a story; as they are kept where they do not. */
export function asWritten(plain: string, passages: readonly Words[]): string {
  for (const { text } of passages) {
    const [first] = findSameWords(text, plain, 0)
    if (first !== undefined) return text.slice(...first)
  }
  return plain
}

/** Those of one redaction, each once, in the order of the story; then what was said of names that stand there no more. */
export function longerNamesOf(redaction: Redaction, marks: Marks, passages: readonly Words[]): LongerName[] {
  const sought = takenOutWords({ ...marks, redactions: [redaction] }, 'anyone')
  const said = (words: string, other: string): NotTheSame | null =>
    marks.notTheSame.find((one) => one.words === plainWords(words) && one.other === other) ?? null
  const names = new Map<string, LongerName>()
  for (const { words, findAll } of sought) {
    for (const passage of passages) {
      for (const other of longerWordsIn(passage, marks, redaction.reach, words, findAll)) {
        const plain = longerThan(words, other) ?? ''
        const key = `${plainWords(words)}\n${plain}`
        if (!names.has(key)) names.set(key, { words, other, said: said(words, plain) })
      }
    }
    for (const one of marks.notTheSame) {
      const key = `${one.words}\n${one.other}`
      if (one.words === plainWords(words) && !names.has(key))
        names.set(key, { words, other: asWritten(one.other, passages), said: one })
    }
  }
  return [...names.values()]
}
