// Longer words that are somebody else's name than the one that was taken out, as rows.
import type { NotTheSame } from '../../../shared/domain/marks/marks.ts'
import { saysNothingOf } from '../../../shared/domain/names/somebody-else.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export function readNotTheSame(archive: ReadableArchive, testimony: string): NotTheSame[] {
  return archive.all<NotTheSame>(
    'SELECT id, words, other, author FROM not_the_same WHERE testimony = ? ORDER BY words, other',
    [testimony],
  )
}

/** Puts one, in place of whatever says the same of the same words. */
export function putNotTheSame(
  archive: WritableArchive,
  testimony: string,
  { id, words, other, author }: NotTheSame,
): void {
  archive.run('INSERT OR REPLACE INTO not_the_same (id, testimony, words, other, author) VALUES (?, ?, ?, ?, ?)', [
    id,
    testimony,
    words,
    other,
    author,
  ])
}

/** What stands in a text that is being sealed is not kept in the open; it is asked again when she opens it. */
export function forgetNotTheSameIn(archive: WritableArchive, testimony: string, text: string): void {
  for (const said of readNotTheSame(archive, testimony))
    if (!saysNothingOf(said, [text])) archive.run('DELETE FROM not_the_same WHERE id = ?', [said.id])
}
