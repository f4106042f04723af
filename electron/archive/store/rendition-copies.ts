// The files made from a rendition that leave in its place.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { readMedia, type MediaRow } from './media-rows.ts'

export interface LeavingSound {
  /** In the folder that leaves. */
  readonly path: string
  readonly media: MediaRow
}

export function insertCopy(
  archive: WritableArchive,
  copy: { readonly rendition: string; readonly place: number; readonly path: string; readonly media: string },
): void {
  archive.run('INSERT INTO rendition_copies (rendition, place, path, media) VALUES (?, ?, ?, ?)', [
    copy.rendition,
    copy.place,
    copy.path,
    copy.media,
  ])
}

/** In their order; none where the rendition itself leaves. */
export function copiesOf(archive: ReadableArchive, rendition: string): LeavingSound[] {
  return archive
    .all<{ path: string; media: string }>(
      'SELECT path, media FROM rendition_copies WHERE rendition = ? ORDER BY place',
      [rendition],
    )
    .map(({ path, media }) => ({ path, media: readMedia(archive, media) }))
}
