// The bytes of the keyring file, version 2: always the same number of them, and nothing in them tells how many slots are
// used or for what.
//
//   head (80): magic 8 | version u32 | reserved u32 (0) | archive id 16 | work of now 24 | work of before 24
//     a work (24): passes u32 | KiB u32 | Argon2id salt 16
//   16 slots (168 each): salt 16 | nonce 24 | sealed seed 48 | the archive key, sealed to the seed's public half 80
//   map (4,136): nonce 24 | sealed entries of the 16 slots 4,112
//   SHA-256 of all that (32), which tells damage from a wrong passphrase
//
// Version 1 (1,552 bytes) had one work in a head of 56, slots of 88 that sealed the archive key itself, and a map of 56.
import { createHash } from 'node:crypto'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ArgonParameters } from './argon.ts'

export const slotCount = 16
/** What a secret opens: salt, nonce and a sealed 32 bytes. */
export const lockedLength = 88
/** What `crypto_box_seal` makes of an archive key. */
export const boxLength = 80
export const entryLength = 256
const magic = Buffer.from('89464852494e470a', 'hex')
const newest = 2
const workLength = 24
const mapLength = 24 + slotCount * entryLength + 16
const sumLength = 32
const lengths = {
  1: { head: 56, slot: lockedLength, map: 56 },
  2: { head: 80, slot: lockedLength + boxLength, map: mapLength },
} as const
const lengthOf = ({ head, slot, map }: (typeof lengths)[1 | 2]): number => head + slotCount * slot + map + sumLength
export const keyringLength = lengthOf(lengths[2])

/** How much work a passphrase is, and with which salt. `bytes` is how it stands in the head. */
export interface Work {
  readonly parameters: ArgonParameters
  readonly salt: Buffer
  readonly bytes: Buffer
}

export interface KeyringSlot {
  readonly locked: Buffer
  /** Empty in version 1. */
  readonly box: Buffer
}

/** `works`: of now, and of before for whoever has not opened the archive since it was raised. */
export interface KeyringFile {
  readonly version: 1 | 2
  readonly archive: Buffer
  readonly works: readonly [Work, Work]
  /** The head as written: what the map is bound to. */
  readonly head: Buffer
  readonly slots: readonly KeyringSlot[]
  readonly map: Buffer
}

/** Integers are big-endian. */
export function workOf(parameters: ArgonParameters, salt: Buffer): Work {
  const bytes = Buffer.alloc(workLength)
  bytes.writeUInt32BE(parameters.passes, 0)
  bytes.writeUInt32BE(parameters.memory, 4)
  bytes.set(salt, 8)
  return { parameters, salt: bytes.subarray(8), bytes }
}

/** The head's 80 bytes. */
export function writeHead(archive: Buffer, works: KeyringFile['works']): Buffer {
  return Buffer.concat([magic, numbers(newest, 0), archive, ...works.map((work) => work.bytes)], lengths[2].head)
}

/** The head of version 1, which its slots are bound to. */
export function writeFirstHead(archive: Buffer, { parameters, salt }: Work): Buffer {
  return Buffer.concat([magic, numbers(1, parameters.passes, parameters.memory, 0), archive, salt], lengths[1].head)
}

function numbers(...given: readonly number[]): Buffer {
  const bytes = Buffer.alloc(given.length * 4)
  for (const [at, number] of given.entries()) bytes.writeUInt32BE(number, at * 4)
  return bytes
}

/** The whole file from its parts. */
export function writeKeyringFile(head: Buffer, slots: readonly KeyringSlot[], map: Buffer): Buffer {
  const body = Buffer.concat([head, ...slots.flatMap(({ locked, box }) => [locked, box]), map])
  return Buffer.concat([body, createHash('sha256').update(body).digest()], keyringLength)
}

/** Reads the parts, of both versions. Throws Failure: keyringDamaged (length, magic, checksum), newerVersion. */
export function readKeyringFile(bytes: Buffer): KeyringFile {
  const body = bytes.subarray(0, -sumLength)
  const whole =
    bytes.length >= lengths[1].head + sumLength &&
    bytes.subarray(0, 8).equals(magic) &&
    createHash('sha256').update(body).digest().equals(bytes.subarray(-sumLength))
  if (!whole) throw new Failure('keyringDamaged')
  const version = bytes.readUInt32BE(8)
  if (version > newest) throw new Failure('newerVersion')
  if (version !== 1 && version !== 2) throw new Failure('keyringDamaged')
  const length = lengths[version]
  if (bytes.length !== lengthOf(length)) throw new Failure('keyringDamaged')
  const slots = Array.from({ length: slotCount }, (_, slot) => {
    const start = length.head + slot * length.slot
    const end = start + length.slot
    return { locked: bytes.subarray(start, start + lockedLength), box: bytes.subarray(start + lockedLength, end) }
  })
  return {
    version,
    archive: version === 1 ? bytes.subarray(24, 40) : bytes.subarray(16, 32),
    works: readWorks(bytes, version),
    head: bytes.subarray(0, length.head),
    slots,
    map: bytes.subarray(length.head + slotCount * length.slot, -sumLength),
  }
}

function readWorks(bytes: Buffer, version: 1 | 2): KeyringFile['works'] {
  const parametersAt = (at: number) => ({ passes: bytes.readUInt32BE(at), memory: bytes.readUInt32BE(at + 4) })
  if (version === 1) {
    const only = workOf(parametersAt(12), bytes.subarray(40, 56))
    return [only, only]
  }
  const workAt = (at: number): Work => workOf(parametersAt(at), bytes.subarray(at + 8, at + workLength))
  return [workAt(32), workAt(32 + workLength)]
}
