// The age v1 format (c2sp.org/age): a header that holds the file key, and a payload of sealed 64 KiB chunks. The
// header lives in the database and the payload in a file; put together they are an ordinary age file.
import { hkdfSync, timingSafeEqual } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import sodium from 'sodium-native'
import { secretBytes } from '../vault/secret-bytes.ts'

export const chunkLength = 64 * 1024
export const tagLength = 16
export const sealedLength = chunkLength + tagLength
export const nonceLength = 16

/** A key pair for media: anybody with `recipient` can record, only `identity` can listen. */
export async function createMediaKey(): Promise<{ recipient: string; identity: string }> {
  const identity = await generateX25519Identity()
  return { recipient: await identityToRecipient(identity), identity }
}

/** A new file key (16 bytes) and the header that gives it to whoever holds the recipient's identity. */
export async function createHeader(recipient: string): Promise<{ header: Uint8Array; fileKey: Buffer }> {
  const encrypter = new Encrypter()
  const fileKey = Buffer.alloc(16)
  encrypter.addRecipient(recipient)
  // A recipient of no stanza: it only looks at the file key that the library chose.
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey.set(key)
      return []
    },
  })
  const whole = await encrypter.encrypt(new Uint8Array(0))
  return { header: whole.slice(0, whole.length - nonceLength - tagLength), fileKey }
}

/** The file key out of a header. Throws the library's error when the header or the identity is not right. */
export async function readHeader(header: Uint8Array, identity: string): Promise<Buffer> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return secretBytes(await decrypter.decryptHeader(header))
}

/** The key of the payload's chunks; zeroes the file key. */
export function payloadKey(fileKey: Buffer, nonce: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  sodium.sodium_memzero(fileKey)
  return key
}

/** A chunk's nonce: its number in eleven bytes, big-endian, and a byte that says whether it is the last. */
export function chunkNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Seals `plain` into `sealed` (16 bytes longer). */
export function sealChunk(sealed: Buffer, plain: Buffer, index: number, last: boolean, key: Buffer): void {
  sodium.crypto_aead_chacha20poly1305_ietf_encrypt(sealed, plain, null, null, chunkNonce(index, last), key)
}

/** Opens a chunk in place: the plain bytes are then the first `length - 16` of it. False when it was altered. */
export function openChunk(sealed: Buffer, index: number, last: boolean, key: Buffer): boolean {
  if (sealed.length < tagLength) return false
  const plain = sealed.subarray(0, sealed.length - tagLength)
  try {
    sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plain, null, sealed, null, chunkNonce(index, last), key)
    return true
  } catch {
    return false
  }
}

// Nothing waits while a chunk is opened, so these are made once; what is secret in them is wiped each time.
const authenticator = Buffer.alloc(32)
const state = Buffer.alloc(sodium.crypto_onetimeauth_STATEBYTES)
const tag = Buffer.alloc(tagLength)
const ending = Buffer.alloc(32)

/**
 * Deciphers `from` (or the block of 64 bytes it lies in) to before `to` of a chunk into `into`, after the whole of it was
 * authenticated: what RFC 8439, section
 * 2.8, does in one, done in two steps, because a range that begins inside a chunk needs only a part deciphered.
 */
export function openPart(
  sealed: Buffer,
  index: number,
  last: boolean,
  key: Buffer,
  from: number,
  to: number,
  into: Buffer,
): boolean {
  if (sealed.length < tagLength) return false
  const nonce = chunkNonce(index, last)
  const length = sealed.length - tagLength
  sodium.crypto_stream_chacha20_ietf(authenticator, nonce, key)
  sodium.crypto_onetimeauth_init(state, authenticator)
  sodium.crypto_onetimeauth_update(state, sealed.subarray(0, length))
  // Zeros up to 16 bytes; then the lengths of what is bound (nothing) and of the chunk, little-endian.
  const padding = (16 - (length % 16)) % 16
  ending.writeUInt32LE(length, 24)
  sodium.crypto_onetimeauth_update(state, ending.subarray(16 - padding))
  sodium.crypto_onetimeauth_final(state, tag)
  sodium.sodium_memzero(authenticator)
  sodium.sodium_memzero(state)
  if (!timingSafeEqual(tag, sealed.subarray(length))) return false
  const block = Math.floor(from / 64)
  const part = sealed.subarray(block * 64, Math.min(to, length))
  sodium.crypto_stream_chacha20_ietf_xor_ic(into.subarray(0, part.length), part, nonce, block + 1, key)
  return true
}
