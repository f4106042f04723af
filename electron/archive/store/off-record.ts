// What she said off the record and had sealed, as rows; the sound opens to her key alone.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import type { SoundShape } from './takes.ts'

export interface OffRecordPart extends SoundShape {
  readonly id: string
  readonly testimony: string
  /** The name of its file among the media. */
  readonly file: string
  /** The key that it was sealed to, which may be ended. */
  readonly key: string
  readonly durationMs: number
  readonly at: string
}

const columns = 'id, testimony, file, key, codec, sample_rate AS sampleRate, channels, duration_ms AS durationMs, at'

export function insertOffRecord(archive: WritableArchive, part: OffRecordPart): void {
  archive.run(
    'INSERT INTO off_record (id, testimony, file, key, codec, sample_rate, channels, duration_ms, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      part.id,
      part.testimony,
      part.file,
      part.key,
      part.codec,
      part.sampleRate,
      part.channels,
      part.durationMs,
      part.at,
    ],
  )
}

/** In the order in which it was said. */
export function listOffRecord(archive: ReadableArchive, testimony: string): OffRecordPart[] {
  return archive.all<OffRecordPart>(`SELECT ${columns} FROM off_record WHERE testimony = ? ORDER BY at, file`, [
    testimony,
  ])
}

export function readOffRecord(archive: ReadableArchive, id: string): OffRecordPart | null {
  return archive.get<OffRecordPart>(`SELECT ${columns} FROM off_record WHERE id = ?`, [id]) ?? null
}

/** Gives the name of the file to destroy, null where there is none such of this testimony. */
export function deleteOffRecord(archive: WritableArchive, testimony: string, id: string): string | null {
  const part = readOffRecord(archive, id)
  if (part === null || part.testimony !== testimony) return null
  archive.run('DELETE FROM off_record WHERE id = ?', [id])
  return part.file
}

export function offRecordFiles(archive: ReadableArchive): Set<string> {
  return new Set(archive.all<{ file: string }>('SELECT file FROM off_record').map(({ file }) => file))
}

/** The names of the files of all that a narrator said off the record. */
export function herOffRecord(archive: ReadableArchive, narrator: string): string[] {
  return archive
    .all<{ file: string }>(
      'SELECT o.file FROM off_record o JOIN testimonies t ON t.id = o.testimony WHERE t.narrator = ? ORDER BY o.file',
      [narrator],
    )
    .map(({ file }) => file)
}
