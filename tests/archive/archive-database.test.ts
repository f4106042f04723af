// The open archive: what may be read and written through it, and when.
import { expect, test } from 'vitest'
import { ArchiveDatabase, type WritableArchive } from '../../electron/archive/store/archive-database.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { newDatabase } from './new-database.ts'

function newArchive(): ArchiveDatabase {
  const archive = new ArchiveDatabase(newDatabase().database)
  archive.transaction((write) => write.run('CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT'))
  return archive
}

test('reads by order and by name, and writes in transactions only', () => {
  const archive = newArchive()
  const added = archive.transaction((write) => {
    write.run('INSERT INTO words (word) VALUES (?)', ['one'])
    return write.run('INSERT INTO words (word) VALUES (:word)', { word: 'two' })
  })
  expect(added).toEqual({ changes: 1, rowid: 2 })
  expect(archive.all('SELECT word FROM words ORDER BY id')).toEqual([{ word: 'one' }, { word: 'two' }])
  expect(archive.get('SELECT id FROM words WHERE word = :word', { word: 'two' })).toEqual({ id: 2 })
  expect([...archive.iterate<{ id: number }>('SELECT id FROM words WHERE id > ?', [1])]).toEqual([{ id: 2 }])
  expect(() => archive.get("INSERT INTO words (word) VALUES ('three') RETURNING id")).toThrow('outside')
  expect(() => archive.all('DELETE FROM words')).toThrow('outside')
  expect(archive.get('SELECT count(*) AS n FROM words')).toEqual({ n: 2 })
  archive.close()
})

test('keeps all of a transaction or nothing, and no promise', () => {
  const archive = newArchive()
  const fails = (write: WritableArchive): void => {
    write.run("INSERT INTO words (word) VALUES ('lost')")
    throw new Failure('changedMeanwhile')
  }
  expect(() => archive.transaction(fails)).toThrow('changedMeanwhile')
  expect(() => archive.transaction((write) => write.run('INSERT INTO words (word) VALUES (NULL)'))).toThrow('NOT NULL')
  expect(() => archive.transaction(() => Promise.resolve())).toThrow('promise')
  expect(() => archive.transaction(() => archive.transaction(() => null))).toThrow('nest')
  expect(archive.get('SELECT count(*) AS n FROM words')).toEqual({ n: 0 })
  let escaped: WritableArchive | null = null
  archive.transaction((write) => (escaped = write))
  expect(() => escaped?.run("INSERT INTO words (word) VALUES ('late')")).toThrow('outside')
  archive.close()
})
