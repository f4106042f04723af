// One record of a take's file: sealed to a public key, so that whoever writes it cannot read it again.
// `magic (8) | length (4) | crypto_box_seal(type, gaps, sequence, moment, position, payload)`, numbers big-endian.
import sodium from 'sodium-native'
import { emptySecret } from '../vault/secret-bytes.ts'

/** Chance puts these eight bytes into sealed sound once in six million years of it. */
export const recordMagic = Buffer.from('f1a57ba4d17ec08d', 'hex')
export const headLength = recordMagic.length + 4
/** What `crypto_box_seal` adds: an ephemeral public key and a tag. */
const sealAdds = 48
const plainHead = 1 + 2 + 4 + 8 + 8
/** Two seconds of two channels at 192 kHz, and some. */
export const longestSealed = 2 * 1024 * 1024

/**
 * `began`: the file is there. `sound`: frames (4 bytes), then samples or packets. `gap`, `question`: JSON. `part`: of the
 * file of what is off the record, the id of the key that the rest is sealed to.
 */
export const recordTypes = [
  'began',
  'sound',
  'gap',
  'question',
  'consentBegins',
  'consentEnds',
  'part',
  'stopped',
] as const
export type RecordType = (typeof recordTypes)[number]

export interface TakeRecord {
  readonly type: RecordType
  /** How many gaps stand before it. */
  readonly gaps: number
  /** Counts the records of a file from 0. */
  readonly sequence: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** Frames of sound before it. */
  readonly position: number
  readonly payload: Buffer
}

/** The record as it lies in the file. Nothing plain is left of it here. */
export function sealRecord({ type, gaps, sequence, at, position, payload }: TakeRecord, publicKey: Buffer): Buffer {
  const plain = Buffer.alloc(plainHead + payload.length)
  plain.writeUInt8(recordTypes.indexOf(type), 0)
  plain.writeUInt16BE(Math.min(gaps, 65_535), 1)
  plain.writeUInt32BE(sequence, 3)
  plain.writeDoubleBE(at, 7)
  plain.writeDoubleBE(position, 15)
  plain.set(payload, plainHead)
  const record = Buffer.alloc(headLength + plain.length + sealAdds)
  record.set(recordMagic, 0)
  record.writeUInt32BE(plain.length + sealAdds, recordMagic.length)
  sodium.crypto_box_seal(record.subarray(headLength), plain, publicKey)
  sodium.sodium_memzero(plain)
  return record
}

/** Null where it is not sealed to this key or was altered. The caller zeroes the payload where it is sound. */
export function openRecord(sealed: Buffer, publicKey: Buffer, secretKey: Buffer): TakeRecord | null {
  if (sealed.length < sealAdds + plainHead) return null
  const plain = Buffer.alloc(sealed.length - sealAdds)
  if (!sodium.crypto_box_seal_open(plain, sealed, publicKey, secretKey)) return null
  const type = recordTypes[plain.readUInt8(0)]
  if (type === undefined) return null
  return {
    type,
    gaps: plain.readUInt16BE(1),
    sequence: plain.readUInt32BE(3),
    at: plain.readDoubleBE(7),
    position: plain.readDoubleBE(15),
    payload: plain.subarray(plainHead),
  }
}

/** Bytes that a sealed record of sound holds of it, without opening it. */
export function soundBytesIn(sealedLength: number): number {
  return Math.max(0, sealedLength - sealAdds - plainHead - 4)
}

export function soundPayload(frames: number, bytes: Uint8Array): Buffer {
  const payload = Buffer.alloc(4 + bytes.length)
  payload.writeUInt32BE(frames, 0)
  payload.set(bytes, 4)
  return payload
}

export function readSound(payload: Buffer): { readonly frames: number; readonly bytes: Buffer } {
  return { frames: payload.readUInt32BE(0), bytes: payload.subarray(4) }
}

export function jsonPayload(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8')
}

/** A new X25519 pair; the caller zeroes the secret half. */
export function makeTakeKey(): { readonly publicKey: Buffer; readonly secretKey: Buffer } {
  const publicKey = Buffer.alloc(32)
  const secretKey = emptySecret(32)
  sodium.crypto_box_keypair(publicKey, secretKey)
  return { publicKey, secretKey }
}
