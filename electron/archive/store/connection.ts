// The one way to a database connection: keyed, every setting read back, and refused where one did not take.
import { accessSync, closeSync, constants, fsyncSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import type { Database } from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'
import { fold } from './fold.ts'

export type { Database }

/** What each connection runs with, and how SQLite says it back. */
export const settings: ReadonlyArray<readonly [pragma: string, value: string, readBack: string | number]> = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'], // before WAL: no shared-memory file, and a second process is refused
  ['temp_store', 'MEMORY', 2], // or sorting leaves readable text in the system's temporary folder
  ['secure_delete', 'ON', 1],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2], // NORMAL loses acknowledged transactions in WAL
  ['wal_autocheckpoint', '24000', 24000], // pages, about 100 MB: copying the log back costs as much as writing it
  ['cache_size', '-32768', -32768], // 32 MiB: pages that do not fit are enciphered again each time they change
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1], // or REPLACE deletes past the triggers
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['busy_timeout', '0', 0],
]

const openHere = new Map<string, Database>()

/**
 * Opens or creates a database in SQLCipher 4 format with a raw 256-bit key; the caller keeps and zeroes `key`.
 * NOTE: while it is open, nothing else in this process may open the file, not even to read it: closing any handle on
 * a file drops every POSIX lock that the process has on it, and a second program could then write beside this one.
 * Throws Failure: archiveHere, noArchiveHere, folderMissing, folderReadOnly, diskFull, alreadyOpenElsewhere,
 * pageDamaged, notAnArchive, settingRefused.
 */
export function openDatabase(file: string, key: Buffer, mode: 'create' | 'open'): Database {
  if (key.length !== 32) throw new Failure('settingRefused', { setting: 'key' })
  const place = path.resolve(file)
  if (openHere.get(place)?.open === true) throw new Failure('alreadyOpenElsewhere')
  try {
    if (mode === 'create') createFile(file, key)
    requireWritable(file)
    const head = readHead(file)
    const database = connect(file, key, (connected) => requireEncrypted(connected, head))
    openHere.set(place, database)
    return database
  } catch (error) {
    throw openingFailure(error, mode)
  }
}

/** The first page, written by a connection that is closed again, and on the disk with its folder. */
function createFile(file: string, key: Buffer): void {
  closeSync(openSync(file, 'wx', 0o600))
  connect(file, key, () => undefined).close()
  makeDurable(file)
}

function connect(file: string, key: Buffer, check: (database: Database) => void): Database {
  // NOTE: the driver asks Node's diagnostic report which C library this is, and the report would list the machine's
  // network interfaces and look up the names of whoever is connected.
  Object.assign(process.report, { excludeNetwork: true })
  const database = new SQLite(file, { fileMustExist: true, timeout: 0 })
  try {
    giveKey(database, key)
    for (const [pragma, value, expected] of settings) set(database, pragma, value, expected)
    database.function('fold', { deterministic: true, directOnly: false }, (text) => foldColumn(text))
    takeLock(database)
    check(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function giveKey(database: Database, key: Buffer): void {
  set(database, 'cipher', "'sqlcipher'", 'sqlcipher')
  set(database, 'legacy', '4', 4)
  const raw = Buffer.alloc(67)
  raw.write("x'", 0, 'latin1')
  for (const [at, byte] of key.entries()) raw.write(byte.toString(16).padStart(2, '0'), 2 + at * 2, 'latin1')
  raw.write("'", 66, 'latin1')
  try {
    if (database.key(raw) !== 0) throw new Failure('settingRefused', { setting: 'key' })
  } finally {
    raw.fill(0)
  }
}

function set(database: Database, pragma: string, value: string, expected: string | number): void {
  database.pragma(`${pragma} = ${value}`)
  if (String(database.pragma(pragma, { simple: true })) !== String(expected))
    throw new Failure('settingRefused', { setting: pragma })
}

/** The exclusive lock comes with the first use, and reading the schema shows whether the key is the file's. */
function takeLock(database: Database): void {
  database.exec('BEGIN EXCLUSIVE')
  database.prepare('SELECT count(*) FROM sqlite_schema').get()
  database.exec('COMMIT')
}

/** On a file that is read-only SQLite would only say that its lock failed. */
function requireWritable(file: string): void {
  accessSync(file, constants.F_OK)
  accessSync(path.dirname(file), constants.W_OK)
  accessSync(file, constants.W_OK)
}

/** The file's first 16 bytes: the salt that SQLCipher leaves readable. */
function readHead(file: string): Buffer {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, head, 0, 16, 0) !== 16) throw new Failure('pageDamaged')
    return head
  } finally {
    closeSync(handle)
  }
}

/** SQLite3MC before 2.7 can give an unencrypted file when setting up the key failed: compare with the file itself. */
function requireEncrypted(database: Database, head: Buffer): void {
  const salt = database.prepare("SELECT sqlite3mc_codec_data('cipher_salt')").pluck().get()
  const encrypted = typeof salt === 'string' && salt.toLowerCase() === head.toString('hex')
  if (!encrypted || head.toString('latin1').startsWith('SQLite format 3')) {
    throw new Failure('settingRefused', { setting: 'encryption' })
  }
}

/** A new file is kept only when it and its folder are on the disk. Windows cannot open a folder. */
function makeDurable(file: string): void {
  for (const place of process.platform === 'win32' ? [file] : [file, path.dirname(file)]) {
    const handle = openSync(place, place === file ? 'r+' : 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }
}

function foldColumn(text: unknown): string | null {
  return typeof text === 'string' ? fold(text) : null
}

function openingFailure(error: unknown, mode: 'create' | 'open'): unknown {
  const failure = knownFailure(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EEXIST') return new Failure('archiveHere')
  if (code === 'EISDIR') return new Failure('notAnArchive')
  // The head was read by then, so it is the log beside the file that could not be made.
  if (code.startsWith('SQLITE_CANTOPEN')) return new Failure('folderReadOnly')
  if (mode === 'open' && failure?.code === 'folderMissing') return new Failure('noArchiveHere')
  return failure ?? error
}
