// What each slot of the keyring is, sealed under the archive key: whose it is, and the public half that a new archive key
// would be sealed to.
//
//   an entry (256): kind u8 | how it is sealed u8 (0 now, 1 as in version 1) | which work u8 | needed u8 | of u8
//     | name's length u8 | reserved 2 | since, ms, u48 | shares' set 3 | reserved 7 | id 16 | public half 32 | name 184
import sodium from 'sodium-native'
import { entryLength, slotCount } from './keyring-file.ts'
import type { RandomSource } from './random.ts'
import { derive, nonceLength, seal, unseal } from './sealing.ts'
import { slotKinds, type SlotKind } from './slots.ts'

const [sinceAt, setAt, idAt, publicAt, nameAt] = [8, 14, 24, 40, 72] as const
const longestName = entryLength - nameAt
export const shareSetLength = 3

export interface KeyringEntry {
  readonly kind: Exclude<SlotKind, 'unused'>
  /** Sealed as in the first version: nothing can be sealed to it before its secret opens it once more. */
  readonly first: boolean
  /** Which of the file's works its passphrase takes. */
  readonly work: 0 | 1
  readonly id: Buffer
  /** Of zeros where it is sealed as in the first version. */
  readonly publicKey: Buffer
  /** How a member signs; empty for whoever made the archive, whose name is in it, and for what is no member. */
  readonly name: string
  /** Milliseconds since 1970; 0 where it is not known. */
  readonly since: number
  /** Of shares: how many are needed, of how many, and which set. */
  readonly needed: number
  readonly of: number
  readonly set: Buffer
}

/** One for each slot; null where it is unused. */
export type KeyringEntries = readonly (KeyringEntry | null)[]

/** As much of a name as there is room for, whole characters only. */
export function fittingName(name: string): string {
  let fits = ''
  for (const character of name.trim().normalize('NFC')) {
    if (Buffer.byteLength(fits + character) > longestName) break
    fits += character
  }
  return fits
}

export function newEntry(
  given: Pick<KeyringEntry, 'kind' | 'publicKey' | 'since'> & Partial<KeyringEntry>,
  random: RandomSource,
): KeyringEntry {
  return {
    first: false,
    work: 0,
    id: random(16),
    name: '',
    needed: 0,
    of: 0,
    set: Buffer.alloc(shareSetLength),
    ...given,
  }
}

function writeEntry(entry: KeyringEntry | null): Buffer {
  const bytes = Buffer.alloc(entryLength)
  if (entry === null) return bytes
  const name = Buffer.from(fittingName(entry.name))
  bytes.set([slotKinds.indexOf(entry.kind), entry.first ? 1 : 0, entry.work, entry.needed, entry.of, name.length], 0)
  bytes.writeUIntBE(entry.since, sinceAt, 6)
  for (const [at, part] of [
    [setAt, entry.set],
    [idAt, entry.id],
    [publicAt, entry.publicKey],
    [nameAt, name],
  ] as const)
    bytes.set(part, at)
  return bytes
}

function readEntry(bytes: Buffer): KeyringEntry | null {
  const kind = slotKinds[bytes.readUInt8(0)] ?? 'unused'
  if (kind === 'unused') return null
  return {
    kind,
    first: bytes.readUInt8(1) === 1,
    work: bytes.readUInt8(2) === 1 ? 1 : 0,
    needed: bytes.readUInt8(3),
    of: bytes.readUInt8(4),
    since: bytes.readUIntBE(sinceAt, 6),
    set: Buffer.from(bytes.subarray(setAt, setAt + shareSetLength)),
    id: Buffer.from(bytes.subarray(idAt, idAt + 16)),
    publicKey: Buffer.from(bytes.subarray(publicAt, publicAt + 32)),
    name: bytes.toString('utf8', nameAt, nameAt + Math.min(longestName, bytes.readUInt8(5))),
  }
}

/** Always the same number of bytes, which tell nothing without the archive key. Bound to the head. */
export function sealMap(entries: KeyringEntries, key: Buffer, head: Buffer, random: RandomSource): Buffer {
  const nonce = random(nonceLength)
  const mapKey = derive(key, head, 'firsthand keyring 2 map')
  const plain = Buffer.concat(entries.map(writeEntry), slotCount * entryLength)
  try {
    return Buffer.concat([nonce, seal(plain, head, nonce, mapKey)])
  } finally {
    for (const own of [mapKey, plain]) sodium.sodium_memzero(own)
  }
}

/** The entries, or null when the map is not this key's. */
export function openMap(map: Buffer, key: Buffer, head: Buffer): KeyringEntries | null {
  const mapKey = derive(key, head, 'firsthand keyring 2 map')
  const plain = unseal(map.subarray(nonceLength), head, map.subarray(0, nonceLength), mapKey)
  sodium.sodium_memzero(mapKey)
  if (plain === null) return null
  return Array.from({ length: slotCount }, (_, slot) =>
    readEntry(plain.subarray(slot * entryLength, (slot + 1) * entryLength)),
  )
}
