// Narrators as rows, with their names and the words that they refuse.
import { Failure } from '../../../shared/contract/failure.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { Existence, Narrator } from '../../../shared/domain/story.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export function insertNarrator(archive: WritableArchive, narrator: Narrator): void {
  archive.run('INSERT INTO narrators (id, name, existence) VALUES (?, ?, ?)', [
    narrator.id,
    narrator.name,
    narrator.existence,
  ])
  insertNames(archive, narrator)
}

function insertNames(archive: WritableArchive, narrator: Narrator): void {
  for (const [reach, name] of Object.entries(narrator.names)) {
    if (name.trim() !== '') {
      archive.run('INSERT INTO narrator_names (narrator, reach, name) VALUES (?, ?, ?)', [narrator.id, reach, name])
    }
  }
  for (const [position, { word, instead }] of narrator.refusedWords.entries()) {
    archive.run('INSERT INTO refused_words (narrator, position, word, instead) VALUES (?, ?, ?, ?)', [
      narrator.id,
      position,
      word,
      instead,
    ])
  }
}

export function updateNarrator(archive: WritableArchive, narrator: Narrator): void {
  const { changes } = archive.run('UPDATE narrators SET name = ?, existence = ? WHERE id = ?', [
    narrator.name,
    narrator.existence,
    narrator.id,
  ])
  if (changes === 0) throw new Failure('notFound')
  archive.run('DELETE FROM narrator_names WHERE narrator = ?', [narrator.id])
  archive.run('DELETE FROM refused_words WHERE narrator = ?', [narrator.id])
  insertNames(archive, narrator)
}

/** Throws Failure notFound. */
export function readNarrator(archive: ReadableArchive, id: string): Narrator {
  const row = archive.get<{ name: string; existence: Existence }>(
    'SELECT name, existence FROM narrators WHERE id = ?',
    [id],
  )
  if (row === undefined) throw new Failure('notFound')
  const names = archive.all<{ reach: Reach; name: string }>(
    'SELECT reach, name FROM narrator_names WHERE narrator = ?',
    [id],
  )
  return {
    id,
    name: row.name,
    names: Object.fromEntries(names.map(({ reach, name }) => [reach, name])),
    existence: row.existence,
    refusedWords: archive.all('SELECT word, instead FROM refused_words WHERE narrator = ? ORDER BY position', [id]),
  }
}
