// Sound that is taken out by itself, as rows of the redaction that takes it out.
import type { SoundStretch } from '../../../shared/domain/marks/marks.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

type Row = SoundStretch & { readonly redaction: string }

/** By redaction, in the order in which they were said; one without any is not there. */
export function readStretches(archive: ReadableArchive, testimony: string): ReadonlyMap<string, SoundStretch[]> {
  const rows = archive.all<Row>(
    `SELECT s.redaction, s.id, s.recording, s.start_ms AS startMs, s.end_ms AS endMs FROM sound_stretches s
     JOIN redactions d ON d.id = s.redaction WHERE d.testimony = ? ORDER BY s.position`,
    [testimony],
  )
  const byRedaction = new Map<string, SoundStretch[]>()
  for (const { redaction, ...stretch } of rows)
    byRedaction.set(redaction, [...(byRedaction.get(redaction) ?? []), stretch])
  return byRedaction
}

/** For a redaction that has none yet. */
export function insertStretches(archive: WritableArchive, redaction: string, stretches: readonly SoundStretch[]): void {
  for (const [position, { id, recording, startMs, endMs }] of stretches.entries())
    archive.run(
      'INSERT INTO sound_stretches (id, redaction, recording, start_ms, end_ms, position) VALUES (?, ?, ?, ?, ?, ?)',
      [id, redaction, recording, startMs, endMs, position],
    )
}
