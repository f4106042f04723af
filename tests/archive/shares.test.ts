// Shares among trusted people: enough of them open, and whatever is wrong with one is found before it gives a wrong secret.
import { combine } from 'shamir-secret-sharing'
import { describe, expect, test } from 'vitest'
import { systemRandom as random } from '../../electron/archive/vault/random.ts'
import { paperKeyWords } from '../../electron/archive/vault/paper-key.ts'
import { readShareWords, shareOf, sharesOf, shareWords } from '../../electron/archive/vault/share-words.ts'
import { isShare, joinShares, makeShares, readShare } from '../../electron/archive/vault/shares.ts'
import { codeOf } from './temporary-folder.ts'
import { spread } from '../support/full.ts'

const archiveId = random(16)
const made = await makeShares({ archiveId, needed: 3, of: 5 }, random)
const { secret, shares } = made
const at = (place: number): Buffer => shares[place] ?? Buffer.alloc(0)

/** Every choice of `count` of the five. */
function choices(count: number, from = 0): number[][] {
  if (count === 0) return [[]]
  return [0, 1, 2, 3, 4]
    .filter((one) => one >= from)
    .flatMap((one) => choices(count - 1, one + 1).map((rest) => [one, ...rest]))
}

function readOrNull(words: string): Buffer | null {
  try {
    return shareOf(words)
  } catch {
    return null
  }
}

describe('three of five', () => {
  test('every three give the secret back, and four, and five; no one and no two do', async () => {
    expect(choices(3)).toHaveLength(10)
    for (const count of [3, 4, 5])
      for (const chosen of choices(count)) {
        expect(await joinShares(chosen.map(at))).toEqual(secret)
        expect(await joinShares(chosen.map(at).toReversed())).toEqual(secret)
      }
    for (const count of [0, 1, 2])
      for (const chosen of choices(count)) expect(await codeOf(joinShares(chosen.map(at)))).toBe('wrongShares')
    // The control: the arithmetic alone gives something for two, and it is not the secret.
    const two = await combine([at(0), at(1)].map((share) => new Uint8Array(readShare(share).data)))
    expect(two).toHaveLength(secret.length)
    expect(Buffer.from(two)).not.toEqual(secret)
  })

  test('two that say that two are enough are found out by what they come to', async () => {
    const { createHash } = await import('node:crypto')
    const forged = [at(0), at(1)].map((share) => {
      const bytes = Buffer.from(share)
      bytes.writeUInt8((2 << 4) | (bytes.readUInt8(7) & 15), 7)
      const sum = createHash('sha256').update('firsthand shares 1 sum').update(bytes.subarray(0, 29)).digest()
      bytes.set(sum.subarray(0, 4), 29)
      expect(isShare(bytes)).toBe(true)
      return bytes
    })
    expect(await codeOf(joinShares(forged))).toBe('wrongShares')
  })

  test('the same one twice, and those of two sets, come to nothing', async () => {
    expect(await codeOf(joinShares([at(0), at(1), at(1)]))).toBe('wrongShares')
    const other = await makeShares({ archiveId, needed: 3, of: 5 }, random)
    expect(await codeOf(joinShares([at(0), at(1), other.shares[2] ?? at(2)]))).toBe('wrongShares')
  })

  test.each([
    [2, 2],
    [2, 3],
    [4, 7],
    [15, 15],
  ])('%i of %i', async (needed, of) => {
    const set = await makeShares({ archiveId, needed, of }, random)
    expect(set.shares.map((share) => readShare(share).number)).toEqual(Array.from({ length: of }, (_, nth) => nth + 1))
    expect(await joinShares(set.shares.slice(-needed))).toEqual(set.secret)
    if (needed > 2) expect(await codeOf(joinShares(set.shares.slice(1, needed)))).toBe('wrongShares')
  })

  test.each([
    [1, 3],
    [4, 3],
    [3, 16],
  ])('%i of %i is not made', async (needed, of) => {
    expect(await codeOf(makeShares({ archiveId, needed, of }, random))).toBe('badInput')
  })
})

describe('the words of a sheet', () => {
  test.each(['en', 'es', 'fr', 'it', 'pt', 'cs'])('come back from being typed, in %s', (language) => {
    for (const share of shares) {
      const words = shareWords(share, language)
      expect(words).toHaveLength(24)
      expect(readShareWords(words.join(' '))).toEqual({ kind: 'share', bytes: share })
      const numbered = words.map((word, place) => `${place + 1}. ${word.toUpperCase()}`).join('\n')
      expect(readShareWords(numbered)).toEqual({ kind: 'share', bytes: share })
    }
    expect(sharesOf(shares.map((share) => shareWords(share, language).join(' ')).join('\n\n'))).toEqual(shares)
  })

  test('no two sheets begin alike, and none tells of which set it is', () => {
    const beginnings = shares.map((share) => shareWords(share, 'en').slice(0, 2).join(' '))
    expect(new Set(beginnings).size).toBe(shares.length)
  })

  test('every slip of one letter is refused, or reads as the word that stands there', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz '
    let [refused, same, placesTried] = [0, 0, 0]
    for (const language of ['en', 'es']) {
      const whole = shareWords(at(2), language).join(' ')
      const places = spread(
        Array.from(whole, (_, place) => place),
        5,
      )
      placesTried += places.length
      for (const place of places) {
        const letter = letters[(place * 7) % letters.length] ?? 'q'
        const slips = [
          whole.slice(0, place) + letter + whole.slice(place + 1),
          whole.slice(0, place) + whole.slice(place + 1),
          whole.slice(0, place) + letter + whole.slice(place),
          whole.slice(0, place) + (whole[place + 1] ?? '') + (whole[place] ?? '') + whole.slice(place + 2),
        ]
        for (const slip of slips) {
          const read = readOrNull(slip)
          if (read === null) refused += 1
          else {
            expect(read).toEqual(at(2))
            same += 1
          }
        }
      }
    }
    expect(placesTried).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(placesTried * 2.5)
    // A last letter left out, an accent, a space more: what is meant is still one word of the list.
    expect(same).toBeLessThan(refused / 4)
  })

  test('every bit flipped is refused', () => {
    for (let bit = 0; bit < at(0).length * 8; bit += 1) {
      const bytes = Buffer.from(at(0))
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(isShare(bytes)).toBe(false)
    }
  })

  test('what is wrong is said: which word, which two, how many, a paper key, or more than can be told', () => {
    const words = shareWords(at(1), 'en')
    const read = (changed: readonly string[]) => readShareWords(changed.join(' '))
    expect(read(words.slice(1))).toEqual({ kind: 'count', count: 23 })
    expect(readShareWords('')).toEqual({ kind: 'count', count: 0 })
    expect(read(words.with(4, 'abondon').with(9, 'qqqqqqq'))).toEqual({
      kind: 'unknown',
      unknown: [
        { place: 5, near: ['abandon'] },
        { place: 10, near: [] },
      ],
    })
    const other = words[12] === 'zoo' ? 'abandon' : 'zoo'
    expect(read(words.with(12, other))).toEqual({ kind: 'another', place: 13 })
    const [one, two] = words[2] === words[7] ? [2, 8] : [2, 7]
    expect(read(words.with(one, words[two] ?? '').with(two, words[one] ?? ''))).toEqual({
      kind: 'swapped',
      place: one + 1,
      other: two + 1,
    })
    expect(read(paperKeyWords(random(32), 'en'))).toEqual({ kind: 'paper' })
    expect(read(Array.from({ length: 24 }, () => 'abandon'))).toEqual({ kind: 'broken' })
  })
})
