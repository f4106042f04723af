// Where sound is missing in a recording, and what was marked while it was made, as rows.
import type { gapKinds } from '../../../shared/contract/recording.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export type GapKind = (typeof gapKinds)[number]

/** Milliseconds; `atMs` from the start of the recording. `lastedMs` is null where nobody knows. */
export interface Gap {
  readonly atMs: number
  readonly kind: GapKind
  readonly lastedMs: number | null
}

export interface RecordingMark {
  readonly atMs: number
  readonly endMs: number | null
  readonly kind: 'question' | 'consent'
  readonly words: string
}

export function insertGaps(archive: WritableArchive, recording: string, gaps: readonly Gap[]): void {
  const keep = archive.repeat(
    'INSERT INTO recording_gaps (recording, position, at_ms, kind, lasted_ms) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [position, { atMs, kind, lastedMs }] of gaps.entries()) keep([recording, position, atMs, kind, lastedMs])
}

export function insertRecordingMarks(
  archive: WritableArchive,
  recording: string,
  marks: readonly RecordingMark[],
): void {
  const keep = archive.repeat(
    'INSERT INTO recording_marks (recording, position, at_ms, end_ms, kind, words) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [position, { atMs, endMs, kind, words }] of marks.entries())
    keep([recording, position, atMs, endMs, kind, words])
}

export function readGaps(archive: ReadableArchive, recording: string): Gap[] {
  return archive.all<Gap>(
    'SELECT at_ms AS atMs, kind, lasted_ms AS lastedMs FROM recording_gaps WHERE recording = ? ORDER BY position',
    [recording],
  )
}

export function readRecordingMarks(archive: ReadableArchive, recording: string): RecordingMark[] {
  return archive.all<RecordingMark>(
    'SELECT at_ms AS atMs, end_ms AS endMs, kind, words FROM recording_marks WHERE recording = ? ORDER BY position',
    [recording],
  )
}
