// A database of a test's own, brought to any version, with a story in it.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { openDatabase, type Database } from '../../electron/archive/store/connection.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'

export const now = '2026-11-22T00:00:00.000Z'
export let database: Database
let folder: string

/** A new one for every test of the file that calls this. */
export function eachWithDatabase(): void {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'firsthand-test-'))
    database = openDatabase(path.join(folder, 'archive.db'), randomBytes(32), 'create')
  })
  afterEach(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
}

/** Brings it to the version with this name. */
export const upTo = (name: string) =>
  migrate(database, migrations.slice(0, migrations.findIndex((one) => one.name.endsWith(name)) + 1), now)
export const tables = () =>
  new Set(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())

export function story(): void {
  database.exec(`
    INSERT INTO narrators (id, name, existence) VALUES ('n', 'Marisol', 'byName');
    INSERT INTO testimonies (id, narrator, title, title_by, language, created_at) VALUES ('t', 'n', 'Nights', 'archivist', 'en', '${now}');
    INSERT INTO speakers (id, testimony, position, name, role) VALUES ('s', 't', 0, 'Marisol', 'narrator');
    INSERT INTO turns (place, id, speaker) VALUES (65536, 'u', 's');
    INSERT INTO passages (place, id, turn_place, role, language, direction, words, word_times, text) VALUES (65536, 'p', 65536, 'narrator', 'en', 'ltr', 2, '[]', 'Two words');
  `)
}
export const ledgerRow = (sequence: number, previous: string) =>
  `INSERT INTO ledger (sequence, id, testimony, narrator, certainty, by_whom, evidence, at, kind, body, previous, hash)
   VALUES (${sequence}, 'e${sequence}', 't', 'n', 'attested', 'Ana', '{}', '${now}', 'reviewed', '{}', '${previous}', 'hash${sequence}')`
