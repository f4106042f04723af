// The words that she answers with in languages that the window does not speak: whole, and with nothing lost from a sentence.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answeringIds, isShortOfWords, sayToAnswer, type AnsweringWords } from '../../renderer/words/answering.ts'
import { words as english } from '../../renderer/words/en/index.ts'
import { makeSay } from '../../renderer/words/make-say.ts'

const read = (language: string): AnsweringWords =>
  JSON.parse(
    readFileSync(new URL(`../../resources/consent-cards/answering/${language}.json`, import.meta.url), 'utf8'),
  ) as AnsweringWords

const values = {
  day: 31,
  use: 'A',
  heading: 'B',
  names: 'C',
  name: 'D',
  date: 'E',
  event: 'F',
  said: 'G',
  kind: 'H',
  note: 'I',
  start: '0:01',
  end: '0:02',
}

/** What a sentence is filled with. */
const filled = (text: string): string[] =>
  Object.keys({ ...values, count: 0 }).filter((name) => new RegExp(`\\{${name}[,}]`).test(text))

describe.each(['ar', 'fr', 'pt'])('what she answers with in %s', (language) => {
  const given = read(language)

  test('is whole, and says of itself that nobody has checked it', () => {
    expect(Object.keys(given.words).toSorted()).toEqual([...answeringIds].toSorted())
    expect(Object.values(given.words).every((words) => words.trim() !== '')).toBe(true)
    expect(given).toMatchObject({ language, checked: false })
    expect(isShortOfWords(makeSay('es'), language, given)).toBe(false)
  })

  test.each([...answeringIds])('%s leaves out nothing that it is filled with', (id) => {
    expect(filled(given.words[id] ?? '')).toEqual(filled(english[id]))
    const say = sayToAnswer(makeSay('es'), language, given)
    for (const count of [1, 2, 5, 11, 100]) expect(say(id, { ...values, count })).not.toContain('{')
  })
})

test('she answers in Arabic in a Spanish window, from right to left, with the digits of the fields', () => {
  const say = sayToAnswer(makeSay('es'), 'ar', read('ar'))
  expect(say('consent.answer.notYet')).toBe('ليس بعد')
  expect([say.locale, say.direction, say.code]).toEqual(['ar', 'rtl', 'es'])
  expect(say('talk.said.times', { count: 12 })).toContain('12')
  expect(say('talk.said.times', { count: 2 })).toContain('مرتين')
})

test('where there are no words in her language those of the window are said, and it is known', () => {
  const spanish = makeSay('es')
  expect(sayToAnswer(spanish, 'qu', null)).toBe(spanish)
  expect(isShortOfWords(spanish, 'qu', null)).toBe(true)
  expect(isShortOfWords(spanish, 'en', null)).toBe(false)
  const some = { language: 'qu', words: { 'consent.answer.yes': 'Arí' }, checked: true }
  const say = sayToAnswer(spanish, 'qu', some)
  expect([say('consent.answer.yes'), say('consent.answer.no')]).toEqual(['Arí', 'No'])
  expect(isShortOfWords(spanish, 'qu', some)).toBe(true)
})
