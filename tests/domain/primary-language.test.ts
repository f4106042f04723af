// The language of a tag, whatever else the tag says.
import { expect, test } from 'vitest'
import { primaryLanguage } from '../../shared/domain/languages/primary-language.ts'

test.each([
  ['pt', 'pt'],
  ['pt-BR', 'pt'],
  ['ES-mx', 'es'],
  ['zh-Hant-TW', 'zh'],
  ['fil', 'fil'],
  ['', ''],
])('%j is %j', (tag, language) => {
  expect(primaryLanguage(tag)).toBe(language)
})
