// However many words are taken out, and however often the gate is asked, each passage is read through once.
import { beforeEach, expect, test, vi } from 'vitest'
import { gate } from '../../shared/domain/gate/gate.ts'
import * as letters from '../../shared/domain/words/letters-that-are-one.ts'
import { findAgain } from '../../shared/domain/words/same-words.ts'
import { readText } from '../../shared/domain/words/read-text.ts'
import { takenOutWords } from '../../shared/domain/words/taken-out-words.ts'
import { questionOf } from '../support/names-taken-out.ts'

vi.mock('../../shared/domain/words/letters-that-are-one.ts', async (original) => {
  const real = await original<typeof letters>()
  return { ...real, plain: vi.fn(real.plain) }
})
const plain = vi.mocked(letters.plain)
beforeEach(() => {
  plain.mockClear()
})

const texts = [
  'Rosa drove Carmen and Ivan to the market.',
  'Later Rosa and Ivan sang, and the rain came down on us all.',
]
const names = ['Rosa', 'Carmen', 'Ivan'].map((name) => ({ at: [[1, name]] as const }))

test('once for all that is taken out, for one gate and the next', () => {
  const question = questionOf(texts, names)
  const asked = gate(question)
  const again = gate({ ...question, contentHash: 'a' })
  for (const text of texts) expect(plain.mock.calls.filter(([read]) => read === text)).toHaveLength(1)
  for (const answer of [asked, again]) {
    const found = answer.open ? [] : answer.reasons.filter(({ kind }) => kind === 'takenOutElsewhere')
    expect(found.map((reason) => ('words' in reason ? reason.words : ''))).toEqual(['Rosa', 'Ivan'])
  }
})

test('other marks are looked for anew', () => {
  const { marks } = questionOf(texts, names)
  expect(takenOutWords(marks, 'readers')).toBe(takenOutWords(marks, 'readers'))
  const fewer = { ...marks, redactions: marks.redactions.slice(0, 1) }
  expect(takenOutWords(fewer, 'readers').map(({ words }) => words)).toEqual(['Rosa'])
  expect(takenOutWords(marks, 'circle')).toEqual([])
})

test('a text that was read before is not read again', () => {
  const [text = ''] = texts
  const read = readText(text)
  plain.mockClear()
  expect(findAgain(text, 'Ivan', () => read)).toEqual(findAgain(text, 'Ivan'))
  expect(plain.mock.calls.filter(([one]) => one === text)).toHaveLength(1)
})
