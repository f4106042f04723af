// What the archive knows of itself: who looks after it, its media key, and the latest moment that it has seen.
import { Failure } from '../../../shared/contract/failure.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface ArchiveRow {
  readonly id: string
  readonly archivist: string
  readonly mediaRecipient: string
  readonly mediaIdentity: string
  readonly latestMoment: string
}

export function insertArchive(archive: WritableArchive, row: Omit<ArchiveRow, 'latestMoment'>, at: string): void {
  archive.run(
    'INSERT INTO archive (one, id, created_at, archivist, media_recipient, media_identity, latest_moment) VALUES (1, ?, ?, ?, ?, ?, ?)',
    [row.id, at, row.archivist, row.mediaRecipient, row.mediaIdentity, at],
  )
}

/** Throws Failure notAnArchive where the database holds no archive. */
export function readArchive(archive: ReadableArchive): ArchiveRow {
  const row = archive.get<ArchiveRow>(
    'SELECT id, archivist, media_recipient AS mediaRecipient, media_identity AS mediaIdentity, latest_moment AS latestMoment FROM archive',
  )
  if (row === undefined) throw new Failure('notAnArchive')
  return row
}

/** Moves the latest moment on, never back. */
export function keepMoment(archive: WritableArchive, moment: string): void {
  archive.run('UPDATE archive SET latest_moment = :moment WHERE latest_moment < :moment', { moment })
}
