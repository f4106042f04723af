import { describe, expect, test } from 'vitest'
import {
  lookAtPaperWords,
  paperKeyWords,
  positionsToCheck,
  readPaperKey,
  sameWord,
} from '../../electron/archive/vault/paper-key.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { codeOf } from './temporary-folder.ts'

const languages = ['en', 'es', 'fr', 'it', 'pt', 'cs', 'ar']

describe('the paper key', () => {
  test('is the words of BIP39 (its own vectors)', () => {
    expect(paperKeyWords(Buffer.alloc(32), 'en').join(' ')).toBe(`${'abandon '.repeat(23)}art`)
    expect(paperKeyWords(Buffer.alloc(32, 0xff), 'en').join(' ')).toBe(`${'zoo '.repeat(23)}vote`)
  })

  test('comes back from its words, however they are typed', () => {
    for (const language of languages) {
      for (let at = 0; at < 20; at += 1) {
        const bytes = systemRandom(32)
        const words = paperKeyWords(bytes, language)
        expect(words).toHaveLength(24)
        expect(readPaperKey(words.join(' '))).toEqual(bytes)
        expect(readPaperKey(`  ${words.join(' \n ').toUpperCase()} `)).toEqual(bytes)
        expect(readPaperKey(words.join(' ').normalize('NFD'))).toEqual(bytes)
        expect(readPaperKey(words.map((word, number) => `${number + 1}. ${word}`).join('\n'))).toEqual(bytes)
      }
    }
  })

  test('four letters a word are enough in English and Spanish', () => {
    for (const language of ['en', 'es']) {
      const bytes = systemRandom(32)
      const short = paperKeyWords(bytes, language).map((word) => [...word.normalize('NFC')].slice(0, 4).join(''))
      expect(readPaperKey(short.join(' '))).toEqual(bytes)
    }
  })

  test('a mistake is noticed', async () => {
    const words = paperKeyWords(Buffer.alloc(32, 7), 'en')
    const swapped = [words[1], words[0], ...words.slice(2)]
    const wrongs = [
      words.slice(1).join(' '),
      [...words, 'zoo'].join(' '),
      swapped.join(' '),
      '',
      'abandon '.repeat(24),
      `${'abandon '.repeat(11)}about`,
      words.with(3, 'notaword').join(' '),
      words.with(3, 'aba').join(' '),
    ]
    for (const wrong of wrongs) expect(await codeOf(() => readPaperKey(wrong))).toBe('wrongPaperKey')
    expect(await codeOf(() => paperKeyWords(Buffer.alloc(31), 'en'))).toBe('wrongPaperKey')
  })

  test('what is wrong with typed words is found, word by word', () => {
    const words = paperKeyWords(Buffer.alloc(32, 7), 'en')
    expect(lookAtPaperWords(words.join(' '))).toEqual({ count: 24, unknown: [], whole: true })
    const missing = words.with(6, 'abondon').with(11, 'qqqqqqq').with(23, 'vtoe')
    expect(lookAtPaperWords(missing.join(' '))).toEqual({
      count: 24,
      unknown: [
        { place: 7, near: ['abandon'] },
        { place: 12, near: [] },
        { place: 24, near: expect.arrayContaining(['vote']) as string[] },
      ],
      whole: false,
    })
    const swapped = [words[1] ?? '', words[0] ?? '', ...words.slice(2)]
    for (const wrong of [swapped, words.with(0, words[0] === 'zoo' ? 'abandon' : 'zoo')])
      expect(lookAtPaperWords(wrong.join(' '))).toEqual({ count: 24, unknown: [], whole: false })
    const spanish = paperKeyWords(Buffer.alloc(32, 9), 'es').with(2, 'zapatu').with(3, 'abdomem')
    const { unknown } = lookAtPaperWords(spanish.join(' '))
    expect(unknown).toEqual([
      { place: 3, near: ['zapato'] },
      { place: 4, near: ['abdomen'] },
    ])
    expect(lookAtPaperWords('')).toEqual({ count: 0, unknown: [], whole: false })
  })

  test('four different places are asked for', () => {
    const seen = new Set<number>()
    for (let at = 0; at < 300; at += 1) {
      const places = positionsToCheck(systemRandom)
      expect(new Set(places).size).toBe(4)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      for (const place of places) seen.add(place)
    }
    expect([...seen].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, at) => at))
  })

  test('a word typed back', () => {
    expect(sameWord('ÁBAC', 'ábaco')).toBe(true)
    expect(sameWord('zoo', 'zoo')).toBe(true)
    expect(sameWord('aba', 'abandon')).toBe(false)
    expect(sameWord('abandom', 'abandon')).toBe(false)
  })
})
