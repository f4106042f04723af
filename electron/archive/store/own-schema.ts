// An archive that somebody brings may hold views and triggers of its own, which run as soon as a table is touched. They are
// compared with those that this program makes, before anything of it is asked for.
import SQLite from 'better-sqlite3-multiple-ciphers'
import type { Database } from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../../shared/contract/failure.ts'
import { fold } from './fold.ts'
import { migrate, namesHad, type Migration } from './migrate.ts'

const runsBySelf = `SELECT type || ' ' || name || ' ' || tbl_name || ' ' || sql FROM sqlite_schema
  WHERE type IN ('view', 'trigger') OR sql LIKE 'CREATE VIRTUAL%'`

function whatRuns(database: Database): string[] {
  const found = database.prepare<[], string>(runsBySelf).pluck().all() as string[]
  // What renaming a table makes of a trigger's text may be quoted and spaced in another way.
  return found.map((text) => text.replaceAll(/[\s"`[\]]+/g, '').toLowerCase())
}

function tablesOf(database: Database): string[] {
  return database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
}

/**
 * Throws Failure notAnArchive where the database holds a view, a trigger or a virtual table that the migrations it has had
 * do not make, or lacks a table that they make.
 */
export function requireOwnSchema(database: Database, migrations: readonly Migration[]): void {
  const there = whatRuns(database)
  // NOTE: before the migrations are read: that table could be a view that never ends.
  if (there.some((text) => text.startsWith('view'))) throw new Failure('notAnArchive')
  const fresh = new SQLite(':memory:')
  try {
    fresh.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null))
    migrate(fresh, migrations.slice(0, namesHad(database).length), '2000-01-01T00:00:00.000Z')
    const ours = new Set(whatRuns(fresh))
    const tables = new Set(tablesOf(database))
    if (!there.every((text) => ours.has(text)) || !tablesOf(fresh).every((name) => tables.has(name)))
      throw new Failure('notAnArchive')
  } finally {
    fresh.close()
  }
}
