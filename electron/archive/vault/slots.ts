// One slot of the keyring: the archive key, sealed under a secret, and looking like noise to anybody else.
import { hkdfSync } from 'node:crypto'
import sodium from 'sodium-native'
import type { RandomSource } from './random.ts'
import { slotLength } from './keyring-file.ts'

export type SlotKind = 'unused' | 'passphrase' | 'paper'
const kinds: readonly SlotKind[] = ['unused', 'passphrase', 'paper']
const keyLength = 32
const nonceLength = 24
const tagLength = 16

function derive(secret: Buffer, salt: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, label, keyLength))
}

function seal(plain: Buffer, bound: Buffer, nonce: Buffer, key: Buffer): Buffer {
  const sealed = Buffer.alloc(plain.length + tagLength)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, plain, bound, null, nonce, key)
  return sealed
}

function unseal(sealed: Buffer, bound: Buffer, nonce: Buffer, key: Buffer): Buffer | null {
  const plain = Buffer.alloc(sealed.length - tagLength)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed, bound, nonce, key)
    return plain
  } catch {
    return null
  }
}

/** What a slot is bound to: the head (version, parameters, archive id, salt), its kind and its number. */
function boundTo(head: Buffer, kind: SlotKind, slot: number): Buffer {
  return Buffer.concat([head, Buffer.from([kinds.indexOf(kind), slot])])
}

/** A slot that nobody uses. */
export function unusedSlot(random: RandomSource): Buffer {
  return random(slotLength)
}

/** Seals the archive key under `secret` (32 bytes: a stretched passphrase, or a paper key). */
export function sealSlot(
  key: Buffer,
  secret: Buffer,
  kind: SlotKind,
  slot: number,
  head: Buffer,
  random: RandomSource,
): Buffer {
  const salt = random(16)
  const nonce = random(nonceLength)
  const slotKey = derive(secret, salt, `firsthand keyring 1 ${kind} ${slot}`)
  try {
    return Buffer.concat([salt, nonce, seal(key, boundTo(head, kind, slot), nonce, slotKey)])
  } finally {
    sodium.sodium_memzero(slotKey)
  }
}

/** The archive key, or null when the secret is not this slot's. */
export function unsealSlot(bytes: Buffer, secret: Buffer, kind: SlotKind, slot: number, head: Buffer): Buffer | null {
  const slotKey = derive(secret, bytes.subarray(0, 16), `firsthand keyring 1 ${kind} ${slot}`)
  try {
    return unseal(bytes.subarray(40), boundTo(head, kind, slot), bytes.subarray(16, 40), slotKey)
  } finally {
    sodium.sodium_memzero(slotKey)
  }
}

/** Which slots are used, sealed under the archive key: 56 bytes that tell nothing without it. */
export function sealMap(used: readonly SlotKind[], key: Buffer, head: Buffer, random: RandomSource): Buffer {
  const nonce = random(nonceLength)
  const mapKey = derive(key, head, 'firsthand keyring 1 map')
  const plain = Buffer.from(used.map((kind) => kinds.indexOf(kind)))
  return Buffer.concat([nonce, seal(plain, head, nonce, mapKey)])
}

/** The kinds of the slots, or null when the map is not this key's. */
export function unsealMap(map: Buffer, key: Buffer, head: Buffer): SlotKind[] | null {
  const mapKey = derive(key, head, 'firsthand keyring 1 map')
  const plain = unseal(map.subarray(24), head, map.subarray(0, 24), mapKey)
  return plain === null ? null : [...plain].map((kind) => kinds[kind] ?? 'unused')
}
