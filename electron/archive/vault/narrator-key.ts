// A narrator's own keys: Ed25519 to sign what she decides, X25519 to seal what only she reads. Their seeds lie in the
// archive wrapped under her passphrase alone; whoever opens the archive without it can neither sign nor read for her.
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../actor.ts'
import { requireLawful, stretch, type ArgonParameters } from './argon.ts'
import { normalisePassphrase } from './passphrase.ts'
import { newId, type RandomSource } from './random.ts'
import { emptySecret, secretBytes } from './secret-bytes.ts'

const seedLength = 32
const nonceLength = 24
const tagLength = 16
/** What `crypto_box_seal` adds: an ephemeral public key and a tag. */
const sealAdds = 32 + tagLength
const signatureLength = 64

/** The public half, which stays for ever: what she signed is checked with it. */
export interface NarratorKey {
  readonly id: string
  readonly narrator: string
  readonly signingPublic: Buffer
  readonly sealingPublic: Buffer
}

/** The secret half under her passphrase: a nonce, then both seeds enciphered. `passes` and `memory` (KiB) are Argon2id's. */
export interface Wrapping extends ArgonParameters {
  readonly wrapped: Buffer
  readonly salt: Buffer
}

function pairsOf(seeds: Buffer) {
  const signingPublic = Buffer.alloc(32)
  const signingSecret = emptySecret(64)
  const sealingPublic = Buffer.alloc(32)
  const sealingSecret = emptySecret(32)
  const signingSeed = secretBytes(seeds.subarray(0, seedLength))
  const sealingSeed = secretBytes(seeds.subarray(seedLength))
  sodium.crypto_sign_seed_keypair(signingPublic, signingSecret, signingSeed)
  sodium.crypto_box_seed_keypair(sealingPublic, sealingSecret, sealingSeed)
  sodium.sodium_memzero(signingSeed)
  sodium.sodium_memzero(sealingSeed)
  return { signingPublic, signingSecret, sealingPublic, sealingSecret }
}

/** What the wrapping is bound to: whose key it is, which one, its public halves, and the work that its passphrase takes. */
function boundTo(key: NarratorKey, { passes, memory }: ArgonParameters, salt: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`firsthand narrator key 1 ${key.narrator} ${key.id} ${passes} ${memory} `),
    salt,
    key.signingPublic,
    key.sealingPublic,
  ])
}

/** Both seeds under a passphrase, with a new salt. The caller zeroes the seeds. */
export async function wrapSeeds(
  key: NarratorKey,
  seeds: Buffer,
  passphrase: Buffer,
  parameters: ArgonParameters,
  random: RandomSource,
): Promise<Wrapping> {
  const salt = random(16)
  const secret = await stretch(passphrase, salt, parameters)
  const nonce = random(nonceLength)
  const sealed = Buffer.alloc(seeds.length + tagLength)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, seeds, boundTo(key, parameters, salt), null, nonce, secret)
  sodium.sodium_memzero(secret)
  return { ...parameters, salt, wrapped: Buffer.concat([nonce, sealed]) }
}

/** Both seeds. Throws Failure wrongPassphrase, keyringRefused. The caller zeroes them. */
export async function unwrapSeeds(key: NarratorKey, wrapping: Wrapping, passphrase: Buffer): Promise<Buffer> {
  const { wrapped, salt, passes, memory } = wrapping
  requireLawful({ passes, memory })
  const secret = await stretch(passphrase, salt, { passes, memory })
  const seeds = emptySecret(2 * seedLength)
  try {
    const [nonce, sealed] = [wrapped.subarray(0, nonceLength), wrapped.subarray(nonceLength)]
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(seeds, null, sealed, boundTo(key, wrapping, salt), nonce, secret)
    return seeds
  } catch {
    throw new Failure('wrongPassphrase')
  } finally {
    sodium.sodium_memzero(secret)
  }
}

/** New pairs for a narrator, wrapped under her normalised passphrase; also open, and zeroed by whoever holds them. */
export async function makeNarratorKey(
  narrator: string,
  passphrase: Buffer,
  parameters: ArgonParameters,
  random: RandomSource,
): Promise<{ key: NarratorKey; wrapping: Wrapping; open: OpenNarratorKey }> {
  const seeds = random(2 * seedLength)
  try {
    const { signingPublic, signingSecret, sealingPublic, sealingSecret } = pairsOf(seeds)
    const key = { id: newId(random), narrator, signingPublic, sealingPublic }
    const wrapping = await wrapSeeds(key, seeds, passphrase, parameters, random)
    return { key, wrapping, open: { id: key.id, signingSecret, sealingPublic, sealingSecret } }
  } finally {
    sodium.sodium_memzero(seeds)
  }
}

/**
 * Opens her keys with her normalised passphrase: one Argon2id. Throws Failure wrongPassphrase, and keyringRefused for
 * work outside the law. The public halves are bound in, so that none that was put in their place opens.
 */
export async function openNarratorKey(
  key: NarratorKey,
  wrapping: Wrapping,
  passphrase: Buffer,
): Promise<OpenNarratorKey> {
  return openSeeds(key, await unwrapSeeds(key, wrapping, passphrase))
}

/** The pairs that the seeds come to. The seeds are zeroed. */
export function openSeeds({ id }: NarratorKey, seeds: Buffer): OpenNarratorKey {
  const { signingSecret, sealingPublic, sealingSecret } = pairsOf(seeds)
  sodium.sodium_memzero(seeds)
  return { id, signingSecret, sealingPublic, sealingSecret }
}

/** The same keys under another passphrase, with a new salt. Throws Failure wrongPassphrase. */
export async function rewrapNarratorKey(
  key: NarratorKey,
  wrapping: Wrapping,
  old: Buffer,
  passphrase: Buffer,
  parameters: ArgonParameters,
  random: RandomSource,
): Promise<Wrapping> {
  const seeds = await unwrapSeeds(key, wrapping, old)
  try {
    return await wrapSeeds(key, seeds, passphrase, parameters, random)
  } finally {
    sodium.sodium_memzero(seeds)
  }
}

/** What is signed says what it is for, so that a signature on one thing is none on another. */
function signedText(purpose: SignedPurpose, sha256: string): Buffer {
  return Buffer.from(`firsthand ${purpose} 1 ${sha256}`)
}

export type SignedPurpose = 'ledger entry' | 'decisions'

/** 64 bytes: Ed25519 over the purpose and a SHA-256 (hex). RFC 8032. */
export function sign(key: OpenNarratorKey, purpose: SignedPurpose, sha256: string): Buffer {
  const signature = Buffer.alloc(signatureLength)
  sodium.crypto_sign_detached(signature, signedText(purpose, sha256), key.signingSecret)
  return signature
}

/** Whether the signature is of the key with this public half, for this purpose and this SHA-256 (hex). Never throws. */
export function isSigned(signingPublic: Buffer, purpose: SignedPurpose, sha256: string, signature: Buffer): boolean {
  if (signature.length !== signatureLength || signingPublic.length !== 32) return false
  return sodium.crypto_sign_verify_detached(signature, signedText(purpose, sha256), signingPublic)
}

/** Encrypts to her sealing key with what anybody may know. `plain` is zeroed. */
export function sealTo(sealingPublic: Buffer, plain: Buffer): Buffer {
  const sealed = Buffer.alloc(plain.length + sealAdds)
  sodium.crypto_box_seal(sealed, plain, sealingPublic)
  sodium.sodium_memzero(plain)
  return sealed
}

/** What was sealed to her; null where it is not hers or was changed. The caller zeroes it. */
export function openSealed(key: OpenNarratorKey, sealed: Buffer): Buffer | null {
  if (sealed.length < sealAdds) return null
  const plain = emptySecret(sealed.length - sealAdds)
  return sodium.crypto_box_seal_open(plain, sealed, key.sealingPublic, key.sealingSecret) ? plain : null
}

/** Of no use afterwards. */
export function zeroSecrets({ signingSecret, sealingSecret }: OpenNarratorKey): void {
  sodium.sodium_memzero(signingSecret)
  sodium.sodium_memzero(sealingSecret)
}

/** Where `work` fails the key that it was to keep is zeroed. */
export async function zeroedWhereFailing(key: OpenNarratorKey, work: () => void | Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    zeroSecrets(key)
    throw error
  }
}

/** Gives `work` the passphrase's normalised bytes, and zeroes them after it. */
export async function withPassphrase<T>(passphrase: string, work: (bytes: Buffer) => Promise<T>): Promise<T> {
  const bytes = normalisePassphrase(passphrase)
  try {
    return await work(bytes)
  } finally {
    bytes.fill(0)
  }
}
