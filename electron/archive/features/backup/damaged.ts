// What a damaged file of the archive is, in words that a person knows: which recording, of which story.
import type { ReadableArchive } from '../../store/archive-database.ts'

export interface DamagedFile {
  readonly kind: 'database' | 'recording' | 'evidence' | 'prepared' | 'other'
  readonly title: string | null
  readonly sitting: number | null
  readonly missing: boolean
}

/** `media` is the file's name among the media. */
export function describeMedia(archive: ReadableArchive, media: string, missing: boolean): DamagedFile {
  const recording = archive.get<{ title: string; sitting: number }>(
    'SELECT t.title, r.sitting FROM recordings r JOIN testimonies t ON t.id = r.testimony WHERE r.media = ?',
    [media],
  )
  if (recording !== undefined) return { kind: 'recording', ...recording, missing }
  const prepared = archive.get<{ title: string }>(
    'SELECT t.title FROM renditions r JOIN testimonies t ON t.id = r.testimony WHERE r.media = ?',
    [media],
  )
  if (prepared !== undefined) return { kind: 'prepared', ...prepared, sitting: null, missing }
  const evidence = archive.get<{ title: string }>(
    'SELECT t.title FROM evidence_files e JOIN testimonies t ON t.id = e.testimony WHERE e.media = ?',
    [media],
  )
  if (evidence !== undefined) return { kind: 'evidence', ...evidence, sitting: null, missing }
  return { kind: 'other', title: null, sitting: null, missing }
}
