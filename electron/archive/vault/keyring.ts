// The keyring beside the database: who can open the archive, without saying who or how many. A random archive key is
// handed to each of them by what only they know; it is never derived from that and never lies bare.
import path from 'node:path'
import sodium from 'sodium-native'
import { writeDurably } from '../files/write-durably.ts'
import { requireLawful, stretch } from './argon.ts'
import type { ArgonParameters } from './argon.ts'
import { workOf } from './keyring-file.ts'
import type { KeyringEntries } from './keyring-map.ts'
import { entriesOf, keyringName, previousName, readEither, unlock, type Secret } from './keyring-read.ts'
import { composed, draftOf, emptyDraft, freeSlot, seat, writeGenerations } from './keyring-write.ts'
import { base32 } from './random.ts'
import type { RandomSource } from './random.ts'

export { keyringName, previousName } from './keyring-read.ts'
export type { Secret } from './keyring-read.ts'
export { settleKeyring } from './keyring-write.ts'

/**
 * `key` is the 256-bit archive key: the caller zeroes it. `usedPrevious`: the current file was damaged. `slot`: which one
 * opened. `entries`: whose the slots are; null where that cannot be read, which keeps nobody out.
 */
export interface OpenedKeyring {
  readonly key: Buffer
  readonly archiveId: string
  readonly usedPrevious: boolean
  readonly slot: number
  /** Whether the passphrase took the work from before it was raised. */
  readonly behind: boolean
  readonly entries: KeyringEntries | null
}

/** Where an opening may raise what the first version sealed; without it, nothing is written. */
export interface MayRaise {
  readonly random: RandomSource
  readonly now: number
}

/** Makes a new archive key and a keyring with one passphrase slot. `passphrase` is normalised bytes. */
export async function createKeyring(options: {
  folder: string
  passphrase: Buffer
  parameters: ArgonParameters
  random: RandomSource
  /** Milliseconds since 1970. */
  now?: number
}): Promise<OpenedKeyring> {
  const { folder, passphrase, parameters, random, now = 0 } = options
  requireLawful(parameters)
  const key = random(32)
  const work = workOf(parameters, random(16))
  const draft = emptyDraft(random(16), [work, work], random)
  const secret = await stretch(passphrase, work.salt, parameters)
  const slot = freeSlot(draft, random)
  seat(draft, slot, secret, { kind: 'passphrase', since: now }, random)
  sodium.sodium_memzero(secret)
  const bytes = composed(draft, key, random)
  await writeDurably(path.join(folder, previousName), bytes)
  await writeDurably(path.join(folder, keyringName), bytes)
  return { key, archiveId: base32(draft.archive), usedPrevious: false, slot, behind: false, entries: draft.entries }
}

/**
 * Opens with a normalised passphrase: one Argon2id, every slot tried.
 * Throws Failure: keyringMissing, keyringDamaged, keyringRefused (work outside the law), newerVersion, wrongPassphrase.
 */
export function openWithPassphrase(folder: string, passphrase: Buffer, raise?: MayRaise): Promise<OpenedKeyring> {
  return openKeyring(folder, { kind: 'passphrase', bytes: passphrase }, raise)
}

/** Opens with the 32 bytes of a paper key. Throws as above, and Failure('wrongPaperKey'). */
export function openWithPaperKey(folder: string, paperKey: Buffer, raise?: MayRaise): Promise<OpenedKeyring> {
  return openKeyring(folder, { kind: 'paper', bytes: paperKey }, raise)
}

/** Opens with any of them. Throws as above, and Failure('wrongShares'). */
export async function openKeyring(folder: string, opens: Secret, raise?: MayRaise): Promise<OpenedKeyring> {
  const { file, usedPrevious } = await readEither(folder)
  const { key, secret, slot, work, first } = await unlock(file, opens)
  try {
    const entries = entriesOf(file, key, raise?.random ?? (() => Buffer.alloc(16)))
    const opened = { key, archiveId: base32(file.archive), usedPrevious, slot, behind: work === 1, entries }
    if (!first || raise === undefined || entries === null || usedPrevious) return opened
    const draft = draftOf(file, key, raise.random)
    seat(draft, slot, secret, { kind: opens.kind, since: raise.now }, raise.random)
    const written = await writeGenerations(folder, composed(draft, key, raise.random)).then(
      () => true,
      () => false, // where nothing can be written, the keyring opens as it is
    )
    return written ? { ...opened, behind: false, entries: draft.entries } : opened
  } finally {
    sodium.sodium_memzero(secret)
  }
}
