// The mirror: exact numbers of the whole and of what is chosen, what vanishes by name, her line, and what readers see.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contentOf, gate } from '../../shared/domain/gate/gate.ts'
import { mirrorFor } from '../../shared/domain/mirror/excerpt-mirror.ts'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'
import type { LedgerBody } from '../../shared/domain/consent/ledger.ts'
import { noMarks, type Redaction } from '../../shared/domain/marks/marks.ts'
import { extremesOf, mirrorHash, mirrorOf, shareOfHerWords, tellingOf } from '../../shared/domain/mirror/mirror.ts'
import { ledger, reviewed, said } from '../support/gate-ledger.ts'
import { excerpt, label, over, question, signedWith, story } from './told-story.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const sections = [
  { id: 'a', passage: 'p2', heading: 'The kitchen' },
  { id: 'b', passage: 'p4', heading: 'The night' },
  { id: 'c', passage: 'p8', heading: 'Sundays' },
]
const labels = [
  label('organising', ['p2', 'p3', 'p9']),
  label('police violence', ['p5', 'p6', 'p7']),
  label('joy', ['p8']),
  label('Organising', ['p8']),
  label('trafficking', ['p5'], { assertedBy: 'court', author: 'Ana' }),
  label('debt', ['p6'], { assertedBy: 'court', stance: 'notMine' }),
]
const marks = { ...noMarks, labels }
const telling = tellingOf(story, sections, marks)
const mirror = mirrorOf(telling, ['p5', 'p6', 'p7'])
const named = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

describe('the mirror counts', () => {
  test('passages, words and time of the whole and of what is chosen, in scripts without spaces too', () => {
    // 4 + 5 + 4 + 3 + 4 + 4 words of English, three in "Then we won.", and by ICU's dictionary five and five of Thai.
    const thai = (text: string) =>
      [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length
    expect(thai('ตำรวจมาตอนกลางคืน')).toBe(5)
    expect(thai('วันอาทิตย์เราไปเต้นรำ')).toBe(5)
    expect(mirror.whole).toEqual({ passages: 9, words: 4 + 5 + 4 + 3 + 4 + 4 + 5 + 5 + 3, ms: 90_000 })
    expect(mirror.selection).toEqual({ passages: 3, words: 4 + 4 + 5, ms: 30_000 })
    expect(mirror.narratorWords).toEqual({ whole: 30, selection: 13 })
    expect(shareOfHerWords(mirror)).toBe(43)
  })

  test('by her headings, with what stands before the first', () => {
    expect(mirror.sections.map(({ name, whole, selection }) => [name, whole.passages, selection.passages])).toEqual([
      ['', 1, 0],
      ['The kitchen', 2, 0],
      ['The night', 4, 3],
      ['Sundays', 2, 0],
    ])
    expect(mirror.sections[2]?.selection).toEqual({ passages: 3, words: 13, ms: 30_000 })
  })

  test('by labels that are hers or to which she has said something; the same words are one row', () => {
    expect(
      mirror.labels.map(({ name, isShown, whole, selection }) => [name, isShown, whole.passages, selection.passages]),
    ).toEqual([
      ['organising', true, 4, 0],
      ['police violence', true, 3, 3],
      ['joy', true, 1, 0],
      ['debt', false, 1, 1],
    ])
  })

  test('time that two passages share once', () => {
    const both = story.passages.map((one) => (one.id === 'p6' ? { ...one, startMs: 40_000, endMs: 52_000 } : one))
    const shared = mirrorOf(tellingOf({ ...story, passages: both }, [], noMarks), ['p5', 'p6'])
    expect(shared.selection.ms).toBe(12_000)
  })

  test('what is sealed as a passage without words', () => {
    const sealed = tellingOf(story, [], { labels: [], seals: [{ id: 's', passage: 'p5' }] })
    expect(mirrorOf(sealed, ['p5']).selection).toMatchObject({ passages: 1, words: 0 })
  })
})

test('what vanishes is named, and what is there whole', () => {
  const { gone, all } = extremesOf(mirror)
  expect(named(gone)).toEqual(['', 'The kitchen', 'Sundays', 'organising', 'joy'])
  expect(named(all)).toEqual(['police violence', 'debt'])
  expect(extremesOf(mirrorOf(telling, [...telling.measured.keys()]))).toEqual({ gone: [], all: [] })
})

test('another order than the told one is said', () => {
  expect(mirror.inOrder).toBe(true)
  expect(mirrorOf(telling, ['p6', 'p5']).inOrder).toBe(false)
})

describe('below her line', () => {
  const line = (threshold: number | null, toReader = false): LedgerBody => ({
    kind: 'mirror',
    testimony: 't',
    threshold,
    toReader,
  })
  const asked = (bodies: LedgerBody[], more: Partial<GateQuestion> = {}) =>
    question({ marks: noMarks, beside: { sections, wordsAbout: [] }, ledger: ledger(...bodies), sha256, ...more })
  const kinds = (asked: GateQuestion) => {
    const answer = gate(asked)
    return answer.open ? [] : answer.reasons
  }

  test('her yes to this mirror is needed, and only to this one', () => {
    expect(kinds(asked([said(), reviewed, line(43), signedWith()]))).toEqual([])
    const below = asked([said(), reviewed, line(44), signedWith()])
    expect(kinds(below)).toEqual([{ kind: 'belowHerLine', share: 43, threshold: 44 }])
    const hash = mirrorHash(mirrorFor(below), sha256)
    expect(kinds(asked([said(), reviewed, line(44), signedWith(hash)]))).toEqual([])
    expect(kinds(asked([said(), reviewed, signedWith(hash), line(44)]))).toEqual([])
    const another = sections.map((one) => (one.id === 'b' ? { ...one, heading: 'That night' } : one))
    const changed = { beside: { sections: another, wordsAbout: [] } }
    expect(kinds(asked([said(), reviewed, line(44), signedWith(hash)], changed)).map(({ kind }) => kind)).toEqual([
      'belowHerLine',
    ])
    expect(kinds(asked([said(), reviewed, line(44), signedWith(hash)], { sha256: undefined }))).toHaveLength(1)
  })

  test('the latest line counts, and none is none', () => {
    expect(kinds(asked([said(), reviewed, line(90), line(null), signedWith()]))).toEqual([])
  })

  test('readers see it when she says so, without what is hidden from them', () => {
    const redaction = (thing: Redaction['thing'], ...ranges: Redaction['ranges']): Redaction => ({
      id: `r-${thing}`,
      thing,
      reach: 'readers',
      way: 'removed',
      replacement: '',
      why: '',
      author: 'Ana',
      ranges,
    })
    const redactions = [redaction('passage', over('p8'), over('p9')), redaction('other', over('p7', 5))]
    const tells = { id: 'd', passage: 'p5', heading: 'ตำรวจมา' }
    const more = {
      marks: { ...noMarks, labels, redactions },
      beside: { sections: [...sections, tells], wordsAbout: [] },
    }
    expect(contentOf(asked([said()], more)).mirror).toBeNull()
    const shown = contentOf(asked([said(), line(null, true)], more)).mirror
    // Neither a heading that says what was taken out, nor one that stands over nothing but what is hidden, nor a label that
    // is not hers or on hidden words alone.
    expect(named(shown?.sections ?? [])).toEqual(['', 'The kitchen', 'The night'])
    expect(named(shown?.labels ?? [])).toEqual(['organising', 'police violence'])
    expect(JSON.stringify(shown)).not.toMatch(/"(a|b|c|d|joy)"/)
    // As many words as can be read: no number tells how long it was.
    expect(shown?.selection.words).toBe(4 + 4 + 4)
    expect(shown?.whole.words).toBe(4 + 5 + 4 + 3 + 4 + 4 + 4)
    expect(excerpt.passages).toEqual(['p5', 'p6', 'p7'])
  })
})
