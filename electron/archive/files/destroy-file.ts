// Bytes that are to be nowhere: written over before they are let go. What a disk keeps besides is said in THREATS.md.
import { randomFillSync } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
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

/** Writes over a whole file, and removes it. One that is not there is destroyed already. */
export async function destroyFile(file: string): Promise<void> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r+')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  try {
    const { size } = await handle.stat()
    await overwrite(handle, 0, size)
    await handle.truncate(0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rm(file, { force: true })
  await syncFolder(path.dirname(file))
}
