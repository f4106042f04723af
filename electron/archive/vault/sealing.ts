// The two ways in which the keyring seals: under a key with what it is bound to, and the keys that secrets come to.
import { hkdfSync } from 'node:crypto'
import sodium from 'sodium-native'
import { emptySecret } from './secret-bytes.ts'

export const nonceLength = 24
const tagLength = 16

/** 32 bytes (HKDF-SHA256, RFC 5869); the caller zeroes them. */
export function derive(secret: Buffer, salt: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, label, 32))
}

/** XChaCha20-Poly1305: as long as `plain` and 16 bytes. */
export function seal(plain: Buffer, bound: Buffer, nonce: Buffer, key: Buffer): Buffer {
  const sealed = Buffer.alloc(plain.length + tagLength)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, plain, bound, null, nonce, key)
  return sealed
}

/** Null where it was sealed with another key, bound to something else, or altered. */
export function unseal(sealed: Buffer, bound: Buffer, nonce: Buffer, key: Buffer): Buffer | null {
  const plain = emptySecret(sealed.length - tagLength)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed, bound, nonce, key)
    return plain
  } catch {
    return null
  }
}
