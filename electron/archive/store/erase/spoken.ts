// What she said aloud about passages that go: of each, and of what was joined into it and is no passage of its own any more.
import { joinedInto } from '../../../../shared/domain/consent/lineage.ts'
import type { ReadableArchive } from '../archive-database.ts'
import { readLineage } from '../lineage.ts'

export interface SpokenOfPassage {
  readonly id: string
  readonly media: string
}

interface Row extends SpokenOfPassage {
  readonly passage: string
  readonly living: 0 | 1
}

export function spokenOf(
  archive: ReadableArchive,
  testimony: string,
  passages: readonly string[],
): readonly SpokenOfPassage[] {
  const rows = archive.all<Row>(
    `SELECT a.id, a.media, a.passage, EXISTS (SELECT 1 FROM passages p WHERE p.id = a.passage) AS living
     FROM spoken_answers a WHERE a.testimony = ? AND a.passage IS NOT NULL ORDER BY a.id`,
    [testimony],
  )
  const own = new Set(passages)
  const isJoined = rows.some(({ passage, living }) => living === 0 && !own.has(passage))
  const joined = isJoined ? joinedInto(readLineage(archive, testimony)) : new Map<string, ReadonlyMap<string, string>>()
  const within = new Set(passages.flatMap((passage) => [...(joined.get(passage)?.keys() ?? [])]))
  return rows.filter(({ passage, living }) => own.has(passage) || (living === 0 && within.has(passage)))
}
