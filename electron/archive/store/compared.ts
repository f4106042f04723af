// What could be put together of an excerpt and of what other narrators say, as it was last worked out: kept for her.
import type { PutTogether } from '../../../shared/domain/given-out/mosaic.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface Compared extends PutTogether {
  /** ISO 8601 UTC. */
  readonly at: string
}

/** Null where it was not worked out for its passages, its use and its recipient as they are now. */
export function readCompared(archive: ReadableArchive, excerpt: string): Compared | null {
  const row = archive.get<{ at: string; found: string }>('SELECT at, found FROM compared WHERE excerpt = ?', [excerpt])
  return row === undefined ? null : { at: row.at, ...(JSON.parse(row.found) as PutTogether) }
}

export function putCompared(archive: WritableArchive, excerpt: string, { at, together, alone }: Compared): void {
  archive.run('INSERT OR REPLACE INTO compared (excerpt, at, found) VALUES (?, ?, ?)', [
    excerpt,
    at,
    JSON.stringify({ together, alone }),
  ])
}
