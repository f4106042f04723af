// Recordings and other media of an archive: encrypted files under random names, in the age format.
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { destroyFile } from './destroy-file.ts'
import { mediaFile, mediaFolder } from './media-writer.ts'
import { syncFolder } from './write-durably.ts'

export { createMediaKey } from './media-format.ts'
export { mediaFile, mediaFolder, MediaWriter } from './media-writer.ts'
export type { StoredMedia } from './media-writer.ts'
export { MediaReader, openDamagedMedia, openMedia } from './media-reader.ts'

const ownName = /^[0-9a-hjkmnp-tv-z]{26}(\.part)?$/

/** Of media that no row names any more: what cannot be destroyed now is a stray, and the next opening does it. */
export async function destroyMedia(folder: string, name: string): Promise<void> {
  await destroyFile(mediaFile(folder, name)).catch(() => undefined)
}

/**
 * Removes what a crash left under `<folder>/media`: unfinished files, and finished ones that no row names. Only files
 * named as this program names them are touched. Returns how many went.
 */
export async function sweepMedia(folder: string, known: ReadonlySet<string>): Promise<number> {
  const media = mediaFolder(folder)
  const names = await readdir(media).catch(() => [])
  const stray = names.filter((name) => ownName.test(name) && !known.has(name))
  for (const name of stray) await rm(path.join(media, name), { force: true })
  if (stray.length > 0) await syncFolder(media)
  return stray.length
}
