// A question for the gate: an excerpt of all of a story, of which each text is a passage and some words are taken out.
import { coolingOffMs, type GateQuestion } from '../../shared/domain/gate/gate.ts'
import { noMarks, type Range, type Redaction } from '../../shared/domain/marks/marks.ts'
import { reviewedAt } from './gate-ledger.ts'
import { plainStory } from './plain-story.ts'

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
    return {
      id: `${place}-${start}`,
      passage: `p${place}`,
      start,
      end: start + words.length,
      quote: words,
      startMs: null,
      endMs: null,
      unresolved: false,
    }
  }
  const redactions = takenOut.map(({ at, ...own }, place): Redaction => ({
    id: `d${place + 1}`,
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
    author: 'Ana',
    ...own,
    ranges: at.map(([one, words]) => range(one, words)),
  }))
  return {
    story,
    marks: { ...noMarks, redactions },
    timesUsed: new Map(),
    spentSignOffs: new Set(),
    moment: new Date(Date.parse(reviewedAt) + coolingOffMs).toISOString(),
    contentHash: null,
    ledger: [],
    excerpt: {
      id: 'x',
      testimony: 't',
      use: 'readingRoom',
      recipient: { id: 'r', name: 'Hall', language: 'en' },
      passages: story.passages.map(({ id }) => id),
      withSound: false,
      framing: { title: 'Nights', introduction: '', keywords: [], captions: [], about: [], author: 'Ana' },
      ...over,
    },
  }
}
