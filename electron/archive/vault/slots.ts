// One slot of the keyring. A secret opens a seed of the member's own, and the archive key is sealed to the seed's public
// half: so a new archive key can be handed to somebody whose passphrase nobody else knows.
import sodium from 'sodium-native'
import { boxLength, lockedLength, type Work } from './keyring-file.ts'
import type { RandomSource } from './random.ts'
import { derive, nonceLength, seal, unseal } from './sealing.ts'
import { emptySecret } from './secret-bytes.ts'

export const slotKinds = ['unused', 'passphrase', 'paper', 'shares'] as const
export type SlotKind = (typeof slotKinds)[number]
const keyLength = 32

/** What a seed is bound to: the archive, and the work of the passphrase where one opens it. */
export interface BoundTo {
  readonly archive: Buffer
  readonly kind: SlotKind
  readonly slot: number
  /** Of a passphrase; null else. */
  readonly work: Work | null
}

const bytesBound = ({ archive, work }: BoundTo): Buffer => Buffer.concat([archive, work?.bytes ?? Buffer.alloc(0)])
const labelOf = ({ kind, slot }: BoundTo): string => `firsthand keyring 2 ${kind} ${slot}`

/** What stands in a slot that nobody uses, and in the place of a secret that is to open nothing any more. */
export function unusedLock(random: RandomSource): Buffer {
  return random(lockedLength)
}

/** A new seed under `secret` (a stretched passphrase, a paper key, what shares come to), and its public half. */
export function lockNewSeed(
  secret: Buffer,
  boundTo: BoundTo,
  random: RandomSource,
): { readonly locked: Buffer; readonly publicKey: Buffer } {
  const seed = random(keyLength)
  const { publicKey, secretKey } = pairOf(seed)
  const [salt, nonce] = [random(16), random(nonceLength)]
  const slotKey = derive(secret, salt, labelOf(boundTo))
  const locked = Buffer.concat([salt, nonce, seal(seed, bytesBound(boundTo), nonce, slotKey)], lockedLength)
  for (const own of [seed, secretKey, slotKey]) sodium.sodium_memzero(own)
  return { locked, publicKey }
}

/** The archive key, where the secret is this slot's; null else. The caller zeroes it. */
export function openSlot(locked: Buffer, box: Buffer, secret: Buffer, boundTo: BoundTo): Buffer | null {
  const slotKey = derive(secret, locked.subarray(0, 16), labelOf(boundTo))
  const seed = unseal(locked.subarray(40), bytesBound(boundTo), locked.subarray(16, 40), slotKey)
  sodium.sodium_memzero(slotKey)
  if (seed === null) return null
  const { publicKey, secretKey } = pairOf(seed)
  const key = emptySecret(keyLength)
  const opened = sodium.crypto_box_seal_open(key, box, publicKey, secretKey)
  for (const own of [seed, secretKey]) sodium.sodium_memzero(own)
  return opened ? key : null
}

/** The archive key for whoever holds the seed of this public half. */
export function boxFor(publicKey: Buffer, key: Buffer): Buffer {
  const box = Buffer.alloc(boxLength)
  sodium.crypto_box_seal(box, key, publicKey)
  return box
}

/**
 * A box that nobody opens. NOTE: not just chance: a box begins with a point of the curve, and half of all chance is none.
 */
export function boxForNobody(random: RandomSource): Buffer {
  const [seed, nothing] = [random(keyLength), random(keyLength)]
  const { publicKey, secretKey } = pairOf(seed)
  const box = boxFor(publicKey, nothing)
  for (const own of [seed, nothing, secretKey]) sodium.sodium_memzero(own)
  return box
}

function pairOf(seed: Buffer): { readonly publicKey: Buffer; readonly secretKey: Buffer } {
  const [publicKey, secretKey] = [Buffer.alloc(keyLength), emptySecret(keyLength)]
  sodium.crypto_box_seed_keypair(publicKey, secretKey, seed)
  return { publicKey, secretKey }
}
