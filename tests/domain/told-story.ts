// A small story for asking the gate and looking into the mirror: nine passages, two who speak, English and Thai, with sound.
import type { Excerpt } from '../../shared/domain/excerpts/excerpt.ts'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'
import type { LedgerBody } from '../../shared/domain/consent/ledger.ts'
import type { Label, Range } from '../../shared/domain/marks/marks.ts'
import type { Passage, Story } from '../../shared/domain/story.ts'
import { reviewedAt, signed } from '../support/gate-ledger.ts'
import { excerptOf, labelOn, openQuestion, rangeIn } from '../support/gate-question.ts'

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
export function over(passage: string, end?: number): Range {
  return rangeIn(story.passages.find(({ id }) => id === passage) ?? { id: passage, text: '' }, 0, end)
}

export const label = (words: string, passages: readonly string[], more: Partial<Label> = {}): Label =>
  labelOn(
    passages.map((passage) => over(passage)),
    { id: words, words, author: 'Marisol', ...more },
  )

const plainExcerpt = excerptOf({ passages: ['p5', 'p6', 'p7'] })
export const excerpt: Excerpt = { ...plainExcerpt, framing: { ...plainExcerpt.framing, title: 'The list' } }

export const signedWith = (mirror?: string): LedgerBody => (mirror === undefined ? signed : { ...signed, mirror })

/** A question that the gate answers with an open door; what is given is otherwise. */
export const question = (more: Partial<GateQuestion> = {}): GateQuestion => openQuestion(story, { excerpt, ...more })
