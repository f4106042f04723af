// A name that was taken out is found again however it is written: with a comma, a hyphen, a case ending, a small word
// grown to it, cut in two by the end of a passage, or in what was put in another name's place.
import { describe, expect, test } from 'vitest'
import { gate } from '../../shared/domain/gate/gate.ts'
import { findAgain } from '../../shared/domain/words/same-words.ts'
import { questionOf } from '../support/names-taken-out.ts'

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

function reasons(...asked: Parameters<typeof questionOf>) {
  const answer = gate(questionOf(...asked))
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
