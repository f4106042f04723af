// What was erased, as it goes with a backup: restoring an older one must not bring it back.
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'

/** A row of the table `tombstones`, column by column. It holds no content. */
export type Tombstone = Readonly<Record<string, string | number | null>>

/** Empty where this archive's shape knows of none. */
export function readTombstones(archive: ReadableArchive): Tombstone[] {
  const there = archive.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'tombstones'")
  return there === undefined ? [] : archive.all<Tombstone>('SELECT * FROM tombstones')
}

/** Lays down what was erased elsewhere, so that the opening that follows erases it here too. Gives how many were new. */
export function layTombstones(archive: WritableArchive, tombstones: readonly Tombstone[]): number {
  const columns = new Set(
    archive.all<{ name: string }>("SELECT name FROM pragma_table_info('tombstones')").map(({ name }) => name),
  )
  let laid = 0
  for (const stone of tombstones) {
    const named = Object.keys(stone).filter((name) => columns.has(name))
    if (named.length === 0) continue
    const places = named.map(() => '?').join(', ')
    const values = named.map((name) => stone[name] ?? null)
    laid += archive.run(`INSERT OR IGNORE INTO tombstones (${named.join(', ')}) VALUES (${places})`, values).changes
  }
  return laid
}
