// What is wrong with typed words of a paper key, in words, in both languages.
import { expect, test } from 'vitest'
import { whatIsWrong } from '../../renderer/features/door/paper-words.ts'
import { makeSay } from '../../renderer/words/make-say.ts'

const [en, es] = [makeSay('en'), makeSay('es')]

test('each word that is not on the list is named, with those that are spelled alike', () => {
  const look = {
    count: 24,
    unknown: [
      { place: 7, near: ['abandon'] },
      { place: 12, near: [] },
      { place: 24, near: ['vote', 'note'] },
    ],
    whole: false,
  }
  expect(whatIsWrong(en, look)).toEqual([
    'Word 7 is not on the list. Did you mean abandon?',
    'Word 12 is not on the list. Look at it on the paper.',
    'Word 24 is not on the list. Did you mean vote or note?',
  ])
  expect(whatIsWrong(es, look)[2]).toBe('La palabra 24 no está en la lista. ¿Quiso escribir vote o note?')
})

test('words that are all on the list are in another order, or the key of something else', () => {
  const listed = { count: 24, unknown: [] }
  expect(whatIsWrong(en, { ...listed, whole: false })[0]).toMatch(/another word on your paper, or two have changed/)
  expect(whatIsWrong(en, { ...listed, whole: true })[0]).toMatch(/a whole paper key, but not of this archive/)
})
