// Which passages were split from which, and joined into which.
import type { DatedLineage } from '../../../shared/domain/consent/lineage.ts'
import type { Lineage } from '../../../shared/domain/writing/writing.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

/** `until` (ISO 8601 UTC) where it came about elsewhere, before its revision did here. */
export function insertLineage(
  archive: WritableArchive,
  testimony: string,
  revision: number,
  lineage: readonly (Lineage & { readonly until?: string | undefined })[],
): void {
  for (const { kind, passage, other, at, until = null } of lineage) {
    archive.run(
      'INSERT INTO lineage (testimony, revision, kind, passage, other, at, until) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [testimony, revision, kind, passage, other, at, until],
    )
  }
}

/** In the order in which it came about; of a revision that she has had forgotten, by the beginning of the next. */
export function readLineage(archive: ReadableArchive, testimony: string): (DatedLineage & { revision: number })[] {
  return archive.all(
    `SELECT l.revision, l.kind, l.passage, l.other, l.at, coalesce(l.until,
       (SELECT r.until FROM revisions r WHERE r.testimony = l.testimony AND r.number = l.revision),
       (SELECT min(r.at) FROM revisions r WHERE r.testimony = l.testimony AND r.number > l.revision), '') AS until
     FROM lineage l WHERE l.testimony = ? ORDER BY l.sequence`,
    [testimony],
  )
}
