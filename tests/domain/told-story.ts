// A small story for asking the gate and looking into the mirror: nine passages, two who speak, English and Thai, with sound.
import type { Excerpt } from '../../shared/domain/excerpts/excerpt.ts'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'
import type { LedgerBody } from '../../shared/domain/consent/ledger.ts'
import { noMarks, type Label, type Range } from '../../shared/domain/marks/marks.ts'
import type { Passage, Story } from '../../shared/domain/story.ts'
import { afterCooling, contentHash, ledger, reviewed, reviewedAt, said, signed } from '../support/gate-ledger.ts'

const told: readonly (readonly [turn: string, text: string, language?: string])[] = [
  ['t1', 'How did it begin?'],
  ['t2', 'We met in the kitchen.'],
  ['t2', 'Nine of us came.'],
  ['t3', 'And the police?'],
  ['t4', 'They came at night.'],
  ['t4', 'They took my papers.'],
  ['t4', 'ตำรวจมาตอนกลางคืน', 'th'],
  ['t4', 'วันอาทิตย์เราไปเต้นรำ', 'th'],
  ['t4', 'Then we won.'],
]

/** Passages `p1` to `p9`; each sounds for ten seconds, one after the other. */
export const story: Story = {
  testimony: {
    id: 't',
    narrator: 'n',
    title: 'Nights',
    titleBy: 'archivist',
    language: 'en',
    createdAt: reviewedAt,
    revision: 1,
  },
  narrator: {
    id: 'n',
    name: 'Marisol',
    names: {},
    existence: 'byPseudonym',
    refusedWords: [{ word: 'victim', instead: 'worker' }],
  },
  speakers: [
    { id: 's1', name: 'Marisol', role: 'narrator' },
    { id: 's2', name: 'Ines', role: 'interviewer' },
  ],
  turns: ['t1', 't2', 't3', 't4'].map((id, at) => ({ id, speaker: at % 2 === 0 ? 's2' : 's1' })),
  passages: told.map(([turn, text, language = 'en'], at): Passage => ({
    id: `p${at + 1}`,
    turn,
    text,
    language,
    direction: 'ltr',
    recording: 'rec',
    startMs: at * 10_000,
    endMs: (at + 1) * 10_000,
    wordTimes: [],
  })),
  recordings: [
    { id: 'rec', media: 'm', sitting: 1, format: 'wav', durationMs: 90_000, channels: 1, sampleRate: 16_000 },
  ],
}

/** Over the whole of a passage, or over the first `end` letters of it. */
export const over = (passage: string, end?: number): Range => {
  const text = story.passages.find(({ id }) => id === passage)?.text ?? ''
  const until = end ?? text.length
  return {
    id: `${passage}-${until}`,
    passage,
    start: 0,
    end: until,
    quote: text.slice(0, until),
    startMs: null,
    endMs: null,
    unresolved: false,
  }
}

export const label = (words: string, passages: readonly string[], more: Partial<Label> = {}): Label => ({
  id: words,
  words,
  language: 'en',
  meaning: '',
  assertedBy: 'narrator',
  stance: 'none',
  colour: 1,
  author: 'Marisol',
  ranges: passages.map((passage) => over(passage)),
  ...more,
})

export const excerpt: Excerpt = {
  id: 'x',
  testimony: 't',
  use: 'readingRoom',
  recipient: { id: 'r1', name: 'Union hall', language: 'en' },
  passages: ['p5', 'p6', 'p7'],
  withSound: false,
  framing: { title: 'The list', introduction: '', keywords: [], captions: [], about: [], author: 'Ana' },
}

export const signedWith = (mirror?: string): LedgerBody => (mirror === undefined ? signed : { ...signed, mirror })

/** A question that the gate answers with an open door; what is given is otherwise. */
export const question = (more: Partial<GateQuestion> = {}): GateQuestion => ({
  excerpt,
  story,
  marks: noMarks,
  ledger: ledger(said(), reviewed, signed),
  timesUsed: new Map(),
  spentSignOffs: new Set(),
  moment: afterCooling,
  contentHash,
  ...more,
})
