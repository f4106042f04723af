// Words that are taken out for a reach, with how they are looked for wherever else they may stand.
import type { Marks } from '../marks/marks.ts'
import { isHiddenFrom, type Reach } from '../reach.ts'
import { findAgain, findPartAgain, partsOfName, plainWords } from './same-words.ts'
import { readingOnce } from './read-text.ts'
import { withoutOthers, type Find } from '../names/somebody-else.ts'

export interface TakenOutWords {
  /** The redaction's id. */
  readonly redaction: string
  readonly words: string
  /** Part of a name: looked for as a name is, not as words are. */
  readonly isPart: boolean
  /** Finds them, whatever their form. */
  readonly findAll: Find
  /** The same, without longer words that are said to be somebody else. */
  readonly find: Find
}

/** For as long as there are these marks; what was read to find the words goes with them. */
const known = new WeakMap<Marks, Map<Reach, readonly TakenOutWords[]>>()

/** Each of them once for each redaction, its own words before the parts of names. */
export function takenOutWords(marks: Marks, reach: Reach): readonly TakenOutWords[] {
  const byReach = known.get(marks) ?? new Map<Reach, readonly TakenOutWords[]>()
  known.set(marks, byReach)
  const words = byReach.get(reach) ?? wordsOf(marks, reach)
  byReach.set(reach, words)
  return words
}

function wordsOf({ redactions, notTheSame }: Marks, reach: Reach): TakenOutWords[] {
  const read = readingOnce()
  return redactions.flatMap(({ id, reach: from, thing, ranges }) => {
    if (!isHiddenFrom(from, reach) || thing === 'voice' || thing === 'passage') return []
    const quotes = new Map(ranges.map(({ quote }) => [plainWords(quote), quote]))
    const parts = new Map(
      thing === 'name' ? [...quotes.values()].flatMap(partsOfName).map((one) => [plainWords(one), one]) : [],
    )
    const sought = (words: string, isPart: boolean): TakenOutWords => {
      const findAll: Find = (text) => (isPart ? findPartAgain : findAgain)(text, words, read)
      return { redaction: id, words, isPart, findAll, find: withoutOthers(findAll, words, notTheSame) }
    }
    return [
      ...[...quotes.values()].map((words) => sought(words, false)),
      ...[...parts].filter(([plain]) => !quotes.has(plain)).map(([, words]) => sought(words, true)),
    ]
  })
}
