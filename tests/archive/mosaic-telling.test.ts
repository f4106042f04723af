// What of a story tells who she is: names first, rare words after them, and what everybody says not at all.
import { expect, test } from 'vitest'
import { loadKnownWords } from '../../electron/archive/features/mosaic/known-words.ts'
import { featuresIn } from '../../shared/domain/given-out/mosaic-features.ts'
import { whatTells, type SaidFeature } from '../../shared/domain/given-out/mosaic-telling.ts'
import { putTogether } from '../../shared/domain/given-out/mosaic.ts'

const knownWords = await loadKnownWords(['en', 'es-MX', 'th', 'constructor'])

function said(text: string, language: string, disclosure: string | null = null): SaidFeature[] {
  return featuresIn(text, language).map((one) => ({ ...one, language, where: { disclosure, passage: 'p' } }))
}

/** What is left of one text, `[kind, words]`. */
function told(text: string, language: string): [string, string][] {
  return whatTells([], said(text, language), knownWords).now.map(({ kind, words }) => [kind, words])
}

test('what everybody says in a language is left out, in any form', () => {
  const english = told("They weren't always coming because nothing about those nights mattered.", 'en')
  expect(english.map(([, words]) => words)).toEqual(['mattered'])
  const spanish = told('Entonces ellos hablaban siempre porque estaban en la morcilla.', 'es-MX')
  expect(spanish.map(([, words]) => words)).toEqual(['hablaban', 'morcilla'])
})

test('a name is one at the beginning of a sentence too, and nobody is called "I\'m" or "Government"', () => {
  expect(told('Amparo came. I saw Amparo. Margaret went away.', 'en')).toEqual([
    ['name', 'Amparo'],
    ['name', 'Margaret'],
  ])
  const elsewhere = whatTells(said('Pillán was far.', 'en', 'd'), said('I left Pillán.', 'en'), knownWords)
  expect(elsewhere.before).toMatchObject([{ kind: 'name', words: 'Pillán' }])
  expect(told("And I'm Liza Mixon, and it was Pillán's.", 'en')).toEqual(
    expect.arrayContaining([
      ['name', 'Liza Mixon'],
      ['name', 'Pillán'],
    ]),
  )
  expect(told("And I'm here.", 'en')).toEqual([])
  const government = told('The Government came. That government went.', 'en')
  expect(government).not.toContainEqual(['name', 'Government'])
})

test('where there are no capitals and no spaces, and nothing is known of the language, its words are told', () => {
  expect(told('ليلى عاشت في بيروت', 'ar').map(([, words]) => words)).toEqual(['ليلى', 'عاشت', 'بيروت'])
  expect(told('ฉันทำงานที่เชียงใหม่', 'th').map(([, words]) => words)).toContain('เชียงใหม่')
})

test('rare words point to her by themselves, common ones only beside a name', () => {
  const together = (before: string, now: string) => {
    const both = whatTells(said(before, 'en', 'd'), said(now, 'en'), knownWords)
    // Of each thing she and one other speak, never the same other.
    let other = 0
    const found = putTogether(both.before, both.now, () => new Set(['her', `other${(other += 1)}`]), 'her')
    return found.together.map(({ features }) => features.map(({ words }) => words))
  }
  expect(together('a seamstress', 'a lighthouse')).toEqual([['seamstress', 'lighthouse']])
  expect(together('a village', 'a lighthouse')).toEqual([['village', 'lighthouse']])
  expect(together('a village', 'a wedding')).toEqual([])
  expect(together('near Boggy Depot', 'near Pillán')).toEqual([['Boggy Depot', 'Pillán']])
  expect(together('a village', 'near Pillán')).toEqual([['village', 'Pillán']])
  expect(together('a village seamstress', 'a lighthouse near Pillán')[0]).toEqual(['seamstress', 'Pillán'])
})
