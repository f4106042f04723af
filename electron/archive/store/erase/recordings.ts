// A recording out of every table, while its story stays: the words go on without sound.
import type { SoundFormat } from '../../../../shared/domain/imported.ts'
import { isCutShort, keptType } from '../../importers/sound/heard.ts'
import type { WritableArchive } from '../archive-database.ts'
import { deleteRenditions } from '../media-rows.ts'
import { forgetSteps } from '../mark-steps.ts'
import type { StoredMedia } from '../../files/media.ts'
import { sealedPartsIn } from '../sealed-sound.ts'
import type { Gone } from './gone.ts'

export function eraseRecording(archive: WritableArchive, recording: string, gone: Gone): void {
  const row = archive.get<{ testimony: string; media: string }>(
    'SELECT testimony, media FROM recordings WHERE id = ?',
    [recording],
  )
  if (row === undefined) return
  const { testimony, media } = row
  // What was saved from it when it was damaged says the same, and so does the damaged one that this was saved from.
  const others = archive.all<{ id: string }>(
    `SELECT recording AS id FROM saved_from WHERE damaged = :media
     UNION SELECT r.id FROM saved_from s JOIN recordings r ON r.media = s.damaged WHERE s.recording = :recording`,
    { media, recording },
  )
  for (const name of deleteRenditions(archive, testimony)) gone.media.add(name)
  archive.run('DELETE FROM machine_drafts WHERE recording = ?', [recording])
  archive.run('DELETE FROM machine_listened WHERE recording = ?', [recording])
  archive.run(
    'UPDATE ranges SET start_ms = NULL, end_ms = NULL WHERE passage IN (SELECT id FROM passages WHERE recording = ?)',
    [recording],
  )
  for (const table of ['passages', 'past_passages'])
    archive.run(
      `UPDATE ${table} SET recording = NULL, start_ms = NULL, end_ms = NULL, word_times = '[]' WHERE recording = ?`,
      [recording],
    )
  const silences = archive.all<{ id: string }>(
    'SELECT DISTINCT redaction AS id FROM sound_stretches WHERE recording = ?',
    [recording],
  )
  // What was sealed of its sound goes too.
  for (const { file } of sealedPartsIn(archive, recording)) gone.media.add(file)
  archive.run('DELETE FROM sealed_sound WHERE recording = ?', [recording])
  archive.run('DELETE FROM sealed_stretches WHERE recording = ?', [recording])
  archive.run('DELETE FROM recordings WHERE id = ?', [recording])
  for (const { id } of silences)
    archive.run(
      `DELETE FROM redactions WHERE id = :id AND NOT EXISTS (SELECT 1 FROM ranges WHERE redaction = :id)
       AND NOT EXISTS (SELECT 1 FROM sound_stretches WHERE redaction = :id)`,
      { id },
    )
  forgetSteps(archive, testimony)
  archive.run('DELETE FROM media WHERE name = ?', [media])
  gone.media.add(media)
  for (const { id } of others) eraseRecording(archive, id, gone)
}

/** As what it was written, where that is another kind of file than before. */
export interface WrittenAs {
  readonly format: SoundFormat
  readonly sampleRate: number
  readonly channels: number
}

/**
 * The recording from here on is this file, in which something is silent; its waveform is drawn anew. It is as long as
 * before.
 *
 * @param as null: the same kind of file
 */
export function replaceSound(
  archive: WritableArchive,
  recording: string,
  stored: StoredMedia,
  as: WrittenAs | null,
  at: string,
  gone: Gone,
): void {
  const row = archive.get<{ testimony: string; media: string; type: string }>(
    'SELECT r.testimony, r.media, m.type FROM recordings r JOIN media m ON m.name = r.media WHERE r.id = ?',
    [recording],
  )
  if (row === undefined) return
  archive.run(
    "INSERT INTO media (name, kind, header, size, sha256, type, created_at) VALUES (?, 'recording', ?, ?, ?, ?, ?)",
    [
      stored.name,
      Buffer.from(stored.header),
      stored.size,
      stored.sha256,
      as === null ? row.type : keptType(as.format, '', false, isCutShort(row.type)),
      at,
    ],
  )
  archive.run('UPDATE recordings SET media = ?, peaks = NULL WHERE id = ?', [stored.name, recording])
  // What was saved from it says the same still, and goes with it.
  archive.run('UPDATE saved_from SET damaged = ? WHERE damaged = ?', [stored.name, row.media])
  if (as !== null)
    archive.run('UPDATE recordings SET format = ?, sample_rate = ?, channels = ? WHERE id = ?', [
      as.format,
      as.sampleRate,
      as.channels,
      recording,
    ])
  for (const name of deleteRenditions(archive, row.testimony)) gone.media.add(name)
  archive.run('DELETE FROM media WHERE name = ?', [row.media])
  gone.media.add(row.media)
}
