// A narrator's own paper: 32 bytes of chance that open the seeds of her keys, where she has forgotten her passphrase.
// NOTE: no work is put before it, as none is before an archive's paper key: nobody guesses 256 bits.
import sodium from 'sodium-native'
import type { OpenNarratorKey } from '../actor.ts'
import type { ArgonParameters } from './argon.ts'
import {
  openSealed,
  openSeeds,
  sealTo,
  unwrapSeeds,
  wrapSeeds,
  type NarratorKey,
  type Wrapping,
} from './narrator-key.ts'
import type { RandomSource } from './random.ts'
import { derive, nonceLength, seal, unseal } from './sealing.ts'
import { secretBytes } from './secret-bytes.ts'

const saltLength = 16
const seedsLength = 64

/**
 * What is kept of it. `wrapped`: salt 16, nonce 24, then both seeds enciphered. `own`: the paper itself, sealed to her, so
 * that it opens a copy of hers that she makes with her passphrase.
 */
export interface KeptPaper {
  readonly wrapped: Buffer
  readonly own: Buffer
}

const label = 'firsthand narrator paper 1'

function boundTo({ narrator, id, signingPublic, sealingPublic }: NarratorKey): Buffer {
  return Buffer.concat([Buffer.from(`${label} ${narrator} ${id} `), signingPublic, sealingPublic])
}

/** Her normalised passphrase opens the seeds, and the paper opens them from then on. Throws Failure wrongPassphrase. */
export async function wrapForPaper(
  key: NarratorKey,
  wrapping: Wrapping,
  passphrase: Buffer,
  paper: Buffer,
  random: RandomSource,
): Promise<KeptPaper> {
  const seeds = await unwrapSeeds(key, wrapping, passphrase)
  const [salt, nonce] = [random(saltLength), random(nonceLength)]
  const secret = derive(paper, salt, label)
  try {
    const wrapped = Buffer.concat([salt, nonce, seal(seeds, boundTo(key), nonce, secret)])
    return { wrapped, own: sealTo(key.sealingPublic, secretBytes(paper)) }
  } finally {
    for (const own of [seeds, secret]) sodium.sodium_memzero(own)
  }
}

/** Both seeds; null where it is another paper. The caller zeroes them. */
function seedsOf(key: NarratorKey, { wrapped }: KeptPaper, paper: Buffer): Buffer | null {
  if (wrapped.length < saltLength + nonceLength + seedsLength) return null
  const nonce = wrapped.subarray(saltLength, saltLength + nonceLength)
  const secret = derive(paper, wrapped.subarray(0, saltLength), label)
  const seeds = unseal(wrapped.subarray(saltLength + nonceLength), boundTo(key), nonce, secret)
  sodium.sodium_memzero(secret)
  return seeds
}

/** Her keys, opened with the 32 bytes of her paper; null where it is another one. The caller zeroes the secrets. */
export function openWithPaper(key: NarratorKey, kept: KeptPaper, paper: Buffer): OpenNarratorKey | null {
  const seeds = seedsOf(key, kept, paper)
  return seeds === null ? null : openSeeds(key, seeds)
}

/** The same keys under another normalised passphrase; null where the paper is another one. `open` is for whoever holds it. */
export async function rewrapWithPaper(
  key: NarratorKey,
  kept: KeptPaper,
  paper: Buffer,
  passphrase: Buffer,
  parameters: ArgonParameters,
  random: RandomSource,
): Promise<{ readonly wrapping: Wrapping; readonly open: OpenNarratorKey } | null> {
  const seeds = seedsOf(key, kept, paper)
  if (seeds === null) return null
  try {
    const wrapping = await wrapSeeds(key, seeds, passphrase, parameters, random)
    return { wrapping, open: openSeeds(key, seeds) }
  } finally {
    sodium.sodium_memzero(seeds)
  }
}

/** The 32 bytes of her paper, by her open key; null where they were altered. The caller zeroes them. */
export function paperOf(key: OpenNarratorKey, { own }: KeptPaper): Buffer | null {
  return openSealed(key, own)
}
