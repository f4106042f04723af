// The keyring beside the database: who can open the archive, without saying who or how many. A random archive key is
// sealed once per passphrase or paper key; it is never derived from one and never lies bare.
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'
import { syncFolder, writeDurably } from '../files/write-durably.ts'
import { requireLawful, stretch } from './argon.ts'
import type { ArgonParameters } from './argon.ts'
import { readKeyringFile, slotCount, writeHead, writeKeyringFile } from './keyring-file.ts'
import type { KeyringFile } from './keyring-file.ts'
import { base32 } from './random.ts'
import type { RandomSource } from './random.ts'
import { secretBytes } from './secret-bytes.ts'
import { sealMap, sealSlot, unsealMap, unsealSlot, unusedSlot } from './slots.ts'
import type { SlotKind } from './slots.ts'

export const keyringName = 'keyring'
export const previousName = 'keyring.previous'

/** `key` is the 256-bit archive key: the caller zeroes it. `usedPrevious`: the current file was damaged. */
export interface OpenedKeyring {
  readonly key: Buffer
  readonly archiveId: string
  readonly usedPrevious: boolean
}

/** Makes a new archive key and a keyring with one passphrase slot. `passphrase` is normalised bytes. */
export async function createKeyring(options: {
  folder: string
  passphrase: Buffer
  parameters: ArgonParameters
  random: RandomSource
}): Promise<OpenedKeyring> {
  const { folder, passphrase, parameters, random } = options
  requireLawful(parameters)
  const key = random(32)
  const archive = random(16)
  const salt = random(16)
  const head = writeHead(parameters, archive, salt)
  const secret = await stretch(passphrase, salt, parameters)
  const slots = Array.from({ length: slotCount }, () => unusedSlot(random))
  const used: SlotKind[] = slots.map(() => 'unused')
  const slot = freeSlot(used, random)
  slots[slot] = sealSlot(key, secret, 'passphrase', slot, head, random)
  used[slot] = 'passphrase'
  sodium.sodium_memzero(secret)
  const bytes = writeKeyringFile(head, slots, sealMap(used, key, head, random))
  await writeDurably(path.join(folder, previousName), bytes)
  await writeDurably(path.join(folder, keyringName), bytes)
  return { key, archiveId: base32(archive), usedPrevious: false }
}

/**
 * Opens with a normalised passphrase: one Argon2id, every slot tried.
 * Throws Failure: keyringMissing, keyringDamaged, keyringRefused (work outside the law), newerVersion, wrongPassphrase.
 */
export function openWithPassphrase(folder: string, passphrase: Buffer): Promise<OpenedKeyring> {
  return open(folder, 'passphrase', (file) => stretch(passphrase, file.salt, file.parameters))
}

/** Opens with the 32 bytes of a paper key. Throws as above, and Failure('wrongPaperKey'). */
export function openWithPaperKey(folder: string, paperKey: Buffer): Promise<OpenedKeyring> {
  return open(folder, 'paper', () => Promise.resolve(secretBytes(paperKey)))
}

/** Gives another passphrase a slot of its own. */
export async function addPassphrase(options: {
  folder: string
  key: Buffer
  passphrase: Buffer
  random: RandomSource
}): Promise<void> {
  const file = await readCurrent(options.folder)
  const secret = await stretch(options.passphrase, file.salt, file.parameters)
  await change(options.folder, file, options.key, 'passphrase', secret, options.random)
}

/** Sets the paper key, in place of an earlier one, which opens nothing from then on. */
export async function setPaperKey(options: {
  folder: string
  key: Buffer
  paperKey: Buffer
  random: RandomSource
}): Promise<void> {
  const file = await readCurrent(options.folder)
  await change(options.folder, file, options.key, 'paper', secretBytes(options.paperKey), options.random)
}

/** What somebody opens the archive with: a normalised passphrase, or the 32 bytes of a paper key. */
export type Secret = { readonly kind: 'passphrase' | 'paper'; readonly bytes: Buffer }

/**
 * A new passphrase in the place of the one that `opens`; a paper key stands for all passphrases there are. What was
 * replaced opens neither generation afterwards. Killed at any point, either the old or the new one opens.
 * Throws as `openWithPassphrase` and `openWithPaperKey`, and what `writeDurably` throws: then the old one still opens.
 *
 * NOTE: the archive key stays the same, so a copy of the keyring from before, with the old passphrase, still opens it.
 */
export async function changePassphrase(options: {
  folder: string
  opens: Secret
  passphrase: Buffer
  random: RandomSource
}): Promise<void> {
  const { folder, opens, passphrase, random } = options
  const { file } = await readEither(folder)
  const { key, slot: opened } = await unsealed(file, opens.kind, () => secretOf(opens, file))
  try {
    const used = unsealMap(file.map, key, file.head)
    if (used === null) throw new Failure('keyringDamaged')
    const slots = [...file.slots]
    for (const [slot, kind] of used.entries()) {
      if (kind !== 'passphrase' || (opens.kind === 'passphrase' && slot !== opened)) continue
      slots[slot] = unusedSlot(random)
      used[slot] = 'unused'
    }
    const slot = opens.kind === 'passphrase' ? opened : freeSlot(used, random)
    const secret = await stretch(passphrase, file.salt, file.parameters)
    slots[slot] = sealSlot(key, secret, 'passphrase', slot, file.head, random)
    used[slot] = 'passphrase'
    sodium.sodium_memzero(secret)
    await writeGenerations(folder, writeKeyringFile(file.head, slots, sealMap(used, key, file.head, random)))
  } finally {
    sodium.sodium_memzero(key)
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

function secretOf({ kind, bytes }: Secret, file: KeyringFile): Promise<Buffer> {
  return kind === 'paper' ? Promise.resolve(secretBytes(bytes)) : stretch(bytes, file.salt, file.parameters)
}

async function open(
  folder: string,
  kind: Secret['kind'],
  secretFor: (file: KeyringFile) => Promise<Buffer>,
): Promise<OpenedKeyring> {
  const { file, usedPrevious } = await readEither(folder)
  const { key } = await unsealed(file, kind, () => secretFor(file))
  return { key, archiveId: base32(file.archive), usedPrevious }
}

async function unsealed(
  file: KeyringFile,
  kind: Secret['kind'],
  secretFor: () => Promise<Buffer>,
): Promise<{ key: Buffer; slot: number }> {
  requireLawful(file.parameters)
  const secret = await secretFor()
  let found: { key: Buffer; slot: number } | null = null
  for (const [slot, bytes] of file.slots.entries()) {
    const key = unsealSlot(bytes, secret, kind, slot, file.head)
    if (key !== null) found = { key, slot }
  }
  sodium.sodium_memzero(secret)
  if (found === null) throw new Failure(kind === 'paper' ? 'wrongPaperKey' : 'wrongPassphrase')
  return found
}

/** The current generation, or the one before where the current one is damaged or gone. */
async function readEither(folder: string): Promise<{ file: KeyringFile; usedPrevious: boolean }> {
  try {
    return { file: await readCurrent(folder), usedPrevious: false }
  } catch (error) {
    const unusable = error instanceof Failure && ['keyringDamaged', 'keyringMissing'].includes(error.code)
    if (!unusable) throw error
    try {
      return { file: await read(path.join(folder, previousName)), usedPrevious: true }
    } catch {
      throw error
    }
  }
}

function readCurrent(folder: string): Promise<KeyringFile> {
  return read(path.join(folder, keyringName))
}

async function read(file: string): Promise<KeyringFile> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    const failure = knownFailure(error)
    if (failure?.code === 'folderMissing') throw new Failure('keyringMissing')
    throw failure ?? error
  }
  return readKeyringFile(bytes)
}

/** Seals `key` under a new secret. The paper key has one slot, which is written over; a passphrase gets a free one. */
async function change(
  folder: string,
  file: KeyringFile,
  key: Buffer,
  kind: SlotKind,
  secret: Buffer,
  random: RandomSource,
): Promise<void> {
  const used = unsealMap(file.map, key, file.head)
  if (used === null) throw new Failure('keyringDamaged')
  const replaced = kind === 'paper' ? used.indexOf('paper') : -1
  const slot = replaced >= 0 ? replaced : freeSlot(used, random)
  const slots = [...file.slots]
  slots[slot] = sealSlot(key, secret, kind, slot, file.head, random)
  used[slot] = kind
  sodium.sodium_memzero(secret)
  const bytes = writeKeyringFile(file.head, slots, sealMap(used, key, file.head, random))
  await writeGenerations(folder, bytes)
}

/** NOTE: the generation before is the same state again, so that what was replaced opens neither of the two. */
async function writeGenerations(folder: string, bytes: Buffer): Promise<void> {
  await writeDurably(path.join(folder, keyringName), bytes)
  try {
    await writeDurably(path.join(folder, previousName), bytes)
  } catch {
    // An old one would go on opening, and without one nothing is lost: the next opening writes it again.
    await rm(path.join(folder, previousName), { force: true })
    await syncFolder(folder)
  }
}

/** A free slot, by chance, so that a slot's number does not tell who came first. */
function freeSlot(used: readonly SlotKind[], random: RandomSource): number {
  const free = used.flatMap((kind, slot) => (kind === 'unused' ? [slot] : []))
  const slot = free[random(4).readUInt32BE(0) % free.length]
  if (slot === undefined) throw new Failure('keyringFull')
  return slot
}
