// The cards and the offered labels: complete in every language, and without the words that are never used of anybody.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../shared/domain/canonical.ts'
import { startingUseNames } from '../../shared/domain/consent/uses.ts'

interface Cards {
  readonly version: number
  readonly checked: boolean
  readonly headings: Readonly<Record<'says' | 'whoCouldSee' | 'worstCase', string>>
  readonly cards: Readonly<Record<string, Readonly<Record<'title' | 'says' | 'whoCouldSee' | 'worstCase', string>>>>
}

function read<T>(folder: string, language: string): T {
  return JSON.parse(readFileSync(new URL(`../../resources/${folder}/${language}.json`, import.meta.url), 'utf8')) as T
}

const neverSaid = {
  en: /\b(victims?|subjects?|rescued?|submit|reject(ed)?|safe(ly|ty)?|anonymous(ly)?)\b/i,
  es: /(víctima|rescat|anónim|a salvo|sujeto)/i,
  fr: /(victime|sauv(é|er)|anonym|en sécurité|sujet de)/i,
  pt: /(vítima|resgat|anônim|anónim|a salvo|em segurança|sujeito)/i,
  ar: /(ضحية|ضحايا|إنقاذ|مجهول|آمن)/,
} as const

/** SHA-256 of the words as they were first put before somebody. */
const firstWordings = {
  en: '9bf225a37761c9dabe0869cf7a0d8ce8423d7fb64c4263f839fb6e04ea9a2290',
  es: '29b633322c6b6b82572887ed372ee45484c982440b1a977d1cd93419efce7b1e',
  fr: '0f76066020336e39935823b4c5c7ab5cb40ddc901d41318ff6fdef12538e1fbd',
  pt: '4853d2e121b79e97a5c1142061cce56681985be20991b574b7f7c55a61ad7532',
  ar: 'a9be5458d15dded99e91fb9957bafd1069984f9172ef51dfcdab5bc581645e91',
} as const

describe.each(['en', 'es', 'fr', 'pt', 'ar'] as const)('the cards in %s', (language) => {
  const { cards, version, checked, headings } = read<Cards>('consent-cards', language)

  test('every use has a whole card', () => {
    expect(Object.keys(cards).toSorted()).toEqual([...startingUseNames].toSorted())
    for (const card of Object.values(cards)) {
      expect(Object.values(card).every((words) => words.trim().length > 2)).toBe(true)
      expect(Object.keys(card).toSorted()).toEqual(['says', 'title', 'whoCouldSee', 'worstCase'])
    }
    expect(version).toBe(1)
    expect(Object.values(headings).every((words) => words.trim().length > 2)).toBe(true)
  })

  test('the words that somebody may have agreed to are never edited', () => {
    expect(createHash('sha256').update(canonical(cards)).digest('hex')).toBe(firstWordings[language])
  })

  test('what nobody has checked is said to be so', () => {
    expect(checked).toBe(language === 'en' || language === 'es')
  })

  test('no sentence of a card is long', () => {
    const sentences = Object.values(cards).flatMap(({ says, whoCouldSee, worstCase }) =>
      [says, whoCouldSee, worstCase].join(' ').split(/[.:]\s/),
    )
    for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(22)
  })

  test('no word is used that is never used of anybody', () => {
    expect(JSON.stringify(cards)).not.toMatch(neverSaid[language])
  })
})

describe.each(['en', 'es'] as const)('the labels in %s', (language) => {
  test('no word is used that is never used of anybody', () => {
    expect(JSON.stringify(read('label-starters', language))).not.toMatch(neverSaid[language])
  })

  test('the offered labels are the twenty-five, each once, "none of these" last', () => {
    const words = read<{ groups: { words: string[] }[] }>('label-starters', language).groups.flatMap(
      (group) => group.words,
    )
    expect(new Set(words).size).toBe(25)
    expect(words).toHaveLength(25)
    expect(words.at(-1)).toBe(language === 'en' ? 'none of these' : 'ninguna de estas')
    expect(words).toContain(language === 'en' ? 'trafficking' : 'trata')
  })
})
