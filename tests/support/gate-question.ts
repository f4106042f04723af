// What the gate is asked by its tests: an excerpt `x` of testimony `t` and marks on it, what is not given left plain.
import type { Excerpt } from '../../shared/domain/excerpts/excerpt.ts'
import { gate, type GateQuestion } from '../../shared/domain/gate/gate.ts'
import type { GateReason } from '../../shared/domain/gate/reasons.ts'
import { noMarks, type Label, type Range, type Redaction } from '../../shared/domain/marks/marks.ts'
import type { Passage, Story } from '../../shared/domain/story.ts'
import { afterCooling, contentHash, ledger, reviewed, said, signed } from './gate-ledger.ts'

/** For the reading room of a hall, `p1` alone, without its sound. */
export function excerptOf(over: Partial<Excerpt> = {}): Excerpt {
  return {
    id: 'x',
    testimony: 't',
    use: 'readingRoom',
    recipient: { id: 'r1', name: 'Union hall', language: 'en' },
    passages: ['p1'],
    withSound: false,
    framing: { title: 'Nights', introduction: '', keywords: [], captions: [], about: [], author: 'Ana' },
    ...over,
  }
}

/** Its words from `start` to `end`, all of them where nothing is given. */
export function rangeIn(
  { id, text }: Pick<Passage, 'id' | 'text'>,
  start = 0,
  end = text.length,
  over: Partial<Range> = {},
): Range {
  return {
    id: `${id}-${start}-${end}`,
    passage: id,
    start,
    end,
    quote: text.slice(start, end),
    startMs: null,
    endMs: null,
    unresolved: false,
    ...over,
  }
}

/** Her own label `l`, with no stance taken. */
export function labelOn(ranges: readonly Range[], over: Partial<Label> = {}): Label {
  return {
    id: 'l',
    words: 'trafficking',
    language: 'en',
    meaning: '',
    assertedBy: 'narrator',
    stance: 'none',
    colour: 1,
    author: 'Ana',
    ranges: [...ranges],
    ...over,
  }
}

/** Redaction `d`: a name, removed for readers. */
export function takenOutOf(ranges: readonly Range[], over: Partial<Redaction> = {}): Redaction {
  return {
    id: 'd',
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
    author: 'Ana',
    ranges: [...ranges],
    ...over,
  }
}

/** A question that the gate answers with an open door: allowed, reviewed, cooled off, signed off. */
export function openQuestion(story: Story, over: Partial<GateQuestion> = {}): GateQuestion {
  return {
    excerpt: excerptOf(),
    story,
    marks: noMarks,
    ledger: ledger(said(), reviewed, signed),
    timesUsed: new Map(),
    spentSignOffs: new Set(),
    moment: afterCooling,
    contentHash,
    ...over,
  }
}

export function reasonsOf(question: GateQuestion): readonly GateReason[] {
  const answer = gate(question)
  return answer.open ? [] : answer.reasons
}
