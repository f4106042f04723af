// A question for the gate: an excerpt of all of a story, of which each text is a passage and some words are taken out.
import type { GateQuestion } from '../../shared/domain/gate/gate.ts'
import { noMarks, type Range, type Redaction } from '../../shared/domain/marks/marks.ts'
import { plainStory } from './plain-story.ts'
import { excerptOf, openQuestion, rangeIn, takenOutOf } from './gate-question.ts'

/** A name, hidden from readers, unless something else is given; `at`: where it stands, passages counted from 1. */
export interface TakenOut extends Partial<Redaction> {
  readonly at: readonly (readonly [passage: number, words: string])[]
}

/** Passages `p1`, `p2` and so on; redactions `d1`, `d2`. */
export function questionOf(
  texts: readonly string[],
  takenOut: readonly TakenOut[],
  over: Partial<GateQuestion['excerpt']> = {},
): GateQuestion {
  const story = plainStory(texts)
  const range = (place: number, words: string): Range => {
    const start = texts[place - 1]?.indexOf(words) ?? -1
    return rangeIn({ id: `p${place}`, text: texts[place - 1] ?? '' }, start, start + words.length)
  }
  const redactions = takenOut.map(({ at, ...own }, place): Redaction =>
    takenOutOf(
      at.map(([one, words]) => range(one, words)),
      { id: `d${place + 1}`, ...own },
    ),
  )
  return openQuestion(story, {
    marks: { ...noMarks, redactions },
    ledger: [],
    contentHash: null,
    excerpt: excerptOf({ passages: story.passages.map(({ id }) => id), ...over }),
  })
}
