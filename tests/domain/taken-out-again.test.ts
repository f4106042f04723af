// A name that was taken out is found again however it is written: with a comma, a hyphen, a case ending, a small word
// grown to it, cut in two by the end of a passage, or in what was put in another name's place.
import { describe, expect, test } from 'vitest'
import { coolingOffMs, gate, type GateQuestion } from '../../shared/domain/gate.ts'
import { noMarks } from '../../shared/domain/marks.ts'
import type { Range, Redaction } from '../../shared/domain/marks.ts'
import { findAgain } from '../../shared/domain/same-words.ts'
import type { Passage, Story } from '../../shared/domain/story.ts'

describe('the same name', () => {
  const cases: [text: string, words: string, found: string[]][] = [
    ['Rosa came, Rosa left', 'Rosa,', ['Rosa', 'Rosa']],
    ['with José-Luis and José Luis', 'José Luis', ['José-Luis', 'José Luis']],
    ['“Rosa” and (rosa)', '“Rosa”', ['Rosa', 'rosa']],
    ['O`Brien, O’Brien, OʼBrien', "O'Brien", ['O`Brien', 'O’Brien', 'OʼBrien']],
    ['Rosas Auto, Rosa’s car', 'Rosa', ['Rosas', 'Rosa']],
    ['she grew rosas; Rosalinda, Rosana', 'Rosa', []],
    ['소연이가 왔다', '소연', ['소연']],
    ['أنا وفاطمة', 'فاطمة', ['فاطمة']],
    ['דיברתי עם רוזה ולרוזה', 'רוזה', ['רוזה', 'רוזה']],
    ['ΓΙΑΝΝΗΣ και Γιάννης', 'Γιάννης', ['ΓΙΑΝΝΗΣ', 'Γιάννης']],
    ['—', '—', []],
  ]
  test.each(cases)('in %j, %j', (text, words, found) => {
    expect(findAgain(text, words).map(([start, end]) => text.slice(start, end))).toEqual(found)
  })
})

const at = '2026-01-01T00:00:00.000Z'
const passage = (id: string, text: string): Passage => ({
  id,
  turn: 't1',
  text,
  language: 'en',
  direction: 'ltr',
  recording: null,
  startMs: null,
  endMs: null,
  wordTimes: [],
})
function reasons(
  texts: string[],
  redactions: (Partial<Redaction> & { at: [passage: number, words: string][] })[],
  over: Partial<GateQuestion['excerpt']> = {},
) {
  const passages = texts.map((text, place) => passage(`p${place + 1}`, text))
  const story: Story = {
    testimony: { id: 't', narrator: 'n', title: '', titleBy: 'archivist', language: 'en', createdAt: at, revision: 1 },
    narrator: { id: 'n', name: '', names: {}, existence: 'byPseudonym', refusedWords: [] },
    speakers: [{ id: 's1', name: '', role: 'narrator' }],
    turns: [{ id: 't1', speaker: 's1' }],
    passages,
    recordings: [],
  }
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
  const marks = {
    ...noMarks,
    labels: [],
    redactions: redactions.map(({ at: where, ...own }, place): Redaction => ({
      id: `d${place + 1}`,
      thing: 'name',
      reach: 'readers',
      way: 'removed',
      replacement: '',
      why: '',
      author: 'Ana',
      ...own,
      ranges: where.map(([one, words]) => range(one, words)),
    })),
  }
  const answer = gate({
    story,
    marks,
    timesUsed: new Map(),
    spentSignOffs: new Set(),
    moment: new Date(Date.parse(at) + coolingOffMs).toISOString(),
    contentHash: null,
    ledger: [],
    excerpt: {
      id: 'x',
      testimony: 't',
      use: 'readingRoom',
      recipient: { id: 'r', name: 'Hall', language: 'en' },
      passages: passages.map(({ id }) => id),
      withSound: false,
      framing: { title: 'Nights', introduction: '', keywords: [], captions: [], about: [], author: 'Ana' },
      ...over,
    },
  })
  return answer.open ? [] : answer.reasons.filter(({ kind }) => kind.startsWith('takenOut'))
}

describe('the gate', () => {
  test('finds a name that was taken out with its comma', () => {
    expect(reasons(['Rosa, my sister.', 'Rosa left.'], [{ at: [[1, 'Rosa,']] }])).toEqual([
      { kind: 'takenOutElsewhere', passage: 'p2', redaction: 'd1', words: 'Rosa,' },
    ])
  })
  test('finds a name that the end of a passage cuts in two', () => {
    const found = reasons(['José Luis came.', 'and then José', 'Luis left.'], [{ at: [[1, 'José Luis']] }])
    expect(found).toEqual([{ kind: 'takenOutElsewhere', passage: 'p2', redaction: 'd1', words: 'José Luis' }])
    const half = reasons(
      ['José Luis came.', 'and then José', 'Luis left.'],
      [{ at: [[1, 'José Luis']] }, { at: [[2, 'José']] }],
    )
    expect(half).toEqual([{ kind: 'takenOutElsewhere', passage: 'p3', redaction: 'd1', words: 'José Luis' }])
    expect(
      reasons(
        ['José Luis came.', 'and then José', 'Luis left.'],
        [{ at: [[1, 'José Luis']] }, { at: [[2, 'José']] }, { at: [[3, 'Luis']] }],
      ),
    ).toEqual([])
  })
  test('is content where the name is out and its ending stays', () => {
    expect(
      reasons(
        ['Rosa came.', 'Rosas Auto.'],
        [
          {
            at: [
              [1, 'Rosa'],
              [2, 'Rosa'],
            ],
          },
        ],
      ),
    ).toEqual([])
    expect(reasons(['Rosa came.', 'Rosas Auto.'], [{ at: [[1, 'Rosa']] }])).toHaveLength(1)
  })
  test('finds a name in what stands in the place of another', () => {
    const found = reasons(
      ['Rosa came.', 'In the shop.'],
      [{ at: [[1, 'Rosa']] }, { way: 'vaguer', replacement: 'near Rosa’s house', at: [[2, 'the shop']] }],
    )
    expect(found).toEqual([{ kind: 'takenOutElsewhere', passage: 'p2', redaction: 'd1', words: 'Rosa' }])
  })
})
