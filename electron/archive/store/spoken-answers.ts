// What she said instead of writing it, as rows beside her story; the sound is a recording like any other.
import type { SpokenAnswer } from '../../../shared/domain/writing/beside.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export function insertSpokenAnswer(archive: WritableArchive, testimony: string, answer: SpokenAnswer): void {
  archive.run('INSERT INTO spoken_answers (id, testimony, passage, media, duration_ms, at) VALUES (?, ?, ?, ?, ?, ?)', [
    answer.id,
    testimony,
    answer.passage,
    answer.media,
    answer.durationMs,
    answer.at,
  ])
}

/** Its row and its recording's are gone; gives the name of the file to delete, null where there is no such answer. */
export function deleteSpokenAnswer(archive: WritableArchive, testimony: string, id: string): string | null {
  const row = archive.get<{ media: string }>('SELECT media FROM spoken_answers WHERE testimony = ? AND id = ?', [
    testimony,
    id,
  ])
  if (row === undefined) return null
  archive.run('DELETE FROM spoken_answers WHERE id = ?', [id])
  archive.run('DELETE FROM media WHERE name = ?', [row.media])
  return row.media
}

/** Whether a file is a recording, a rendition, a reading of her words, a spoken answer or evidence of this narrator's. */
export function isHersToHear(archive: ReadableArchive, media: string, narrator: string): boolean {
  return (
    archive.get(
      `SELECT 1 FROM testimonies t WHERE t.narrator = :narrator AND (
         EXISTS (SELECT 1 FROM recordings r WHERE r.media = :media AND r.testimony = t.id)
         OR EXISTS (SELECT 1 FROM renditions r WHERE r.media = :media AND r.testimony = t.id)
         OR EXISTS (SELECT 1 FROM readings r WHERE r.media = :media AND r.testimony = t.id)
         OR EXISTS (SELECT 1 FROM spoken_answers a WHERE a.media = :media AND a.testimony = t.id)
         OR EXISTS (SELECT 1 FROM evidence_files e WHERE e.media = :media AND e.testimony = t.id))`,
      { media, narrator },
    ) !== undefined
  )
}
