// Which passages were split from which, and joined into which.
import type { Lineage } from '../../../shared/domain/writing.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface DatedLineage extends Lineage {
  /** The last moment of the revision in which it came about, ISO 8601 UTC; empty where she has had that one forgotten. */
  readonly until: string
}

export function insertLineage(
  archive: WritableArchive,
  testimony: string,
  revision: number,
  lineage: readonly Lineage[],
): void {
  for (const { kind, passage, other, at } of lineage) {
    archive.run('INSERT INTO lineage (testimony, revision, kind, passage, other, at) VALUES (?, ?, ?, ?, ?, ?)', [
      testimony,
      revision,
      kind,
      passage,
      other,
      at,
    ])
  }
}

/** In the order in which it came about. */
export function readLineage(archive: ReadableArchive, testimony: string): DatedLineage[] {
  return archive.all(
    `SELECT l.kind, l.passage, l.other, l.at, coalesce((SELECT r.until FROM revisions r WHERE r.testimony = l.testimony AND r.number = l.revision), '') AS until
     FROM lineage l WHERE l.testimony = ? ORDER BY l.sequence`,
    [testimony],
  )
}
