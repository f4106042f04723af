// One backup as a file, version 1. Whoever has no key learns when it was made, and which pieces it needs, in no order.
//
//   head (60): magic 8 | version u32 | made at, ms since 1970, f64 | lengths of the two keyrings u32 u32 | pieces u32
//              | length of the sealed list u32 | nonce 24
//   keyring | keyring of before | SHA-256 of each piece, sorted (32 each) | sealed list
//   SHA-256 of all that (32), which tells damage from a wrong key
import { createHash } from 'node:crypto'
import sodium from 'sodium-native'
import { z } from 'zod'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { RandomSource } from '../../vault/random.ts'

const magic = Buffer.from('89464852424b500a', 'hex')
const formatVersion = 1
const nonceLength = 24
const headLength = 36 + nonceLength
const hashLength = 32
/** What sealing adds (Poly1305). */
const tagLength = 16
/** Far more than any archive has: a list of a million pieces is a terabyte. */
export const mostGenerationBytes = 256 * 1024 * 1024

const listed = z.object({
  version: z.literal(1),
  /** The archive's id. */
  archive: z.string().max(64),
  files: z.array(
    z.object({
      name: z.string().regex(/^(?:archive\.db|media\/[0-9a-z][0-9a-z.-]{0,60})$/),
      size: z.number().int().min(0),
      /** Places in the sorted pieces, in the order of the file. */
      pieces: z.array(z.number().int().min(0)),
    }),
  ),
  /** Files of media that were not there to be copied. */
  missing: z.array(z.string().max(100)),
  /** What has been erased; it says what it was of nothing. */
  tombstones: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})

export type BackupList = z.infer<typeof listed>
export type BackedUpFile = BackupList['files'][number]

export interface GenerationHead {
  /** ISO 8601 UTC. */
  readonly madeAt: string
  readonly keyring: Buffer
  /** Empty where there was none. */
  readonly previousKeyring: Buffer
  /** SHA-256 (hex) of each piece, sorted. */
  readonly pieces: readonly string[]
}

export interface GenerationFile extends GenerationHead {
  /** What the list is bound to. */
  readonly bound: Buffer
  readonly nonce: Buffer
  readonly sealed: Buffer
}

export function writeGeneration(head: GenerationHead, list: BackupList, key: Buffer, random: RandomSource): Buffer {
  const plain = Buffer.from(JSON.stringify(list), 'utf8')
  const sealed = Buffer.alloc(plain.length + tagLength)
  const nonce = random(nonceLength)
  const numbers = Buffer.alloc(28)
  numbers.writeUInt32BE(formatVersion, 0)
  numbers.writeDoubleBE(Date.parse(head.madeAt), 4)
  numbers.writeUInt32BE(head.keyring.length, 12)
  numbers.writeUInt32BE(head.previousKeyring.length, 16)
  numbers.writeUInt32BE(head.pieces.length, 20)
  numbers.writeUInt32BE(sealed.length, 24)
  const bound = Buffer.concat([
    magic,
    numbers,
    nonce,
    head.keyring,
    head.previousKeyring,
    Buffer.from(head.pieces.join(''), 'hex'),
  ])
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, plain, bound, null, nonce, key)
  sodium.sodium_memzero(plain)
  const body = Buffer.concat([bound, sealed])
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

/** Throws Failure: backupDamaged (length, magic, checksum), newerVersion. */
export function readGeneration(bytes: Buffer): GenerationFile {
  const body = bytes.subarray(0, -hashLength)
  const whole =
    bytes.length >= headLength + hashLength &&
    bytes.length <= mostGenerationBytes &&
    bytes.subarray(0, 8).equals(magic) &&
    createHash('sha256').update(body).digest().equals(bytes.subarray(-hashLength))
  if (!whole) throw new Failure('backupDamaged')
  if (bytes.readUInt32BE(8) > formatVersion) throw new Failure('newerVersion')
  const [keyringLength, previousLength] = [bytes.readUInt32BE(20), bytes.readUInt32BE(24)]
  const [count, sealedLength] = [bytes.readUInt32BE(28), bytes.readUInt32BE(32)]
  const piecesAt = headLength + keyringLength + previousLength
  const sealedAt = piecesAt + count * hashLength
  if (sealedAt + sealedLength !== body.length) throw new Failure('backupDamaged')
  const madeAt = new Date(bytes.readDoubleBE(12))
  if (Number.isNaN(madeAt.getTime())) throw new Failure('backupDamaged')
  return {
    madeAt: madeAt.toISOString(),
    keyring: bytes.subarray(headLength, headLength + keyringLength),
    previousKeyring: bytes.subarray(headLength + keyringLength, piecesAt),
    pieces: Array.from({ length: count }, (_, at) =>
      bytes.toString('hex', piecesAt + at * hashLength, piecesAt + (at + 1) * hashLength),
    ),
    bound: bytes.subarray(0, sealedAt),
    nonce: bytes.subarray(36, headLength),
    sealed: bytes.subarray(sealedAt, sealedAt + sealedLength),
  }
}

/** The list of files; null where it was sealed with another key, or altered. */
export function openList(file: GenerationFile, key: Buffer): BackupList | null {
  if (file.sealed.length < tagLength) return null
  const plain = Buffer.alloc(file.sealed.length - tagLength)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, file.sealed, file.bound, file.nonce, key)
    const list = listed.parse(JSON.parse(plain.toString('utf8')))
    const known = list.files.every(({ pieces }) => pieces.every((at) => at < file.pieces.length))
    return known ? list : null
  } catch {
    return null
  } finally {
    sodium.sodium_memzero(plain)
  }
}
