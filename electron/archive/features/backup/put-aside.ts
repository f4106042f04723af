// Files among the media that belong to nothing: moved aside, where a person can look at them, never deleted.
import { mkdir, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { freeName } from '../../files/folder-writer.ts'
import { mediaFolder } from '../../files/media.ts'
import { isNamedTakeFile } from '../../files/take-names.ts'
import { syncFolder } from '../../files/write-durably.ts'
import type { Session } from '../../session.ts'
import { mediaNames } from '../../store/media-rows.ts'
import { filesForHerAlone } from '../../store/sealed-sound.ts'
import { takeFiles } from '../../store/takes.ts'

export const asideName = 'set-aside'

/** Gives how many were moved, and where to; null where there were none. */
export async function putAside(session: Session): Promise<{ count: number; folder: string | null }> {
  const media = mediaFolder(session.folder)
  const { database } = session
  const there = await readdir(media).catch((): string[] => [])
  const known = mediaNames(database)
  const [takes, offRecord] = [takeFiles(database), filesForHerAlone(database)]
  const stray = there.filter(
    (name) => !known.has(name) && !name.endsWith('.part') && !isNamedTakeFile(name, takes, offRecord),
  )
  if (stray.length === 0) return { count: 0, folder: null }
  const folder = path.join(session.folder, asideName)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of stray) await rename(path.join(media, name), freeName(path.join(folder, name)))
  for (const one of [folder, media, session.folder]) await syncFolder(one)
  return { count: stray.length, folder }
}
