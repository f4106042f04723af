// Reading the keyring: which generation, and which slot a secret opens. Nothing is written here.
import path from 'node:path'
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'
import { readPlain } from '../files/own-files.ts'
import { requireLawful, stretch } from './argon.ts'
import { openFirstMap, openFirstSlot } from './first-slots.ts'
import { readKeyringFile, writeFirstHead, type KeyringFile, type Work } from './keyring-file.ts'
import { newEntry, openMap, type KeyringEntries } from './keyring-map.ts'
import type { RandomSource } from './random.ts'
import { secretBytes } from './secret-bytes.ts'
import { openSlot, type BoundTo, type SlotKind } from './slots.ts'

export const keyringName = 'keyring'
export const previousName = 'keyring.previous'

/** More than any version of it has. */
const mostBytes = 64 * 1024

/** What somebody opens the archive with: a normalised passphrase, the 32 bytes of a paper key, or what shares come to. */
export type Secret = { readonly kind: Exclude<SlotKind, 'unused'>; readonly bytes: Buffer }

export interface Generation {
  readonly file: KeyringFile
  readonly usedPrevious: boolean
}

/** The slot that a secret opens. `key` is the archive key and `secret` what opened the slot: the caller zeroes both. */
export interface OpenedSlot {
  readonly key: Buffer
  readonly secret: Buffer
  readonly slot: number
  readonly work: 0 | 1
  /** Sealed as in the first version. */
  readonly first: boolean
}

/** The current generation, or the one before where the current one is damaged or gone. */
export async function readEither(folder: string): Promise<Generation> {
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
  let bytes: Buffer | null
  try {
    bytes = await readPlain(file, mostBytes)
  } catch (error) {
    const failure = knownFailure(error)
    if (failure?.code === 'folderMissing') throw new Failure('keyringMissing')
    throw failure ?? error
  }
  if (bytes === null) throw new Failure('keyringDamaged')
  return readKeyringFile(bytes)
}

const wrong = { passphrase: 'wrongPassphrase', paper: 'wrongPaperKey', shares: 'wrongShares' } as const

/** Tries every slot. Throws Failure: keyringRefused before any work is done, wrongPassphrase, wrongPaperKey, wrongShares. */
export async function unlock(file: KeyringFile, opens: Secret): Promise<OpenedSlot> {
  const found = await findSlot(file, opens)
  if (found === null) throw new Failure(wrong[opens.kind])
  return found
}

/** As `unlock`; null where it opens no slot. A passphrase is one Argon2id, or two since the work was raised. */
export async function findSlot(file: KeyringFile, { kind, bytes }: Secret): Promise<OpenedSlot | null> {
  for (const { parameters } of file.works) requireLawful(parameters)
  if (kind !== 'passphrase') return slotFor(file, kind, secretBytes(bytes), 0)
  const [now, before] = file.works
  const found = await slotForPassphrase(file, bytes, now, 0)
  if (found !== null || now.bytes.equals(before.bytes)) return found
  return slotForPassphrase(file, bytes, before, 1)
}

async function slotForPassphrase(file: KeyringFile, bytes: Buffer, { salt, parameters }: Work, work: 0 | 1) {
  return slotFor(file, 'passphrase', await stretch(bytes, salt, parameters), work)
}

/** Zeroes the secret where it opens nothing. */
function slotFor(file: KeyringFile, kind: Secret['kind'], secret: Buffer, work: 0 | 1): OpenedSlot | null {
  let found: OpenedSlot | null = null
  for (const [slot, { locked, box }] of file.slots.entries()) {
    const key = file.version === 1 ? null : openSlot(locked, box, secret, boundTo(file, kind, slot, work))
    if (key !== null) found = { key, secret, slot, work, first: false }
    if (key !== null || kind === 'shares') continue
    // What a passphrase does not open may be bound to either work; a passphrase comes with its own.
    for (const which of kind === 'passphrase' ? [work] : ([0, 1] as const)) {
      const head = writeFirstHead(file.archive, file.works[which])
      const firstKey = openFirstSlot(locked, secret, kind, slot, head)
      if (firstKey !== null) found = { key: firstKey, secret, slot, work: which, first: true }
    }
  }
  if (found === null) sodium.sodium_memzero(secret)
  return found
}

export function boundTo(
  file: Pick<KeyringFile, 'archive' | 'works'>,
  kind: SlotKind,
  slot: number,
  work: 0 | 1,
): BoundTo {
  return { archive: file.archive, kind, slot, work: kind === 'passphrase' ? file.works[work] : null }
}

/** Whose the slots are; null where the map is not this key's. That of the first version knows only what they are. */
export function entriesOf(file: KeyringFile, key: Buffer, random: RandomSource): KeyringEntries | null {
  if (file.version === 2) return openMap(file.map, key, file.head)
  const kinds = openFirstMap(file.map, key, file.head)
  if (kinds === null) return null
  return kinds.map((kind) =>
    kind === 'unused' ? null : newEntry({ kind, first: true, publicKey: Buffer.alloc(32), since: 0 }, random),
  )
}
