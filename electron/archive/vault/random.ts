// Where chance comes from, and the opaque names made of it.
import { randomFillSync } from 'node:crypto'
import { emptySecret } from './secret-bytes.ts'

/** Gives `length` random bytes. Handed in everywhere, so that a test can replace it. */
export type RandomSource = (length: number) => Buffer

// NOTE: asking the system for 16 bytes at a time costs more than the ids they make; bytes given out are wiped here.
// Only ids and nonces come from the pool: a key comes from the system, into memory that nothing else shares.
const pool = Buffer.alloc(4096)
let used = pool.length

/** The operating system's own source. */
export const systemRandom: RandomSource = (length) => {
  if (length > 16) return randomFillSync(emptySecret(length))
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + length))
  pool.fill(0, used, used + length)
  used += length
  return bytes
}

// Crockford's alphabet: no i, l, o, u, so that nothing is misread and no word is spelled by chance.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

// Ten bits at a time: an import makes tens of thousands of ids.
const twoLetters = Array.from({ length: 1024 }, (_, bits) => alphabet.charAt(bits >> 5) + alphabet.charAt(bits & 31))

/** Bytes as lowercase base32 (five bits a character, the last one padded with zeros). */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0x3ffff
    bits += 8
    if (bits < 10) continue
    bits -= 10
    text += twoLetters[(held >> bits) & 1023]
  }
  if (bits >= 5) {
    bits -= 5
    text += alphabet.charAt((held >> bits) & 31)
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text
}

/** A new id: 128 random bits as 26 characters. It tells neither order nor time. */
export function newId(random: RandomSource): string {
  return base32(random(16))
}

/**
 * A new id for one of the many small things of a story (a turn, a passage): 80 random bits as 16 characters. Among a
 * hundred million of them two are the same once in two hundred million archives.
 */
export function newSmallId(random: RandomSource): string {
  return base32(random(10))
}
