// Readings of her words by somebody else: each a recording of its own, tied to the passage and to what was read.
import type { Reading, ReadingVoice } from '../../../shared/domain/sound/readings.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface KeptReading extends Reading {
  readonly media: string
  readonly at: string
}

interface ReadingRow {
  id: string
  passage: string
  words: string
  media: string
  duration_ms: number
  sample_rate: number
  voice: ReadingVoice
  reader: string
  approved_at: string | null
  at: string
}

/** The newest first. */
export function readReadings(archive: ReadableArchive, testimony: string): KeptReading[] {
  return archive
    .all<ReadingRow>(
      `SELECT id, passage, words, media, duration_ms, sample_rate, voice, reader, approved_at, at FROM readings
       WHERE testimony = ? ORDER BY at DESC, id DESC`,
      [testimony],
    )
    .map(({ duration_ms: durationMs, sample_rate: sampleRate, approved_at: approvedAt, ...row }) => ({
      ...row,
      durationMs,
      sampleRate,
      isApproved: approvedAt !== null,
    }))
}

export function insertReading(archive: WritableArchive, testimony: string, reading: KeptReading): void {
  archive.run(
    `INSERT INTO readings (id, testimony, passage, words, media, duration_ms, sample_rate, voice, reader, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      reading.id,
      testimony,
      reading.passage,
      reading.words,
      reading.media,
      reading.durationMs,
      reading.sampleRate,
      reading.voice,
      reading.reader,
      reading.at,
    ],
  )
}

export function approveReading(archive: WritableArchive, id: string, at: string): void {
  archive.run('UPDATE readings SET approved_at = ? WHERE id = ?', [at, id])
}

/** Its row and its media's are gone; gives the name of the file to delete. */
export function deleteReading(archive: WritableArchive, id: string): string | null {
  const media = archive.get<{ media: string }>('SELECT media FROM readings WHERE id = ?', [id])?.media ?? null
  archive.run('DELETE FROM readings WHERE id = ?', [id])
  return media
}

/** The names of the files of all readings of a story. */
export function filesOfReadings(archive: ReadableArchive, testimony: string): string[] {
  return readReadings(archive, testimony).map(({ media }) => media)
}

export interface SoundOfHers {
  readonly name: string
  readonly sha256: string
  readonly type: string
  readonly size: number
}

/** Every file in which she is heard, or what was rendered of her: in this story and in all others of hers. */
export function soundOfHers(archive: ReadableArchive, testimony: string): SoundOfHers[] {
  return archive.all<SoundOfHers>(
    `WITH hers AS (SELECT o.id FROM testimonies t JOIN testimonies o ON o.narrator = t.narrator WHERE t.id = ?)
     SELECT name, sha256, type, size FROM media WHERE name IN (
       SELECT media FROM recordings WHERE testimony IN hers UNION SELECT media FROM spoken_answers WHERE testimony IN hers
       UNION SELECT media FROM evidence_files WHERE testimony IN hers UNION SELECT media FROM renditions WHERE testimony IN hers
       UNION SELECT c.media FROM rendition_copies c JOIN renditions r ON r.id = c.rendition WHERE r.testimony IN hers)`,
    [testimony],
  )
}
