// What is to be opened: the folder of an archive, or one of the backups in a folder of them. Nothing is written to either.
import type { Bytes } from './bytes.ts'
import type { Secret } from '../../archive/vault/keyring-read.ts'

/** The database as it lies there, with the log that a crash may have left beside it. */
export interface DatabaseBytes {
  readonly pages: Bytes
  readonly log: Bytes | null
}

export interface OpenedSource {
  /** 256 bits; the caller zeroes it. */
  readonly key: Buffer
  readonly database: DatabaseBytes
  /** A file under `media/`; null where it is not there. */
  media(name: string): Promise<Bytes | null>
  /** The names of all files under `media/`. */
  readonly mediaNames: readonly string[]
  /** What has been erased since, as rows: it must not come back. */
  readonly erased: readonly Readonly<Record<string, string | number | null>>[]
  /** Throws Failure changedMeanwhile where somebody wrote to it since. */
  settled(): Promise<void>
}

export interface Source {
  readonly kind: 'archive' | 'backup'
  /** ISO 8601 UTC, of a backup; null of an archive. */
  readonly madeAt: string | null
  /**
   * One or two Argon2id. Throws Failure: keyringMissing, keyringDamaged, keyringRefused, newerVersion, wrongPassphrase,
   * wrongPaperKey, wrongShares, noArchiveHere, backupDamaged.
   */
  open(secret: Secret): Promise<OpenedSource>
}
