// What a repair changes in the database: nothing of anybody's words, only what can be worked out from them again.
import { peaksFrom } from '../../../shared/domain/sound/peaks.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { fold } from './fold.ts'

/** Makes the search index anew out of the passages. Gives how many there are. */
export function rebuildSearch(archive: WritableArchive): number {
  archive.run("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
  const keep = archive.repeat('INSERT INTO passage_words (rowid, text) VALUES (?, ?)')
  const passages = archive.all<{ place: number; text: string }>('SELECT place, text FROM passages ORDER BY place')
  for (const { place, text } of passages) keep([place, fold(text)])
  return passages.length
}

/** Waveforms that cannot be drawn, so that they are worked out again. Gives how many. */
export function forgetBrokenPeaks(archive: WritableArchive): number {
  const rows = archive.all<{ id: string; peaks: Buffer }>('SELECT id, peaks FROM recordings WHERE peaks IS NOT NULL')
  const broken = rows.filter(({ peaks }) => peaksFrom(peaks) === null)
  for (const { id } of broken) archive.run('UPDATE recordings SET peaks = NULL WHERE id = ?', [id])
  return broken.length
}

export interface RecordingToSave {
  readonly id: string
  readonly testimony: string
  readonly media: string
  readonly format: string
  readonly durationMs: number
  readonly channels: number
  readonly sampleRate: number
  /** The recording that was saved from it before. */
  readonly saved: string | null
  readonly lostBytes: number | null
}

export function recordingOf(archive: ReadableArchive, media: string): RecordingToSave | null {
  return (
    archive.get<RecordingToSave>(
      `SELECT r.id, r.testimony, r.media, r.format, r.duration_ms AS durationMs, r.channels, r.sample_rate AS sampleRate,
         s.recording AS saved, s.lost_bytes AS lostBytes
       FROM recordings r LEFT JOIN saved_from s ON s.damaged = r.media WHERE r.media = ?`,
      [media],
    ) ?? null
  )
}

/** Gives of what was saved of a damaged recording that one, at the beginning of all that was saved; else the recording itself. */
export function damagedFirst(archive: ReadableArchive): (recording: string) => string {
  const rows = archive.all<{ recording: string; damaged: string }>(
    'SELECT s.recording, r.id AS damaged FROM saved_from s JOIN recordings r ON r.media = s.damaged',
  )
  const before = new Map(rows.map(({ recording, damaged }) => [recording, damaged]))
  return (recording) => {
    let first = recording
    for (let next = before.get(first); next !== undefined; next = before.get(next)) first = next
    return first
  }
}

/** `recording` was saved from `damaged`, and what is silent in the one is silent in the other. */
export function insertSaved(
  archive: WritableArchive,
  saved: { readonly recording: string; readonly from: RecordingToSave; readonly lostBytes: number },
  at: string,
  newId: () => string,
): void {
  archive.run('INSERT INTO saved_from (recording, damaged, lost_bytes, at) VALUES (?, ?, ?, ?)', [
    saved.recording,
    saved.from.media,
    saved.lostBytes,
    at,
  ])
  const stretches = archive.all<{ redaction: string; start: number; end: number; position: number }>(
    'SELECT redaction, start_ms AS start, end_ms AS end, position FROM sound_stretches WHERE recording = ?',
    [saved.from.id],
  )
  for (const { redaction, start, end, position } of stretches) {
    archive.run(
      'INSERT INTO sound_stretches (id, redaction, recording, start_ms, end_ms, position) VALUES (?, ?, ?, ?, ?, ?)',
      [newId(), redaction, saved.recording, start, end, position],
    )
  }
}

export function nextSitting(archive: ReadableArchive, testimony: string): number {
  const row = archive.get<{ last: number | null }>('SELECT max(sitting) AS last FROM recordings WHERE testimony = ?', [
    testimony,
  ])
  return (row?.last ?? 0) + 1
}
