// Which language comes nearest to the one that is wanted.
import { expect, test } from 'vitest'
import { canonicalLanguage, nearestLanguage } from '../../shared/domain/languages/nearest-language.ts'

test.each([
  ['es', ['en', 'es'], 'es'],
  ['ES-mx', ['en', 'es-ES', 'es-MX'], 'es-MX'],
  ['es-MX', ['en', 'es'], 'es'],
  ['pt', ['en', 'pt-BR'], 'pt-BR'],
  ['zh-TW', ['zh-Hans', 'zh-Hant', 'en'], 'zh-Hant'],
  ['sr-Latn', ['en', 'sr'], 'sr'],
  ['fil', ['en', 'tl'], 'tl'],
  ['km', ['es', 'en-GB', 'fr'], 'en-GB'],
  ['km', ['th', 'es'], 'th'],
  ['no such tag', ['es', 'en'], 'en'],
  ['en', [], null],
] as const)('%s, where there is %j: %s', (wanted, there, nearest) => {
  expect(nearestLanguage(wanted, there)).toBe(nearest)
})

test('a tag has one way of being written', () => {
  expect(canonicalLanguage('PT-br')).toBe('pt-BR')
  expect(canonicalLanguage('not a tag')).toBe('not a tag')
})
