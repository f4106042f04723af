// What the system and the database say when something goes wrong, as one of the failures that have words.
import { Failure } from '../../shared/contract/failure.ts'
import type { FailureCode } from '../../shared/contract/failure.ts'

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  SQLITE_FULL: 'diskFull',
  EFBIG: 'diskFull', // a stick formatted as FAT32 takes no file over 4 GiB
  EACCES: 'folderReadOnly',
  EPERM: 'folderReadOnly',
  EROFS: 'folderReadOnly',
  SQLITE_READONLY: 'folderReadOnly',
  SQLITE_PERM: 'folderReadOnly',
  ENOENT: 'folderMissing',
  ENOTDIR: 'folderMissing',
  ENAMETOOLONG: 'folderMissing',
  ELOOP: 'folderMissing',
  SQLITE_CANTOPEN: 'folderMissing',
  SQLITE_BUSY: 'alreadyOpenElsewhere',
  SQLITE_LOCKED: 'alreadyOpenElsewhere',
  // NOTE: the archive key comes authenticated out of the keyring, so "not a database" is damage, never a wrong key.
  SQLITE_NOTADB: 'pageDamaged',
  SQLITE_CORRUPT: 'pageDamaged',
  SQLITE_IOERR_READ: 'pageDamaged',
  SQLITE_IOERR_SHORT_READ: 'pageDamaged',
  SQLITE_IOERR_DATA: 'pageDamaged',
  SQLITE_IOERR_CORRUPTFS: 'pageDamaged',
  EIO: 'diskFailing',
  SQLITE_IOERR: 'diskFailing',
}

/** The failure that an error of the file system or of SQLite stands for, or null where it is neither. */
export function knownFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  // Extended SQLite codes fall back to their primary one: SQLITE_CORRUPT_VTAB to SQLITE_CORRUPT.
  const known = codes[code] ?? codes[code.split('_').slice(0, 2).join('_')]
  return known === undefined ? null : new Failure(known, { reason: code })
}

/** Any error as a failure; what has no code of its own is `broken`. Never carries an error's text. */
export function asFailure(error: unknown): Failure {
  return knownFailure(error) ?? new Failure('broken')
}

/** Whether the system says that no such file is there. */
export function isNoFile(error: unknown): error is Error & { readonly code: 'ENOENT' } {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
