// Two states beside each other, word by word in every script, and passage by passage.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, compareTranscripts, type TextPiece } from '../../shared/domain/writing/compare.ts'
import type { Passage, Transcript } from '../../shared/domain/story.ts'

const told = (pieces: readonly TextPiece[]) =>
  pieces.map(({ kind, text }) => `${{ same: '=', added: '+', removed: '-' }[kind]}${text}`)

describe('texts', () => {
  test.each([
    ['en', 'I sold oranges there.', 'I sold apples there.', ['=I sold ', '-oranges', '+apples', '= there.']],
    ['zh', '我們在市場工作。', '我們在街上工作。', ['=我們在', '-市場', '+街上', '=工作。']],
    ['th', 'ฉันขายส้มที่ตลาด', 'ฉันขายกล้วยที่ตลาด', ['=ฉันขาย', '-ส้ม', '+กล้วย', '=ที่ตลาด']],
    ['ar', 'بعت البرتقال هناك', 'بعت التفاح هناك', ['=بعت ', '-البرتقال', '+التفاح', '= هناك']],
    ['en', 'one two three four', 'five six seven four', ['-one two three', '+five six seven', '= four']],
    ['no tag!', 'a b', 'a c', ['=a ', '-b', '+c']],
    ['en', '', 'new', ['+new']],
    ['en', 'old', '', ['-old']],
    ['en', 'same', 'same', ['=same']],
    ['en', '', '', []],
  ])('in %s', (language, before, after, expected) => {
    expect(told(compareTexts(before, after, language))).toEqual(expected)
  })

  test('nothing is lost on either side, whatever the texts', () => {
    const word = fc.constantFrom('a', 'b', 'c ', ' ', '\n', '市場', '工', '👋🏽', 'é', '.')
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareTexts(before, after, 'en')
        const without = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  test('two long texts that have nothing in common are compared in a moment', () => {
    const words = (name: string) => Array.from({ length: 30_000 }, (_, at) => `${name}${at}`).join(' ')
    const from = performance.now()
    expect(compareTexts(words('a'), words('b'), 'en').length).toBeGreaterThan(0)
    expect(performance.now() - from).toBeLessThan(10_000)
  })
})

const passage = (id: string, text: string, turn = 't1'): Passage => ({
  id,
  turn,
  text,
  language: 'en',
  direction: 'ltr',
  recording: null,
  startMs: null,
  endMs: null,
  wordTimes: [],
})
const transcript = (...passages: Passage[]): Transcript => ({
  speakers: [
    { id: 's1', name: 'Marisol', role: 'narrator' },
    { id: 's2', name: 'Ana', role: 'interviewer' },
  ],
  turns: [...new Set(passages.map(({ turn }) => turn))].map((id) => ({ id, speaker: id === 't2' ? 's2' : 's1' })),
  passages,
})
const rows = (before: Transcript, after: Transcript) =>
  compareTranscripts(before, after).map(({ kind, passage: id, others, moved }) => [kind, id, others.join(','), moved])

describe('transcripts', () => {
  test('what stayed, changed, came and went', () => {
    const before = transcript(passage('a', 'one'), passage('b', 'two'), passage('c', 'three'))
    const after = transcript(passage('a', 'one'), passage('n', 'new'), passage('c', 'three four'))
    expect(rows(before, after)).toEqual([
      ['same', 'a', '', false],
      ['removed', 'b', '', false],
      ['added', 'n', '', false],
      ['changed', 'c', '', false],
    ])
    expect(told(compareTranscripts(before, after)[3]?.pieces ?? [])).toEqual(['=three', '+ four'])
  })

  test('as few as possible count as moved, and another speaker does', () => {
    const before = transcript(passage('a', '1'), passage('b', '2'), passage('c', '3'), passage('d', '4'))
    const after = transcript(passage('d', '4'), passage('a', '1'), passage('b', '2', 't2'), passage('c', '3'))
    expect(rows(before, after).filter(([, , , moved]) => moved)).toEqual([
      ['same', 'd', '', true],
      ['same', 'b', '', true],
    ])
  })

  test('a split and a join are told as such, not as removing and adding', () => {
    const whole = transcript(passage('a', 'one two three'), passage('z', 'end'))
    const parts = transcript(passage('a', 'one'), passage('b', 'two'), passage('c', 'three'), passage('z', 'end'))
    expect(rows(whole, parts)).toEqual([
      ['split', 'a', 'b,c', false],
      ['same', 'z', '', false],
    ])
    expect(rows(parts, whole)).toEqual([
      ['joined', 'a', 'b,c', false],
      ['same', 'z', '', false],
    ])
    expect(compareTranscripts(whole, parts)[0]?.pieces).toEqual([{ kind: 'same', text: 'one two three' }])
  })
})
