// Finding in a story: inside words unless whole ones are wanted, whatever the case and accents, in scripts without spaces too.
import { expect, test } from 'vitest'
import { placesOf } from '../../renderer/features/writing/find-in-words.ts'

const found = (text: string, words: string, { sameCase = false, whole = false } = {}): string[] =>
  placesOf([{ id: 'one', text }], words, { sameCase, whole }).map(({ start, end }) => text.slice(start, end))

test('inside longer words, and only whole ones when that is wanted', () => {
  const text = 'The clothes were there. The other ones too.'
  expect(found(text, 'the')).toEqual(['The', 'the', 'the', 'The', 'the'])
  expect(found(text, 'the', { whole: true })).toEqual(['The', 'The'])
})

test('in every passage alike: a whole word in one does not hide parts of words in it', () => {
  expect(found('A baker bakes. The bakery was Baker Street’s.', 'baker')).toEqual(['baker', 'baker', 'Baker'])
})

test('only in the same capital letters', () => {
  expect(found('Rosa picked a rosa. Rosalinda too.', 'Rosa', { sameCase: true })).toEqual(['Rosa', 'Rosa'])
  expect(found('Rosa picked a rosa. Rosalinda too.', 'Rosa', { sameCase: true, whole: true })).toEqual(['Rosa'])
})

test('without accents, and in scripts without spaces', () => {
  expect(found('Mi tía José y jose.', 'jose')).toEqual(['José', 'jose'])
  expect(found('我在洗衣房上夜班。夜班很长。', '夜班')).toEqual(['夜班', '夜班'])
  expect(found('เราทำงานกลางคืน กลางคืนยาว', 'กลางคืน', { whole: true })).toEqual(['กลางคืน', 'กลางคืน'])
})

test('no place lies over another, and signs in what is sought are only signs', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
  expect(found('What? (Yes.) What?', 'what?')).toEqual(['What?', 'What?'])
  expect(found('anything', '  ')).toEqual([])
})
