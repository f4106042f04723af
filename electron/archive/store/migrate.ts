// Brings a database to this program's shape, one migration a transaction, and leaves one from the future untouched.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'

/** `name` is `<yyyymmddhhmm>-<verb-phrase>`; `up` runs inside a transaction of its own. */
export interface Migration {
  readonly name: string
  readonly up: (database: Database) => void
}

const nameShape = /^20\d{10}-[a-z]+(-[a-z0-9]+)*$/

/**
 * Runs what is missing, in order; `now` is an ISO time. Nothing is written before it is clear that this program knows
 * every migration that the database has had. Throws Failure: newerVersion, diskFull, pageDamaged.
 */
export function migrate(database: Database, migrations: readonly Migration[], now: string): void {
  requireOrder(migrations)
  try {
    const had = namesHad(database)
    requireKnown(database, had, migrations)
    for (const [at, migration] of migrations.entries()) {
      if (!had.includes(migration.name)) runOne(database, migration, at + 1, now)
    }
  } catch (error) {
    throw knownFailure(error) ?? error
  }
}

function requireOrder(migrations: readonly Migration[]): void {
  const names = migrations.map((migration) => migration.name)
  const ordered = names.every((name, at) => nameShape.test(name) && (at === 0 || name > (names[at - 1] ?? '')))
  if (!ordered) throw new Error('migrations are misnamed or out of order')
}

/** The names of the migrations that it has had, in order. */
export function namesHad(database: Database): string[] {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get()
  if (table === undefined) return []
  return database.prepare<[], string>('SELECT name FROM migrations ORDER BY name').pluck().all() as string[]
}

function requireKnown(database: Database, had: readonly string[], migrations: readonly Migration[]): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  // NOTE: what was had must be the beginning of what is known; a gap means another line of history.
  const known = version === had.length && had.every((name, at) => migrations[at]?.name === name)
  if (!known) throw new Failure('newerVersion')
}

function runOne(database: Database, migration: Migration, version: number, now: string): void {
  database
    .transaction(() => {
      database.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL) STRICT')
      migration.up(database)
      database.prepare('INSERT INTO migrations (name, at) VALUES (?, ?)').run(migration.name, now)
      database.pragma(`user_version = ${version}`)
    })
    .exclusive()
}
