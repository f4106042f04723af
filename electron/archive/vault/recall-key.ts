// Signs what is called back. Each reference has a key of its own, out of one secret of the archive: whoever has two
// exports cannot tell by their keys that they come from one archive.
import { createHmac } from 'node:crypto'
import sodium from 'sodium-native'
import { emptySecret } from './secret-bytes.ts'

const purpose = 'firsthand recall 1 '

interface Pair {
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/** @param secret 32 bytes; the caller zeroes `secretKey` */
function pairFor(secret: Buffer, reference: string): Pair {
  const seed = createHmac('sha256', secret).update(`${purpose}${reference}`).digest()
  const pair = { publicKey: Buffer.alloc(32), secretKey: emptySecret(64) }
  sodium.crypto_sign_seed_keypair(pair.publicKey, pair.secretKey, seed)
  sodium.sodium_memzero(seed)
  return pair
}

/** The public half for one reference, hex. */
export function recallKeyFor(secret: Buffer, reference: string): string {
  const { publicKey, secretKey } = pairFor(secret, reference)
  sodium.sodium_memzero(secretKey)
  return publicKey.toString('hex')
}

/** Ed25519 (RFC 8032), hex, over a SHA-256 (hex). */
export function signRecall(secret: Buffer, reference: string, sha256: string): string {
  const { secretKey } = pairFor(secret, reference)
  const signature = Buffer.alloc(64)
  sodium.crypto_sign_detached(signature, Buffer.from(purpose + sha256), secretKey)
  sodium.sodium_memzero(secretKey)
  return signature.toString('hex')
}

/** Whether the signature is of this key. Never throws. */
export function isRecallSigned(key: string, sha256: string, signature: string): boolean {
  const publicKey = Buffer.from(key, 'hex')
  const bytes = Buffer.from(signature, 'hex')
  if (publicKey.length !== 32 || bytes.length !== 64) return false
  return sodium.crypto_sign_verify_detached(bytes, Buffer.from(purpose + sha256), publicKey)
}
