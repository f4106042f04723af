// What is known of each encrypted file: its age header, without which the payload on the disk says nothing.
import { Failure } from '../../../shared/contract/failure.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface MediaRow {
  readonly name: string
  readonly kind: 'recording' | 'rendition'
  readonly header: Uint8Array
  readonly size: number
  readonly sha256: string
  /** The type to serve it with, such as audio/wav. */
  readonly type: string
}

export function insertMedia(archive: WritableArchive, media: MediaRow, at: string): void {
  archive.run('INSERT INTO media (name, kind, header, size, sha256, type, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    media.name,
    media.kind,
    Buffer.from(media.header),
    media.size,
    media.sha256,
    media.type,
    at,
  ])
}

/** Throws Failure mediaMissing. */
export function readMedia(archive: ReadableArchive, name: string): MediaRow {
  const row = archive.get<MediaRow>('SELECT name, kind, header, size, sha256, type FROM media WHERE name = ?', [name])
  if (row === undefined) throw new Failure('mediaMissing')
  return row
}

export function mediaNames(archive: ReadableArchive): Set<string> {
  return new Set(archive.all<{ name: string }>('SELECT name FROM media').map(({ name }) => name))
}

/** Sound rendered from exactly the plan with this hash; null where there is none. */
export function readRendition(archive: ReadableArchive, planSha256: string): { id: string; media: string } | null {
  return (
    archive.get<{ id: string; media: string }>('SELECT id, media FROM renditions WHERE plan_sha256 = ?', [
      planSha256,
    ]) ?? null
  )
}

export function renditionMedia(archive: ReadableArchive, id: string): string {
  const row = archive.get<{ media: string }>('SELECT media FROM renditions WHERE id = ?', [id])
  if (row === undefined) throw new Failure('notFound')
  return row.media
}

export function insertRendition(
  archive: WritableArchive,
  rendition: { readonly id: string; readonly planSha256: string; readonly testimony: string; readonly media: string },
  at: string,
): void {
  archive.run('INSERT INTO renditions (id, plan_sha256, testimony, media, created_at) VALUES (?, ?, ?, ?, ?)', [
    rendition.id,
    rendition.planSha256,
    rendition.testimony,
    rendition.media,
    at,
  ])
}

/** Forgets every rendition of a testimony; gives the names of the files to delete. */
export function deleteRenditions(archive: WritableArchive, testimony: string): string[] {
  const names = archive
    .all<{ media: string }>(
      `SELECT media FROM renditions WHERE testimony = :testimony
       UNION ALL SELECT c.media FROM rendition_copies c JOIN renditions r ON r.id = c.rendition WHERE r.testimony = :testimony`,
      { testimony },
    )
    .map(({ media }) => media)
  archive.run('DELETE FROM renditions WHERE testimony = ?', [testimony])
  for (const name of names) archive.run("DELETE FROM media WHERE name = ? AND kind = 'rendition'", [name])
  return names
}
