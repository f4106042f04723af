import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js'
import { describe, expect, test } from 'vitest'
import {
  estimatePassphrase,
  normalisePassphrase,
  proposePassphrase,
  sixWords,
  requireStrength,
} from '../../electron/archive/vault/passphrase.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { codeOf } from './temporary-folder.ts'
import { tries } from '../support/full.ts'

describe('a proposed passphrase', () => {
  test('is six words of the person’s list, or of the English one', () => {
    for (const [language, list] of [
      ['en', english],
      ['es-MX', spanish],
      ['ar', english],
      ['ja', english],
    ] as const) {
      const words = sixWords(language, systemRandom).split(' ')
      expect(words).toHaveLength(6)
      for (const word of words) expect(list.map((each) => each.normalize('NFC'))).toContain(word)
    }
    expect(sixWords('en', () => Buffer.alloc(12, 0xff))).toBe('zoo zoo zoo zoo zoo zoo')
  })

  test('is drawn again where chance made an easy one', async () => {
    let draws = 0
    const first = (length: number) => ((draws += 1) === 1 ? Buffer.alloc(length, 0xff) : systemRandom(length))
    const passphrase = await proposePassphrase('en', first)
    expect(passphrase).not.toBe('zoo zoo zoo zoo zoo zoo')
    expect(draws).toBeGreaterThan(1)
  })

  test('is recognised as strong, every time', async () => {
    let tried = 0
    for (const language of ['en', 'es', 'fr', 'it', 'pt', 'cs']) {
      for (let at = 0; at < tries(10, 3); at += 1) {
        tried += 1
        const passphrase = await proposePassphrase(language, systemRandom)
        expect(await estimatePassphrase(passphrase)).toMatchObject({ verdict: 'strong' })
      }
    }
    expect(tried).toBeGreaterThan(10)
  })
})

describe('an own passphrase', () => {
  test.each([
    ['', 'moreWords'],
    ['password', 'common'],
    ['qwertyuiop', 'common'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'repeated'],
    ['maria1987', 'name'],
    ['contraseña', null],
    ['my dog is brown', null],
    ['i love you so much', null],
    ['zoo zoo zoo zoo zoo zoo', 'repeated'],
    ['abandon abandon abandon abandon abandon abandon', 'repeated'],
    ['la vida es sueño', null],
  ] as const)('%s is too weak', async (passphrase, hint) => {
    const estimate = await estimatePassphrase(passphrase)
    expect(estimate.verdict).toBe('tooWeak')
    if (hint !== null) expect(estimate.hint).toBe(hint)
    expect(estimate.hint).not.toBeNull()
    expect(await codeOf(requireStrength(passphrase))).toBe('weakPassphrase')
  })

  test('more words are more, spaces are nothing, and long input ends', async () => {
    const log = async (text: string) => (await estimatePassphrase(text)).guessesLog10
    expect(await log('lantern gravel orchid')).toBeLessThan(await log('lantern gravel orchid whistle'))
    expect(await log('c o r r e c t')).toBeLessThan(8)
    expect(await log('correct   horse')).toBe(await log(' correct horse '))
    expect((await estimatePassphrase('xK9$vQ2!mZ7@pL4#')).verdict).toBe('strong')
    await estimatePassphrase('ab1 '.repeat(20_000))
    expect(await codeOf(requireStrength('xK9$vQ2!mZ7@pL4#'))).toBe('none')
  })
})

test('typed forgivingly, to the same bytes', () => {
  const bytes = normalisePassphrase('ábaco útil más')
  for (const typed of ['  ábaco  útil\tmás\n', 'ábaco útil más'.normalize('NFD'), 'ábaco\u00a0útil\u3000más']) {
    expect(normalisePassphrase(typed)).toEqual(bytes)
  }
  for (const other of ['abaco útil más', 'ábacoútil más', 'Ábaco útil más']) {
    expect(normalisePassphrase(other)).not.toEqual(bytes)
  }
})
