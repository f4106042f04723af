// The cards and the offered labels: complete in every language, and without the words that are never used of anybody.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { startingUseNames } from '../../shared/domain/uses.ts'

interface Cards {
  readonly version: number
  readonly cards: Readonly<Record<string, Readonly<Record<'title' | 'says' | 'whoCouldSee' | 'worstCase', string>>>>
}

function read<T>(folder: string, language: string): T {
  return JSON.parse(readFileSync(new URL(`../../resources/${folder}/${language}.json`, import.meta.url), 'utf8')) as T
}

const neverSaid = {
  en: /\b(victims?|subjects?|rescued?|submit|reject(ed)?|safe(ly|ty)?|anonymous(ly)?)\b/i,
  es: /(víctima|rescat|anónim|a salvo|sujeto)/i,
} as const

describe.each(['en', 'es'] as const)('in %s', (language) => {
  const { cards, version } = read<Cards>('consent-cards', language)

  test('every use has a whole card', () => {
    expect(Object.keys(cards).toSorted()).toEqual([...startingUseNames].toSorted())
    for (const card of Object.values(cards)) {
      expect(Object.values(card).every((words) => words.trim().length > 2)).toBe(true)
      expect(Object.keys(card).toSorted()).toEqual(['says', 'title', 'whoCouldSee', 'worstCase'])
    }
    expect(version).toBe(1)
  })

  test('no sentence of a card is long', () => {
    const sentences = Object.values(cards).flatMap(({ says, whoCouldSee, worstCase }) =>
      [says, whoCouldSee, worstCase].join(' ').split(/[.:]\s/),
    )
    for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(22)
  })

  test('no word is used that is never used of anybody', () => {
    const words = JSON.stringify([cards, read('label-starters', language)])
    expect(words).not.toMatch(neverSaid[language])
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
