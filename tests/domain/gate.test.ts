// The gate: each reason by itself, and nothing that a reason names ever comes through.
import { describe, expect, test } from 'vitest'
import type { Excerpt } from '../../shared/domain/excerpts/excerpt.ts'
import { gate, type GateQuestion } from '../../shared/domain/gate/gate.ts'
import { noMarks, type Label } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'
import { afterCooling, contentHash, ledger, reviewed, reviewedAt, said, signed } from '../support/gate-ledger.ts'
import { excerptOf, labelOn, openQuestion, rangeIn, reasonsOf, takenOutOf } from '../support/gate-question.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { passageOf, plainStory } from '../support/plain-story.ts'

const told = [
  passageOf('p1', 'Rosa drove us.', { recording: 'rec', startMs: 0, endMs: 2_000 }),
  passageOf('p2', 'We made a list.', { recording: 'rec', startMs: 2_000, endMs: 4_000 }),
  passageOf('p3', 'And then rosa left.', { recording: 'rec', startMs: 4_000, endMs: 6_000 }),
] as const
const [drove, listed, left] = told
const story = plainStory(told, { name: 'Marisol', refusedWords: [{ word: 'victim', instead: 'worker' }] }, [
  { id: 'rec', media: 'm', sitting: 1, format: 'wav', durationMs: 6_000, channels: 1, sampleRate: 16_000 },
])
const plainExcerpt = excerptOf({ passages: ['p2'], withSound: true })
const excerpt: Excerpt = { ...plainExcerpt, framing: { ...plainExcerpt.framing, title: 'The list' } }
const rosa = takenOutOf([rangeIn(drove, 0, 4)])
const label = (over: Partial<Label>): Label => labelOn([rangeIn(listed, 0, 2)], { assertedBy: 'court', ...over })
const asked = (over: Partial<GateQuestion>): GateQuestion => openQuestion(story, { excerpt, ...over })
const ask = (over: Partial<GateQuestion> = {}) => gate(asked(over))
const reasons = (over: Partial<GateQuestion>) => reasonsOf(asked(over))
const framed = (framing: Partial<Excerpt['framing']>): Excerpt => ({
  ...excerpt,
  framing: { ...excerpt.framing, ...framing },
})

describe('the gate', () => {
  test('opens for what she allowed, reviewed and signed off', () => {
    const answer = ask()
    expect(answer.open && answer.releasable).toMatchObject({
      passages: ['p2'],
      consentEntries: ['e1'],
      signOff: 'e3',
      contentHash,
    })
  })
  test('nothing chosen, no title', () => {
    expect(reasons({ excerpt: { ...excerpt, passages: [] } })).toContainEqual({ kind: 'nothingChosen' })
    expect(reasons({ excerpt: framed({ title: ' ' }) })).toEqual([{ kind: 'titleMissing' }])
  })
  test('not allowed, naming the passage', () => {
    expect(
      reasons({ ledger: ledger(said({ scope: { kind: 'passages', passages: ['p1'] } }), reviewed, signed) }),
    ).toEqual([{ kind: 'notAllowed', passage: 'p2', because: 'noEntry' }])
  })
  test('ask me each time opens by a sign-off that came after it, and by no earlier one', () => {
    const asked = said({ answer: 'askEachTime' })
    expect(ask({ ledger: ledger(asked, reviewed, signed) }).open).toBe(true)
    expect(reasons({ ledger: ledger(signed, asked, reviewed) })).toEqual([
      { kind: 'notAllowed', passage: 'p2', because: 'askEachTime' },
    ])
  })
  test('a sign-off holds for the exact bytes, use and recipient, and once', () => {
    expect(reasons({ contentHash: null })).toEqual([{ kind: 'notPrepared' }])
    expect(reasons({ contentHash: 'b'.repeat(64) })).toEqual([{ kind: 'changedSinceSignOff' }])
    expect(reasons({ ledger: ledger(said(), reviewed) })).toEqual([{ kind: 'notSignedOff' }])
    expect(reasons({ ledger: ledger(said(), reviewed, { ...signed, recipient: 'r2' }) })).toEqual([
      { kind: 'changedSinceSignOff' },
    ])
    expect(reasons({ spentSignOffs: new Set(['e3']) })).toEqual([{ kind: 'notSignedOff' }])
  })
  test('cooling-off lasts seven days from her first review, and she alone may waive it', () => {
    expect(reasons({ moment: new Date(Date.parse(afterCooling) - 1).toISOString() })).toEqual([
      { kind: 'coolingOff', until: afterCooling },
    ])
    expect(
      ask({
        moment: reviewedAt,
        ledger: ledger(said(), reviewed, { kind: 'coolingOffWaived', testimony: 't' }, signed),
      }).open,
    ).toBe(true)
    expect(reasons({ ledger: ledger(said(), signed) })).toEqual([{ kind: 'notReviewed' }])
  })
  test('a label by others waits for her stance; one of hers does not', () => {
    expect(reasons({ marks: { ...noMarks, labels: [label({})], redactions: [] } })).toEqual([
      { kind: 'labelWithoutStance', passage: 'p2', label: 'l', words: 'trafficking' },
    ])
    expect(ask({ marks: { ...noMarks, labels: [label({ assertedBy: 'narrator' })], redactions: [] } }).open).toBe(true)
  })
  test('"not mine" is shown nowhere, and is refused as a keyword', () => {
    const marks = { ...noMarks, labels: [label({ stance: 'notMine' })], redactions: [] }
    const answer = ask({ marks })
    expect(answer.open && answer.releasable.content.passages[0]?.labels).toEqual([])
    expect(reasons({ marks, excerpt: framed({ keywords: ['Trafficking'] }) })).toEqual([
      { kind: 'refusedWord', part: 'keyword', word: 'trafficking', instead: '' },
    ])
  })
  test('a refused word is caught in framing and never in her own speech', () => {
    expect(reasons({ excerpt: framed({ introduction: 'Two victims speak.' }) })).toEqual([
      { kind: 'refusedWord', part: 'introduction', word: 'victim', instead: 'worker', stands: 'victims' },
    ])
    const spoken: Story = {
      ...story,
      passages: story.passages.map((one) => (one.id === 'p2' ? { ...one, text: 'I am no victim.' } : one)),
    }
    expect(ask({ story: spoken }).open).toBe(true)
  })
  test('a name taken out must not stand elsewhere: in another passage, the framing, a label', () => {
    const marks = { ...noMarks, labels: [label({ assertedBy: 'narrator', words: 'Rosa’s car' })], redactions: [rosa] }
    const found = reasons({
      marks,
      excerpt: { ...framed({ title: 'ROSA and us', keywords: ['rosa'] }), passages: ['p1', 'p2', 'p3'] },
    })
    expect(found).toEqual([
      { kind: 'takenOutElsewhere', passage: 'p3', redaction: 'd', words: 'Rosa' },
      { kind: 'takenOutInFraming', part: 'title', words: 'Rosa' },
      { kind: 'takenOutInFraming', part: 'keyword', words: 'Rosa' },
      { kind: 'takenOutInFraming', part: 'label', words: 'Rosa' },
    ])
  })
  test('the name that the archive works with stays inside, unless she gave it for this reach', () => {
    expect(reasons({ excerpt: framed({ title: 'Marisol’s nights' }) })).toEqual([{ kind: 'herName', part: 'title' }])
    const known: Story = { ...story, narrator: { ...story.narrator, names: { readers: 'Marisol' } } }
    expect(ask({ story: known, excerpt: framed({ title: 'Marisol’s nights' }) }).open).toBe(true)
  })
  test('a redaction without a place in the sound holds the sound back, and lets the words go', () => {
    const untimed: Story = {
      ...story,
      passages: story.passages.map((one) =>
        one.id === 'p1' ? { ...one, recording: null, startMs: null, endMs: null } : one,
      ),
    }
    const marks = { ...noMarks, labels: [], redactions: [rosa] }
    expect(reasons({ story: untimed, marks })).toEqual([{ kind: 'soundTimeMissing', passage: 'p1', redaction: 'd' }])
    expect(ask({ story: untimed, marks, excerpt: { ...excerpt, withSound: false } }).open).toBe(true)
  })
  test('an emptied range is a question to resolve', () => {
    const marks = {
      ...noMarks,
      labels: [],
      redactions: [{ ...rosa, ranges: [rangeIn(drove, 0, 4, { unresolved: true })] }],
    }
    expect(reasons({ marks })).toEqual([{ kind: 'redactionUnresolved', passage: 'p1', redaction: 'd' }])
  })
  test('no cutting: the whole scope or nothing', () => {
    const conditions = { ...plainConditions, noCutting: true }
    expect(reasons({ ledger: ledger(said({ conditions }), reviewed, signed) })).toEqual([
      { kind: 'wholeOnly', passage: 'p2' },
    ])
    const all: Excerpt = { ...excerpt, passages: ['p1', 'p2', 'p3'] }
    expect(ask({ excerpt: all, ledger: ledger(said({ conditions }), reviewed, signed) }).open).toBe(true)
  })
})

describe('what the gate lets through', () => {
  test('has numbers and no ids, her name only as she gave it, gaps where words were, silence where they were spoken', () => {
    const marks = {
      ...noMarks,
      labels: [],
      redactions: [{ ...rosa, ranges: [rangeIn(drove, 0, 4), rangeIn(left, 9, 13)] }],
    }
    const answer = ask({ marks, excerpt: { ...excerpt, passages: ['p1', 'p3'] } })
    if (!answer.open) throw new Error(JSON.stringify(answer.reasons))
    const { content } = answer.releasable
    expect(content.narratorName).toBeNull()
    expect(content.passages.map(({ number, gapBefore, pieces }) => [number, gapBefore, pieces])).toEqual([
      [
        1,
        false,
        [
          { kind: 'gap', thing: 'name' },
          { kind: 'words', text: ' drove us.' },
        ],
      ],
      [
        2,
        true,
        [
          { kind: 'words', text: 'And then ' },
          { kind: 'gap', thing: 'name' },
          { kind: 'words', text: ' left.' },
        ],
      ],
    ])
    expect(content.sound.map(({ silences }) => silences)).toEqual([
      [{ startMs: 0, endMs: 2_000 }],
      [{ startMs: 4_000, endMs: 6_000 }],
    ])
    expect(JSON.stringify(content.passages)).not.toMatch(/p1|p3|rosa/i)
  })
  test('text only: no sound of that passage', () => {
    const answer = ask({
      ledger: ledger(said({ conditions: { ...plainConditions, voice: 'text' } }), reviewed, signed),
    })
    expect(answer.open && answer.releasable.content.sound).toEqual([])
  })
  test('what others say into a chosen passage is silent', () => {
    const crossed: Story = {
      ...story,
      passages: story.passages.map((one) => (one.id === 'p3' ? { ...one, startMs: 3_500 } : one)),
    }
    const answer = ask({ story: crossed })
    expect(answer.open && answer.releasable.content.sound[0]?.silences).toEqual([{ startMs: 3_500, endMs: 4_000 }])
  })
})
