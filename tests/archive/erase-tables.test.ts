// No table can be forgotten: whatever says whose story or whose it is goes, or is named as staying, and what only grows goes
// with a tombstone and in no other way.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { narratorsApart, tablesOfNarrators } from '../../electron/archive/store/erase/narrators.ts'
import { tablesAfterPassages, tablesApart, tablesOfStories } from '../../electron/archive/store/erase/stories.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'
import { temporaryFolder } from './temporary-folder.ts'

const now = '2026-11-22T00:00:00.000Z'

function made() {
  const database = openDatabase(path.join(temporaryFolder(), 'archive.db'), randomBytes(32), 'create')
  migrate(database, migrations, now)
  return database
}

test('every table with the id of a story or of a narrator', () => {
  const database = made()
  const withColumn = (column: string) =>
    database
      .prepare(
        "SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = ? ORDER BY t.name",
      )
      .pluck()
      .all(column)
  const stories: readonly string[] = [...tablesOfStories, ...tablesAfterPassages, ...tablesApart]
  const narrators: readonly string[] = [...tablesOfNarrators, ...narratorsApart]
  expect(withColumn('testimony')).toEqual(stories.toSorted())
  expect(withColumn('narrator')).toEqual(narrators.toSorted())
  database.close()
})

test('the ledger and the register let go of what a tombstone names, and of nothing else', () => {
  const database = made()
  const stone = (id: string, kind: string, target: string) =>
    database.exec(
      `INSERT INTO tombstones (id, kind, target, within, known_by, at) VALUES ('${id}', '${kind}', '${target}', '', 'herself', '${now}')`,
    )
  database.exec(`
    INSERT INTO narrators (id, name, existence) VALUES ('n', 'Marisol', 'byName');
    INSERT INTO testimonies (id, narrator, title, title_by, language, created_at) VALUES ('t', 'n', '', 'archivist', 'en', '${now}'), ('u', 'n', '', 'archivist', 'en', '${now}');
    INSERT INTO receipts (id, narrator, way, language, number, files, at, by_whom) VALUES ('r', 'n', 'saved', 'en', '1', '[]', '${now}', 'Ana');`)
  const entry = (sequence: number, testimony: string, previous: string) =>
    database.exec(`INSERT INTO ledger (sequence, id, testimony, narrator, certainty, by_whom, evidence, at, kind, body, previous, hash)
      VALUES (${sequence}, 'e${sequence}', '${testimony}', 'n', 'attested', 'Ana', '{}', '${now}', 'reviewed', '{}', '${previous}', 'hash${sequence}')`)
  entry(1, 't', '0'.repeat(64))
  entry(2, 'u', 'hash1')
  entry(3, 't', 'hash2')
  const hollow = (sequence: number) =>
    database.exec(`INSERT INTO erased_entries SELECT sequence, previous, hash FROM ledger WHERE sequence = ${sequence}`)
  expect(() => hollow(3)).toThrow('only what stood in the ledger')
  stone('s', 'testimony', 't')
  expect(() => hollow(2)).toThrow('only what stood in the ledger')
  expect(() => database.exec("INSERT INTO erased_entries VALUES (3, 'hash2', 'another')")).toThrow('only what stood')
  expect(() => database.exec('DELETE FROM ledger WHERE sequence = 3')).toThrow('append-only')
  hollow(3)
  database.exec('DELETE FROM ledger WHERE sequence = 3')
  expect(() => database.exec('DELETE FROM erased_entries')).toThrow('append-only')
  // It goes on from where the erased one stood, and from nowhere else.
  expect(() => entry(3, 'u', 'hash2')).toThrow('an entry follows the last one')
  entry(4, 'u', 'hash3')
  expect(() => database.exec("DELETE FROM receipts WHERE id = 'r'")).toThrow('append-only')
  stone('v', 'narrator', 'n')
  database.exec("DELETE FROM receipts WHERE id = 'r'")
  expect(() => database.exec('DELETE FROM tombstones')).toThrow('what was erased stays erased')
  expect(() => database.exec("UPDATE tombstones SET target = 'x'")).toThrow('what was erased stays erased')
  database.close()
})
