// Tombstones as rows: what was erased, told by ids alone, and which of it was carried out in this database.
import type { ReadableArchive, WritableArchive } from '../archive-database.ts'

export type StoneKind = 'narrator' | 'testimony' | 'passage' | 'joined' | 'parted' | 'recording' | 'stretch'

export interface Stone {
  readonly id: string
  readonly kind: StoneKind
  readonly target: string
  /** Its story; of `joined` and `parted` the erased passage. */
  readonly within: string
  /** Of a stretch of sound, in milliseconds. */
  readonly startMs: number | null
  readonly endMs: number | null
  /** How it is known that she wishes it. */
  readonly knownBy: string
  readonly at: string
}

const columns =
  's.id, s.kind, s.target, s.within, s.start_ms AS startMs, s.end_ms AS endMs, s.known_by AS knownBy, s.at'

export function insertStone(archive: WritableArchive, stone: Stone): void {
  archive.run(
    'INSERT INTO tombstones (id, kind, target, within, start_ms, end_ms, known_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [stone.id, stone.kind, stone.target, stone.within, stone.startMs, stone.endMs, stone.knownBy, stone.at],
  )
}

const isThere = `(s.kind = 'narrator' AND EXISTS (SELECT 1 FROM narrators WHERE id = s.target))
  OR (s.kind = 'testimony' AND EXISTS (SELECT 1 FROM testimonies WHERE id = s.target))
  OR (s.kind = 'passage' AND EXISTS (SELECT 1 FROM passages WHERE id = s.target))
  OR (s.kind = 'recording' AND EXISTS (SELECT 1 FROM recordings WHERE id = s.target))`

/** Laid down, by a backup from elsewhere, and not carried out here; or what they name is here all the same. */
export function stonesToCarryOut(archive: ReadableArchive): Stone[] {
  return archive.all<Stone>(
    `SELECT ${columns} FROM tombstones s WHERE NOT EXISTS (SELECT 1 FROM tombstones_done d WHERE d.tombstone = s.id)
     OR ${isThere}
     ORDER BY s.at, s.id`,
  )
}

export function stoneDone(archive: WritableArchive, id: string): void {
  archive.run(
    'INSERT INTO tombstones_done (tombstone, cleaned) VALUES (?, 0) ON CONFLICT (tombstone) DO UPDATE SET cleaned = 0',
    [id],
  )
}

/** Whether something was erased and the pages that it stood on were not written anew since. */
export function isToBeCleaned(archive: ReadableArchive): boolean {
  return archive.get('SELECT 1 FROM tombstones_done WHERE cleaned = 0 LIMIT 1') !== undefined
}

export function cleanedNow(archive: WritableArchive): void {
  archive.run('UPDATE tombstones_done SET cleaned = 1 WHERE cleaned = 0')
}

/** When something was erased, ISO 8601 UTC; null where it was not. */
export function erasedAt(archive: ReadableArchive, kind: 'testimony' | 'passage', target: string): string | null {
  return (
    archive.get<{ at: string }>(
      'SELECT min(at) AS at FROM tombstones WHERE kind = ? AND target = ? HAVING count(*) > 0',
      [kind, target],
    )?.at ?? null
  )
}
