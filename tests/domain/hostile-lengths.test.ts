// Texts that are made to be looked at for very long: they are not looked at for long, and let nothing out.
import { expect, test } from 'vitest'
import { framing } from '../../shared/contract/excerpts.ts'
import { growsTooLong } from '../../shared/domain/names/grown-text.ts'
import { featuresIn } from '../../shared/domain/given-out/mosaic-features.ts'
import { refusedWordsIn } from '../../shared/domain/words/refused-words.ts'
import { ownMs } from '../support/own-time.ts'

const refused = ['victim', 'prostituta', 'ضحية', 'жертва'].map((word) => ({ word, instead: '' }))
const quickly = <T>(work: () => T): T => {
  const begun = ownMs()
  const made = work()
  expect(ownMs() - begun).toBeLessThan(2_000)
  return made
}

test('a text of signs that each stand for a sentence is refused, and says every refused word where it is there', () => {
  const hostile = 'ﷺ'.repeat(200_000)
  const around = { title: '', introduction: hostile, keywords: [] }
  expect(quickly(() => framing.safeParse(around).success)).toBe(false)
  expect(quickly(() => refusedWordsIn(hostile, refused))).toEqual(refused)
})
test('a long text that people write is looked through', () => {
  const long = `${'the woman went home and '.repeat(8_000)}the victim`
  expect(growsTooLong(long)).toBe(false)
  expect(refusedWordsIn(long, refused.slice(0, 1))).toEqual(refused.slice(0, 1))
  expect(framing.safeParse({ title: '', introduction: `${long} ﷺ`, keywords: [] }).success).toBe(true)
})
test('what could tell who she is is found behind any white space, and quickly', () => {
  const text = `${' '.repeat(150_000)}${'we saw Pillán and '.repeat(2_000)}`
  const begun = ownMs()
  expect(featuresIn(text, 'en')).toContainEqual({ kind: 'name', words: 'Pillán' })
  expect(ownMs() - begun).toBeLessThan(400)
})
