// Ties and seals at the gate, and nothing of a sealed passage in what anybody else gets.
import { describe, expect, test } from 'vitest'
import type { Excerpt } from '../../shared/domain/excerpts/excerpt.ts'
import { mayBeNamed } from '../../shared/domain/gate/gate.ts'
import { noMarks, type Label, type Marks, type Tie, type TieKind } from '../../shared/domain/marks/marks.ts'
import { redactExcerpt } from '../../shared/domain/excerpts/redact-excerpt.ts'
import { silencesFor } from '../../shared/domain/sound/silences.ts'
import type { Passage } from '../../shared/domain/story.ts'
import { passageOf, plainStory } from '../support/plain-story.ts'
import { excerptOf, openQuestion, rangeIn, reasonsOf } from '../support/gate-question.ts'

const passage = (id: string, text: string, startMs: number): Passage =>
  passageOf(id, text, { recording: 'rec', startMs, endMs: startMs + 2_000 })
const story = plainStory(
  [
    passage('p1', 'We were never afraid of them at night.', 0),
    passage('p2', 'We made a list.', 2_000),
    passage('p3', '我們從來沒有害怕過他們', 4_000),
  ],
  { existence: 'byName' },
  [{ id: 'rec', media: 'm', sitting: 1, format: 'wav', durationMs: 6_000, channels: 1, sampleRate: 8_000 }],
)
const excerpt = excerptOf({ withSound: true })
const tie = (kind: TieKind, ...passages: string[]): Marks => ({
  ...noMarks,
  ties: [
    {
      id: 'tie',
      kind,
      reason: 'so it was',
      author: 'Marisol',
      ranges: story.passages.filter(({ id }) => passages.includes(id)).map((on) => rangeIn(on)),
    } satisfies Tie,
  ],
})
const reasons = (marks: Marks, over: Partial<Excerpt> = {}) =>
  reasonsOf(openQuestion(story, { excerpt: { ...excerpt, ...over }, marks, ledger: [], contentHash: null })).filter(
    ({ kind }) => ['tieBroken', 'alone', 'asTitle', 'sealed', 'soundTimeMissing'].includes(kind),
  )

describe('ties', () => {
  test('together: every one that is missing is named, with why', () => {
    const marks = tie('together', 'p1', 'p2', 'p3')
    expect(reasons(marks)).toEqual([
      { kind: 'tieBroken', passage: 'p2', tie: 'tie', reason: 'so it was' },
      { kind: 'tieBroken', passage: 'p3', tie: 'tie', reason: 'so it was' },
    ])
    expect(reasons(marks, { passages: ['p1', 'p2', 'p3'] })).toEqual([])
    expect(reasons(tie('together', 'p2', 'p3'))).toEqual([])
  })

  test('never alone: not the whole of an excerpt', () => {
    const marks = tie('neverAlone', 'p1', 'p2')
    expect(reasons(marks)).toEqual([{ kind: 'alone', passage: 'p1', tie: 'tie', reason: 'so it was' }])
    expect(reasons(marks, { passages: ['p1', 'p2'] })).toHaveLength(2)
    expect(reasons(marks, { passages: ['p1', 'p3'] })).toEqual([])
    expect(reasons(marks, { passages: ['p3'] })).toEqual([])
  })

  test.each([
    ['Never afraid of them', 'asTitle'],
    ['NÉVER AFRAID OF THEM', 'asTitle'],
    ['“never afraid, of them”', 'asTitle'],
    ['Afraid of them', 'nothing'],
    ['Nights', 'nothing'],
    ['她們說：從來沒有害怕過他們', 'asTitle'],
    ['沒有', 'nothing'],
  ])('never as a title: %s is %s', (title, expected) => {
    const marks = tie('neverAsTitle', 'p1', 'p3')
    const framing = { ...excerpt.framing, title }
    expect(reasons(marks, { framing }).map(({ kind }) => kind)).toEqual(expected === 'nothing' ? [] : [expected])
    const keywords = { ...excerpt.framing, keywords: [title] }
    expect(reasons(marks, { framing: keywords })).toMatchObject(expected === 'nothing' ? [] : [{ part: 'keyword' }])
    expect(mayBeNamed(title, { excerpt, story, marks })).toBe(expected === 'nothing')
  })

  test('also where it is not chosen; and a passage of fewer words by all of them', () => {
    expect(
      reasons(tie('neverAsTitle', 'p2'), { framing: { ...excerpt.framing, title: 'How we made a list' } }),
    ).toMatchObject([{ kind: 'asTitle', passage: 'p2', part: 'title' }])
  })
})

describe('a sealed passage', () => {
  const sealed = (...passages: string[]): Marks => ({
    ...noMarks,
    seals: passages.map((on) => ({ id: `seal-${on}`, passage: on })),
  })

  test('may not leave, and gives neither words, labels nor sound', () => {
    expect(reasons(sealed('p1'))).toEqual([{ kind: 'sealed', passage: 'p1' }])
    const label: Label = {
      id: 'l',
      words: 'fear',
      language: 'en',
      meaning: '',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
      author: 'Ana',
      ranges: tie('together', 'p1').ties[0]?.ranges ?? [],
    }
    const open = redactExcerpt({ ...excerpt, passages: ['p1'] }, story, { ...noMarks, labels: [label] }, new Map())
    expect(open.passages[0]?.labels).toHaveLength(1)
    const marks = { ...sealed('p1'), labels: [label] }
    const content = redactExcerpt({ ...excerpt, passages: ['p1', 'p2'] }, story, marks, new Map())
    expect(content.passages[0]).toMatchObject({ pieces: [{ kind: 'gap', thing: 'passage' }], labels: [], clip: null })
    expect(JSON.stringify(content)).not.toContain('afraid')
    expect(content.sound[0]?.silences).toEqual([{ startMs: 2_000, endMs: 2_150 }])
  })

  test('is silent for everybody but her, as long as it is', () => {
    const { byRecording } = silencesFor(story, sealed('p2'), 'archive')
    expect(byRecording.get('rec')).toEqual([{ startMs: 1_850, endMs: 4_150 }])
    expect(silencesFor(story, sealed('p2'), 'narrator').byRecording.size).toBe(0)
  })

  test('without times holds back all sound', () => {
    const untimed = { ...story, passages: [...story.passages, passageOf('p4', '')] }
    expect(silencesFor(untimed, sealed('p4'), 'anyone').unknown).toEqual([{ passage: 'p4', redaction: 'seal-p4' }])
    expect(silencesFor({ ...untimed, recordings: [] }, sealed('p4'), 'anyone').unknown).toEqual([])
  })
})
