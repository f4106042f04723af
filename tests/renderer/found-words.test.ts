// What is shown of a found passage is a true piece of it, with the first found words in it, and no letter cut in half.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foundWords } from '../../renderer/features/find/found-words.ts'

const shown = (text: string, found: [number, number][]): string =>
  foundWords(text, found)
    .map((one) => one.text)
    .join('')

test('a short passage is shown whole, marked where it was found', () => {
  expect(
    foundWords('I had the keys to the laundry.', [
      [10, 14],
      [22, 29],
    ]),
  ).toEqual([
    { text: 'I had the ', isFound: false },
    { text: 'keys', isFound: true },
    { text: ' to the ', isFound: false },
    { text: 'laundry', isFound: true },
    { text: '.', isFound: false },
  ])
})

test('a long passage is cut to what lies around the first found words', () => {
  const text = `${'word '.repeat(400)}LAUNDRY ${'after '.repeat(400)}`
  const at = text.indexOf('LAUNDRY')
  const stretches = foundWords(text, [[at, at + 7]])
  expect(stretches.find(({ isFound }) => isFound)?.text).toBe('LAUNDRY')
  expect(stretches.at(0)?.text).toBe('… ')
  expect(stretches.at(-1)?.text).toBe(' …')
  expect(shown(text, [[at, at + 7]]).length).toBeLessThan(400)
})

test('a script without spaces is cut between letters, also where a letter takes two units', () => {
  for (const lead of ['', 'a', 'ab']) {
    const text = `${lead}${'𠮷'.repeat(300)}野${'𠮷'.repeat(300)}`
    const at = text.indexOf('野')
    const stretches = foundWords(text, [[at, at + 1]])
    expect(stretches.map((one) => one.text.isWellFormed())).not.toContain(false)
    expect(stretches.find(({ isFound }) => isFound)?.text).toBe('野')
  }
})

test('whatever the text and the offsets: a true piece, whole letters, in order', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 60 }),
      fc.array(fc.nat(59), { minLength: 1, maxLength: 5 }),
      (words, picks) => {
        const text = words.join(' ')
        const found = picks
          .filter((pick) => pick < words.length)
          .map((pick): [number, number] => {
            const at = words.slice(0, pick).reduce((sum, one) => sum + one.length + 1, 0)
            return [at, at + (words[pick]?.length ?? 0)]
          })
        if (found.length === 0) return
        const stretches = foundWords(text, found)
        const piece = stretches
          .filter((one) => one.text !== '… ' && one.text !== ' …')
          .map((one) => one.text)
          .join('')
        expect(text).toContain(piece)
        expect(piece.isWellFormed()).toBe(true)
        expect(stretches.some(({ isFound }) => isFound)).toBe(true)
      },
    ),
  )
})
