// The file that a recording lies in.
import type { ReadableArchive } from './archive-database.ts'

export interface RecordingFile {
  readonly media: string
  readonly durationMs: number
  /** It was damaged, and another recording was saved from it; or it is that other one. */
  readonly isSaved: boolean
}

/** Null where there is no such recording. */
export function recordingFile(archive: ReadableArchive, recording: string): RecordingFile | null {
  const row = archive.get<Omit<RecordingFile, 'isSaved'> & { readonly saved: 0 | 1 }>(
    `SELECT r.media, r.duration_ms AS durationMs,
       EXISTS (SELECT 1 FROM saved_from s WHERE s.recording = r.id OR s.damaged = r.media) AS saved
     FROM recordings r WHERE r.id = ?`,
    [recording],
  )
  return row === undefined ? null : { media: row.media, durationMs: row.durationMs, isSaved: row.saved === 1 }
}
