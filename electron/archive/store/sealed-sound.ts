// The sound of sealed passages, as rows: where it was taken out of a recording, and the files that open to her key alone.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { offRecordFiles } from './off-record.ts'

/** What a sealed passage keeps silent in its recording, in milliseconds. */
export interface SealedStretch {
  readonly passage: string
  readonly testimony: string
  readonly recording: string
  /** The key that it is sealed to, which may be ended. */
  readonly key: string
  readonly startMs: number
  readonly endMs: number
  readonly at: string
}

/** Frames of a recording, `end` not included, in a file of their own. No two parts of a recording hold the same frame. */
export interface SealedPart {
  readonly id: string
  readonly testimony: string
  readonly passage: string
  readonly recording: string
  /** The name of its file among the media. */
  readonly file: string
  readonly key: string
  readonly start: number
  readonly end: number
  /** What stands in the recording's chunk `fmt `. */
  readonly format: Buffer
}

const stretchColumns = 'passage, testimony, recording, key, start_ms AS startMs, end_ms AS endMs, at'
const partColumns = 'id, testimony, passage, recording, file, key, start_frame AS start, end_frame AS end, format'

export function insertSealedStretch(archive: WritableArchive, stretch: SealedStretch): void {
  const { passage, testimony, recording, key, startMs, endMs, at } = stretch
  archive.run(
    'INSERT INTO sealed_stretches (passage, testimony, recording, key, start_ms, end_ms, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [passage, testimony, recording, key, startMs, endMs, at],
  )
}

export function insertSealedPart(archive: WritableArchive, part: SealedPart): void {
  const { id, testimony, passage, recording, file, key, start, end, format } = part
  archive.run(
    'INSERT INTO sealed_sound (id, testimony, passage, recording, file, key, start_frame, end_frame, format) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [id, testimony, passage, recording, file, key, start, end, format],
  )
}

export function sealedStretchOf(archive: ReadableArchive, passage: string): SealedStretch | null {
  return (
    archive.get<SealedStretch>(`SELECT ${stretchColumns} FROM sealed_stretches WHERE passage = ?`, [passage]) ?? null
  )
}

/** By the time at which they were sealed. */
export function sealedStretchesIn(archive: ReadableArchive, recording: string): SealedStretch[] {
  return archive.all<SealedStretch>(
    `SELECT ${stretchColumns} FROM sealed_stretches WHERE recording = ? ORDER BY at, passage`,
    [recording],
  )
}

export function sealedStretchesTo(archive: ReadableArchive, key: string): SealedStretch[] {
  return archive.all<SealedStretch>(
    `SELECT ${stretchColumns} FROM sealed_stretches WHERE key = ? ORDER BY testimony, passage`,
    [key],
  )
}

/** In the order in which they are heard. */
export function sealedPartsOf(archive: ReadableArchive, passage: string): SealedPart[] {
  return archive.all<SealedPart>(`SELECT ${partColumns} FROM sealed_sound WHERE passage = ? ORDER BY start_frame`, [
    passage,
  ])
}

export function sealedPartsIn(archive: ReadableArchive, recording: string): SealedPart[] {
  return archive.all<SealedPart>(`SELECT ${partColumns} FROM sealed_sound WHERE recording = ? ORDER BY start_frame`, [
    recording,
  ])
}

/** Its rows go; gives the files to destroy. */
export function deleteSealedSound(archive: WritableArchive, passage: string): string[] {
  const files = sealedPartsOf(archive, passage).map(({ file }) => file)
  archive.run('DELETE FROM sealed_sound WHERE passage = ?', [passage])
  archive.run('DELETE FROM sealed_stretches WHERE passage = ?', [passage])
  return files
}

/** Passages that are sealed in words and heard in their recording: where their sound was left, or could not be sealed. */
export function sealedWithOpenSound(archive: ReadableArchive, testimony: string): string[] {
  return archive
    .all<{ passage: string }>(
      `SELECT s.passage FROM seals s JOIN passages p ON p.id = s.passage WHERE p.recording IS NOT NULL AND s.testimony = ?
       AND NOT EXISTS (SELECT 1 FROM sealed_stretches o WHERE o.passage = s.passage) ORDER BY p.place`,
      [testimony],
    )
    .map(({ passage }) => passage)
}

/** Every file among the media that opens to a narrator's key alone: off the record, sealed sound, sealed answers. */
export function filesForHerAlone(archive: ReadableArchive): Set<string> {
  const sealed = archive.all<{ file: string }>('SELECT file FROM sealed_sound UNION SELECT file FROM sealed_answers')
  return new Set([...offRecordFiles(archive), ...sealed.map(({ file }) => file)])
}

/** Those of one narrator. */
export function herFilesAlone(archive: ReadableArchive, narrator: string): string[] {
  return archive
    .all<{ file: string }>(
      `SELECT o.file FROM off_record o JOIN testimonies t ON t.id = o.testimony WHERE t.narrator = :narrator
       UNION SELECT s.file FROM sealed_sound s JOIN testimonies t ON t.id = s.testimony WHERE t.narrator = :narrator
       UNION SELECT a.file FROM sealed_answers a JOIN testimonies t ON t.id = a.testimony WHERE t.narrator = :narrator
       ORDER BY file`,
      { narrator },
    )
    .map(({ file }) => file)
}
