// Waveforms of recordings as they are kept beside them.
import { Failure } from '../../../shared/contract/failure.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

/** The newest first, at most 2,000. */
export function recordingsWithoutPeaks(archive: ReadableArchive): { recording: string; media: string }[] {
  return archive.all('SELECT id AS recording, media FROM recordings WHERE peaks IS NULL ORDER BY id DESC LIMIT 2000')
}

/** A recording's waveform, in the shape of `peaksFrom`; empty where none is kept. */
export function readPeaks(archive: ReadableArchive, recording: string): Uint8Array {
  const row = archive.get<{ peaks: Buffer | null }>('SELECT peaks FROM recordings WHERE id = ?', [recording])
  if (row === undefined) throw new Failure('notFound')
  return row.peaks === null ? new Uint8Array() : new Uint8Array(row.peaks)
}

export function updatePeaks(archive: WritableArchive, recording: string, peaks: Uint8Array): void {
  const { changes } = archive.run('UPDATE recordings SET peaks = ? WHERE id = ?', [Buffer.from(peaks), recording])
  if (changes === 0) throw new Failure('notFound')
}
