// Whether pages keep pieces of what went for good, and are to be written anew. It is a number in the head of the database and
// not a row: it is about the file's own pages, and goes with every copy of them.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

/** In the same transaction as what goes. */
export function pagesToBeCleaned(archive: WritableArchive): void {
  archive.run('PRAGMA application_id = 1')
}

export function arePagesToBeCleaned(archive: ReadableArchive): boolean {
  return archive.get<{ application_id: number }>('PRAGMA application_id')?.application_id === 1
}

export function pagesAreClean(archive: WritableArchive): void {
  archive.run('PRAGMA application_id = 0')
}
