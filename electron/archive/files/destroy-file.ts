// Bytes that are to be nowhere: written over before they are let go. What a disk keeps besides is said in THREATS.md.
import { randomFillSync } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { isNoFile, knownFailure } from '../as-failure.ts'
import { syncFolder } from './write-durably.ts'

const piece = 1024 * 1024

/** Writes chance over everything from `start` to `end`, and syncs it. */
export async function overwrite(handle: FileHandle, start: number, end: number): Promise<void> {
  const chance = Buffer.alloc(Math.min(piece, Math.max(0, end - start)))
  randomFillSync(chance)
  for (let at = start; at < end;) {
    const { bytesWritten } = await handle.write(chance, 0, Math.min(chance.length, end - at), at)
    at += bytesWritten
  }
  await handle.sync()
}

/**
 * Writes over a whole file, and removes it. One that is not there is destroyed already; of a link, a pipe or a folder only
 * the name goes, and what a link leads to stays as it is. Throws Failure diskFailing, folderReadOnly, diskFull.
 */
export async function destroyFile(file: string): Promise<void> {
  try {
    await destroy(file)
  } catch (error) {
    throw knownFailure(error) ?? error
  }
}

async function destroy(file: string): Promise<void> {
  const handle = await openItself(file)
  if (handle === 'gone') return
  if (handle !== null) {
    try {
      const { size } = await handle.stat()
      await overwrite(handle, 0, size)
      await handle.truncate(0)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
  await rm(file, { force: true, recursive: handle === null })
  await syncFolder(path.dirname(file))
}

/** Null where it is no plain file. */
async function openItself(file: string): Promise<FileHandle | 'gone' | null> {
  const there = await lstat(file).catch((error: unknown) => {
    if (isNoFile(error)) return null
    throw error
  })
  if (there === null) return 'gone'
  return there.isFile() ? open(file, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)) : null
}
