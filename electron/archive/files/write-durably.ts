// A file is either as it was or wholly new, and what was acknowledged survives a power cut.
import { constants } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { knownFailure } from '../as-failure.ts'

/** Makes a folder's own entries durable. Windows cannot open a folder, and does this by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder and those above it that are missing, each of them named for good in the one that it lies in. */
export async function makeFolder(folder: string): Promise<void> {
  const place = path.resolve(folder)
  const first = await mkdir(place, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  const above = path.dirname(path.resolve(first))
  for (let at = path.dirname(place); ; at = path.dirname(at)) {
    await syncFolder(at)
    if (at === above || at === path.dirname(at)) return
  }
}

/** What a file is written from: bytes, or pieces of them that are made as they are written. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

/** Writes a new file and syncs it; the caller syncs the folder. Throws when it exists already. */
export async function writeSynced(file: string, bytes: FileContent): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Replaces `file` by `bytes`: temporary file beside it, fsync, rename, fsync of the folder.
 * Throws Failure: diskFull, folderReadOnly, folderMissing, diskFailing.
 */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.new`
  try {
    await rm(temporary, { force: true })
    await writeSynced(temporary, bytes)
    await rename(temporary, file)
    await syncFolder(path.dirname(file))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw knownFailure(error) ?? error
  }
}
