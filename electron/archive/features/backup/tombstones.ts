// What was erased, as it goes with a backup: restoring an older one must not bring it back.
import type { ReadableArchive } from '../../store/archive-database.ts'

/** A row of the table `tombstones`, column by column. It holds no content. */
export type Tombstone = Readonly<Record<string, string | number | null>>

/** Empty where this archive's shape knows of none. */
export function readTombstones(archive: ReadableArchive): Tombstone[] {
  const there = archive.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'tombstones'")
  return there === undefined ? [] : archive.all<Tombstone>('SELECT * FROM tombstones')
}
