// Slots and map of the keyring's first version, in which a secret sealed the archive key itself. They are read and never
// written; a slot is kept as it is until its secret opens it once more.
import sodium from 'sodium-native'
import { derive, unseal } from './sealing.ts'
import { slotKinds, type SlotKind } from './slots.ts'

const boundTo = (head: Buffer, kind: SlotKind, slot: number): Buffer =>
  Buffer.concat([head, Buffer.from([slotKinds.indexOf(kind), slot])])

/** The archive key, or null when the secret is not this slot's. `head` is that of the first version. */
export function openFirstSlot(
  bytes: Buffer,
  secret: Buffer,
  kind: SlotKind,
  slot: number,
  head: Buffer,
): Buffer | null {
  const slotKey = derive(secret, bytes.subarray(0, 16), `firsthand keyring 1 ${kind} ${slot}`)
  try {
    return unseal(bytes.subarray(40), boundTo(head, kind, slot), bytes.subarray(16, 40), slotKey)
  } finally {
    sodium.sodium_memzero(slotKey)
  }
}

/** The kinds of the slots, or null when the map is not this key's. */
export function openFirstMap(map: Buffer, key: Buffer, head: Buffer): SlotKind[] | null {
  const mapKey = derive(key, head, 'firsthand keyring 1 map')
  const plain = unseal(map.subarray(24), head, map.subarray(0, 24), mapKey)
  sodium.sodium_memzero(mapKey)
  return plain === null ? null : [...plain].map((kind) => slotKinds[kind] ?? 'unused')
}
