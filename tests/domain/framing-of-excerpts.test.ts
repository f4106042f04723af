// What others write around her words: every part of it is asked about at the gate, and goes along signed.
import { describe, expect, test } from 'vitest'
import type { WordsAbout } from '../../shared/domain/writing/beside.ts'
import type { Framing } from '../../shared/domain/excerpts/excerpt.ts'
import { contentOf, gate } from '../../shared/domain/gate/gate.ts'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'
import { noMarks, type Redaction, type Tie } from '../../shared/domain/marks/marks.ts'
import { excerpt, label, over, question } from './told-story.ts'

const about = (id: string, text: string, more: Partial<WordsAbout> = {}): WordsAbout => ({
  id,
  kind: 'synopsis',
  language: 'en',
  text,
  author: 'Ana',
  at: '2026-01-01T00:00:00.000Z',
  seen: 'yes',
  answer: '',
  ...more,
})
const framed = (framing: Partial<Framing>) => ({ ...excerpt, framing: { ...excerpt.framing, ...framing } })
const captioned = (text: string, author = 'Ana') => framed({ captions: [{ passage: 'p6', text, author }] })
const reasons = (more: Partial<GateQuestion>) => {
  const answer = gate(question(more))
  return answer.open ? [] : answer.reasons
}
const beside = (...wordsAbout: WordsAbout[]) => ({
  beside: { sections: [], wordsAbout },
  excerpt: framed({ about: wordsAbout.map(({ id }) => id) }),
})
const papers: Redaction = {
  id: 'd',
  thing: 'other',
  reach: 'readers',
  way: 'removed',
  replacement: '',
  why: '',
  author: 'Ana',
  ranges: [{ ...over('p6'), start: 13, end: 19, quote: 'papers' }],
}

test('words about her leave only when she has seen them and does not disagree', () => {
  expect(reasons(beside(about('w1', 'Nine women.')))).toEqual([])
  expect(reasons(beside(about('w1', 'Nine women.', { seen: 'no' })))).toEqual([
    { kind: 'unseenWordsAbout', wordsAbout: 'w1', passage: null, seen: 'no' },
  ])
  expect(reasons(beside(about('w1', 'Nine women.', { seen: 'disagrees' })))).toEqual([
    { kind: 'unseenWordsAbout', wordsAbout: 'w1', passage: null, seen: 'disagrees' },
  ])
  expect(reasons({ excerpt: framed({ about: ['w9'] }) })).toMatchObject([{ kind: 'unseenWordsAbout' }])
})

test('words about her that stay here are not asked about', () => {
  const wordsAbout = [about('w1', 'A victim, Marisol, without papers.', { seen: 'no' })]
  expect(reasons({ beside: { sections: [], wordsAbout }, marks: { ...noMarks, redactions: [papers] } })).toEqual([])
})

describe('captions, alternative texts and words about her are read like a title:', () => {
  test('refused words', () => {
    const refused = { kind: 'refusedWord', word: 'victim', instead: 'worker' }
    expect(reasons({ excerpt: captioned('Two victims') })).toEqual([
      { ...refused, stands: 'victims', part: 'caption', passage: 'p6' },
    ])
    expect(reasons(beside(about('w1', 'The victim at a table', { kind: 'altText' })))).toEqual([
      { ...refused, part: 'about', about: 'w1' },
    ])
  })

  test('what is taken out', () => {
    const marks = { ...noMarks, redactions: [papers] }
    const taken = { kind: 'takenOutInFraming', words: 'papers' }
    expect(reasons({ marks, excerpt: captioned('Her papers') })).toEqual([{ ...taken, part: 'caption', passage: 'p6' }])
    expect(reasons({ ...beside(about('w1', 'On PAPERS.')), marks })).toEqual([{ ...taken, part: 'about', about: 'w1' }])
    expect(reasons({ ...beside(about('w1', 'On that.', { author: 'Papers desk' })), marks })).toHaveLength(1)
    expect(reasons({ marks, excerpt: captioned('On that.', 'Papers desk') })).toEqual([
      { kind: 'signatureTells', words: 'papers' },
    ])
  })

  test('the name that the archive works with', () => {
    expect(reasons({ excerpt: captioned('Marisol speaks') })).toEqual([
      { kind: 'herName', part: 'caption', passage: 'p6' },
    ])
    expect(reasons(beside(about('w1', 'Marisol speaks')))).toEqual([{ kind: 'herName', part: 'about', about: 'w1' }])
  })

  test('words that are never to stand out', () => {
    const tie: Tie = { id: 'tie', kind: 'neverAsTitle', reason: '', author: 'Marisol', ranges: [over('p6')] }
    const marks = { ...noMarks, ties: [tie] }
    expect(reasons({ marks, excerpt: captioned('They took my papers') })).toMatchObject([
      { kind: 'asTitle', part: 'caption', caption: 'p6' },
    ])
    expect(reasons({ ...beside(about('w1', '“They took my papers”')), marks })).toMatchObject([
      { kind: 'asTitle', part: 'about', about: 'w1' },
    ])
  })

  test('what is not hers, as a keyword of whichever kind', () => {
    const marks = { ...noMarks, labels: [label('trafficking', ['p9'], { assertedBy: 'court', stance: 'notMine' })] }
    expect(reasons({ ...beside(about('w1', 'Trafficking', { kind: 'keyword' })), marks })).toMatchObject([
      { kind: 'refusedWord', word: 'trafficking', part: 'about' },
    ])
  })

  test('of a passage that stays here, nothing', () => {
    const staying = framed({ captions: [{ passage: 'p1', text: 'Two victims', author: 'Ana' }] })
    expect(reasons({ excerpt: staying })).toEqual([])
    expect(JSON.stringify(contentOf(question({ excerpt: staying })))).not.toContain('victims')
  })
})

test('captions and words about her go along, each with who wrote it', () => {
  const words = [about('w1', 'Nine women.', { author: 'Ines' }), about('w2', 'Unseen.', { seen: 'no' })]
  const both = framed({ about: ['w1', 'w2'], captions: [{ passage: 'p6', text: 'In June', author: 'Ines' }] })
  const content = contentOf(question({ excerpt: both, beside: { sections: [], wordsAbout: words } }))
  expect(content.about).toEqual([{ kind: 'synopsis', language: 'en', text: 'Nine women.', author: 'Ines' }])
  expect(content.passages.map(({ caption }) => caption)).toEqual([null, { text: 'In June', author: 'Ines' }, null])
  expect(JSON.stringify(content)).not.toContain('"p6"')
})
