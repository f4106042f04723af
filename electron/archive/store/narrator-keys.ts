// Narrators' keys as rows. The public half never goes; the wrapped secret half goes when she does away with it.
import type { KeyEnd } from '../../../shared/domain/consent/key-ends.ts'
import type { NarratorKey, Wrapping } from '../vault/narrator-key.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface KeptKey {
  readonly key: NarratorKey
  /** Null once she did away with it: nobody can open it then. */
  readonly wrapping: Wrapping | null
}

interface KeyRow {
  id: string
  narrator: string
  signing_public: Buffer
  sealing_public: Buffer
  wrapped: Buffer | null
  salt: Buffer | null
  passes: number
  memory: number
}

const columns = 'id, narrator, signing_public, sealing_public, wrapped, salt, passes, memory'

function keptKey(row: KeyRow): KeptKey {
  const { id, narrator, wrapped, salt, passes, memory } = row
  return {
    key: { id, narrator, signingPublic: row.signing_public, sealingPublic: row.sealing_public },
    wrapping: wrapped === null || salt === null ? null : { wrapped, salt, passes, memory },
  }
}

/** The one key that she has now; null where she has none. */
export function keyInUse(archive: ReadableArchive, narrator: string): (KeptKey & { wrapping: Wrapping }) | null {
  const row = archive.get<KeyRow>(`SELECT ${columns} FROM narrator_keys WHERE narrator = ? AND wrapped IS NOT NULL`, [
    narrator,
  ])
  if (row === undefined) return null
  const { key, wrapping } = keptKey(row)
  return wrapping === null ? null : { key, wrapping }
}

/** Every key of hers there has been. */
export function keysOf(archive: ReadableArchive, narrator: string): KeptKey[] {
  return archive.all<KeyRow>(`SELECT ${columns} FROM narrator_keys WHERE narrator = ?`, [narrator]).map(keptKey)
}

export function insertKey(archive: WritableArchive, { key, wrapping }: KeptKey, at: string): void {
  archive.run(
    'INSERT INTO narrator_keys (id, narrator, signing_public, sealing_public, wrapped, salt, passes, memory, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      key.id,
      key.narrator,
      key.signingPublic,
      key.sealingPublic,
      wrapping?.wrapped ?? null,
      wrapping?.salt ?? null,
      wrapping?.passes ?? 0,
      wrapping?.memory ?? 0,
      at,
    ],
  )
}

export function rewrapKey(archive: WritableArchive, key: string, { wrapped, salt, passes, memory }: Wrapping): void {
  archive.run('UPDATE narrator_keys SET wrapped = ?, salt = ?, passes = ?, memory = ? WHERE id = ?', [
    wrapped,
    salt,
    passes,
    memory,
    key,
  ])
}

/**
 * Its secret half goes; the log is emptied afterwards by whoever called, so that it is nowhere. Whoever kept a copy of it
 * signs no later yes with it: where the ledger ended is kept, and when that was and whether its passphrase was typed.
 */
export function forgetWrapping(archive: WritableArchive, key: string, at: string, opened: boolean): void {
  archive.run(
    `UPDATE narrator_keys SET wrapped = NULL, salt = NULL, ended_at = :at, ended_opened = :opened,
       ended_after = (SELECT coalesce(max(sequence), 0) FROM ledger) WHERE id = :key`,
    { key, at, opened: opened ? 1 : 0 },
  )
}

/** When her passphrase was done away with and not typed, ISO 8601 UTC; the oldest first. */
export function keysForgottenOf(archive: ReadableArchive, narrator: string): string[] {
  return keyEndsOf(archive, narrator).flatMap(({ opened, at }) => (opened ? [] : [at]))
}

/** Every key of hers that she has no more, the oldest first. */
export function keyEndsOf(archive: ReadableArchive, narrator: string): KeyEnd[] {
  return archive
    .all<{ at: string; after: number; opened: 0 | 1 }>(
      `SELECT ended_at AS at, ended_after AS after, ended_opened AS opened FROM narrator_keys
       WHERE narrator = ? AND ended_at IS NOT NULL ORDER BY ended_after, id`,
      [narrator],
    )
    .map((row) => ({ ...row, opened: row.opened === 1 }))
}
