// The bytes of the keyring file, version 1: always 1,552 of them, and nothing in them tells how many slots are used.
//
//   head (56): magic 8 | version u32 | passes u32 | KiB u32 | reserved u32 (0) | archive id 16 | Argon2id salt 16
//   16 slots (88 each): salt 16 | nonce 24 | sealed archive key 48
//   map (56): nonce 24 | sealed kinds of the 16 slots 32
//   SHA-256 of all that (32), which tells damage from a wrong passphrase
import { createHash } from 'node:crypto'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ArgonParameters } from './argon.ts'

export const slotCount = 16
export const slotLength = 88
const magic = Buffer.from('89464852494e470a', 'hex')
const formatVersion = 1
const headLength = 56
const mapLength = 56
const sumLength = 32
export const keyringLength = headLength + slotCount * slotLength + mapLength + sumLength

export interface KeyringFile {
  readonly parameters: ArgonParameters
  readonly archive: Buffer
  readonly salt: Buffer
  /** The head as written: what every sealed part is bound to. */
  readonly head: Buffer
  readonly slots: readonly Buffer[]
  readonly map: Buffer
}

/** The head's 56 bytes; integers are big-endian. */
export function writeHead(parameters: ArgonParameters, archive: Buffer, salt: Buffer): Buffer {
  const numbers = Buffer.alloc(16)
  numbers.writeUInt32BE(formatVersion, 0)
  numbers.writeUInt32BE(parameters.passes, 4)
  numbers.writeUInt32BE(parameters.memory, 8)
  return Buffer.concat([magic, numbers, archive, salt], headLength)
}

/** The whole file from its parts. */
export function writeKeyringFile(head: Buffer, slots: readonly Buffer[], map: Buffer): Buffer {
  const body = Buffer.concat([head, ...slots, map])
  return Buffer.concat([body, createHash('sha256').update(body).digest()], keyringLength)
}

/** Reads the parts. Throws Failure: keyringDamaged (length, magic, checksum), newerVersion. */
export function readKeyringFile(bytes: Buffer): KeyringFile {
  const body = bytes.subarray(0, -sumLength)
  const whole =
    bytes.length >= headLength + sumLength &&
    bytes.subarray(0, 8).equals(magic) &&
    createHash('sha256').update(body).digest().equals(bytes.subarray(-sumLength))
  if (!whole) throw new Failure('keyringDamaged')
  if (bytes.readUInt32BE(8) > formatVersion) throw new Failure('newerVersion')
  if (bytes.length !== keyringLength) throw new Failure('keyringDamaged')
  const slotAt = (slot: number): Buffer => {
    const start = headLength + slot * slotLength
    return bytes.subarray(start, start + slotLength)
  }
  return {
    parameters: { passes: bytes.readUInt32BE(12), memory: bytes.readUInt32BE(16) },
    archive: bytes.subarray(24, 40),
    salt: bytes.subarray(40, 56),
    head: bytes.subarray(0, headLength),
    slots: Array.from({ length: slotCount }, (_, slot) => slotAt(slot)),
    map: bytes.subarray(headLength + slotCount * slotLength, -sumLength),
  }
}
