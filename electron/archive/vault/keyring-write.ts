// Writing the keyring: both generations, whole or not at all. In every writing each box is another one, used or not, so that
// of two keyrings only the slot tells itself apart whose secret was changed.
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'
import { syncFolder, writeDurably } from '../files/write-durably.ts'
import { readKeyringFile, slotCount, writeHead, writeKeyringFile, type KeyringFile } from './keyring-file.ts'
import { newEntry, sealMap, type KeyringEntry } from './keyring-map.ts'
import { boundTo, entriesOf, keyringName, previousName } from './keyring-read.ts'
import type { RandomSource } from './random.ts'
import { boxFor, boxForNobody, lockNewSeed, unusedLock } from './slots.ts'

/** A keyring on its way to be written: what each slot's secret opens, and whose it is. */
export interface Draft {
  readonly archive: Buffer
  works: KeyringFile['works']
  readonly locks: Buffer[]
  readonly entries: (KeyringEntry | null)[]
}

export function emptyDraft(archive: Buffer, works: KeyringFile['works'], random: RandomSource): Draft {
  return {
    archive,
    works,
    locks: Array.from({ length: slotCount }, () => unusedLock(random)),
    entries: Array.from({ length: slotCount }, () => null),
  }
}

/** What a file says, to be changed. Throws Failure keyringDamaged where the map is not this key's. */
export function draftOf(file: KeyringFile, key: Buffer, random: RandomSource): Draft {
  const entries = entriesOf(file, key, random)
  if (entries === null) throw new Failure('keyringDamaged')
  const { archive, works } = file
  return { archive, works, locks: file.slots.map(({ locked }) => locked), entries: [...entries] }
}

/** Puts a secret into a slot, with a seed that nothing had before; what opened the slot until now opens nothing. */
export function seat(
  draft: Draft,
  slot: number,
  secret: Buffer,
  given: Pick<KeyringEntry, 'kind' | 'since'> & Partial<KeyringEntry>,
  random: RandomSource,
): void {
  const { locked, publicKey } = lockNewSeed(secret, boundTo(draft, given.kind, slot, 0), random)
  draft.locks[slot] = locked
  draft.entries[slot] = newEntry({ ...given, publicKey, first: false, work: 0 }, random)
}

export function unseat(draft: Draft, slot: number, random: RandomSource): void {
  draft.locks[slot] = unusedLock(random)
  draft.entries[slot] = null
}

/** A free slot, by chance, so that a slot's number does not tell who came first. Throws Failure keyringFull. */
export function freeSlot({ entries }: Draft, random: RandomSource): number {
  const free = entries.flatMap((entry, slot) => (entry === null ? [slot] : []))
  const slot = free[random(4).readUInt32BE(0) % free.length]
  if (slot === undefined) throw new Failure('keyringFull')
  return slot
}

/** The slot that is of this kind, of which there is one at most; a free one else. */
export function slotOfKind(draft: Draft, kind: KeyringEntry['kind'], random: RandomSource): number {
  const slot = draft.entries.findIndex((entry) => entry?.kind === kind)
  return slot >= 0 ? slot : freeSlot(draft, random)
}

/** The bytes of the whole file, with this archive key sealed to everybody. */
export function composed({ archive, works, locks, entries }: Draft, key: Buffer, random: RandomSource): Buffer {
  const head = writeHead(archive, works)
  const slots = locks.map((locked, slot) => {
    const entry = entries[slot] ?? null
    const box = entry === null || entry.first ? boxForNobody(random) : boxFor(entry.publicKey, key)
    return { locked, box }
  })
  return writeKeyringFile(head, slots, sealMap(entries, key, head, random))
}

/** NOTE: the generation before is the same state again, so that what was replaced opens neither of the two. */
export async function writeGenerations(folder: string, bytes: Buffer): Promise<void> {
  await writeDurably(path.join(folder, keyringName), bytes)
  try {
    await writeDurably(path.join(folder, previousName), bytes)
  } catch {
    // An old one would go on opening, and without one nothing is lost: the next opening writes it again.
    await rm(path.join(folder, previousName), { force: true })
    await syncFolder(folder)
  }
}

/**
 * After a change that was interrupted: the generation before becomes as the current one, and what was half written goes.
 */
export async function settleKeyring(folder: string): Promise<void> {
  for (const name of [keyringName, previousName]) await rm(path.join(folder, `${name}.new`), { force: true })
  const [current, previous] = await Promise.all(
    [keyringName, previousName].map((name) => readFile(path.join(folder, name)).catch(() => null)),
  )
  if (current == null || (previous != null && current.equals(previous))) return
  readKeyringFile(current)
  await writeDurably(path.join(folder, previousName), current)
}
