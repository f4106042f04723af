// 10,000 random stories and selections against the slow gate: nothing leaves that it would hold, nothing is held that it
// would let go, and what the gate is not told is noticed.
import { expect, test } from 'vitest'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import { compareGates } from './excerpts-at-random.ts'

const count = 10_000
const first = 20_261_122

test(
  `the gate and the slow one agree on ${count} random excerpts, and every reason comes`,
  { timeout: 120_000 },
  () => {
    const { open, leaked, heldTooMuch, kinds, heard, silenced } = compareGates(count, first)
    expect({ leaked, heldTooMuch }).toEqual({ leaked: [], heldTooMuch: [] })
    expect(open).toBeGreaterThan(count / 10)
    expect(kinds.size).toBe(26)
    expect({ heard, silencedAtAll: silenced > 50 }).toEqual({ heard: [], silencedAtAll: true })
  },
)

test('a gate that is not told of sound taken out by itself lets it be heard', { timeout: 60_000 }, () => {
  const heard = (question: GateQuestion): GateQuestion => ({
    ...question,
    marks: {
      ...question.marks,
      redactions: question.marks.redactions.map(({ stretches: _, ...redaction }) => redaction),
    },
  })
  expect(compareGates(3_000, first, heard).heard.length).toBeGreaterThan(0)
})

const blinded: Readonly<Record<string, (question: GateQuestion) => GateQuestion>> = {
  marks: (question) => ({ ...question, marks: noMarks }),
  ties: (question) => ({ ...question, marks: { ...question.marks, ties: [] } }),
  seals: (question) => ({ ...question, marks: { ...question.marks, seals: [] } }),
  labels: (question) => ({ ...question, marks: { ...question.marks, labels: [] } }),
  'refused words': (question) => ({
    ...question,
    story: { ...question.story, narrator: { ...question.story.narrator, refusedWords: [] } },
  }),
  'her line': (question) => ({ ...question, ledger: question.ledger.filter(({ body }) => body.kind !== 'mirror') }),
  'her no': (question) => ({
    ...question,
    ledger: question.ledger.filter(({ body }) => body.kind !== 'signOffRefused'),
  }),
  'keys that have ended': (question) => ({ ...question, keyEnds: [] }),
  'readings that nobody has listened to': (question) => ({
    ...question,
    readings: (question.readings ?? []).map((reading) => ({ ...reading, isApproved: true })),
  }),
  'what has been used': (question) => ({ ...question, timesUsed: new Map(), spentSignOffs: new Set() }),
}

test.each(Object.keys(blinded))('a gate that is not told of %s lets go what must stay', { timeout: 60_000 }, (what) => {
  expect(compareGates(3_000, first, blinded[what]).leaked.length).toBeGreaterThan(0)
})
