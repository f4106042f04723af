// What lies in an archive's folder is its own: where a link, a pipe or a device lies in place of a file or of a folder,
// writing or erasing would reach something of the person's outside it, and reading would never end.
import { constants, lstatSync, readdirSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'

const beside = ['', '-wal', '-shm', '-journal']
const files = [
  ...['archive.db', 'archive.db.next', 'archive.db.former'].flatMap((name) => beside.map((end) => name + end)),
  ...['keyring', 'keyring.previous'].flatMap((name) => [name, `${name}.new`]),
]
const folders = ['media', '.making', '.trying', 'set-aside']

/**
 * Throws Failure linkInside where anything that this program would write, erase or read lies there as something else than
 * a plain file or folder. Nothing is opened.
 */
export function requireOwnFiles(folder: string): void {
  for (const name of files) if (statOf(folder, name)?.isFile() === false) throw new Failure('linkInside')
  for (const name of folders) if (statOf(folder, name)?.isDirectory() === false) throw new Failure('linkInside')
  if (statOf(folder, 'media') === undefined) return
  const isPlain = readdirSync(path.join(folder, 'media'), { withFileTypes: true }).every(
    (entry) => entry.isFile() || statOf(path.join(folder, 'media'), entry.name)?.isFile() !== false,
  )
  if (!isPlain) throw new Failure('linkInside')
}

function statOf(folder: string, name: string) {
  return lstatSync(path.join(folder, name), { throwIfNoEntry: false })
}

/** Opens a file to be read. NOTE: a pipe would be waited for, and a device has no end: null for these and for folders. */
export async function openPlain(file: string, more = 0): Promise<FileHandle | null> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | more)
  try {
    if ((await handle.stat()).isFile()) return handle
  } catch (error) {
    await handle.close()
    throw error
  }
  await handle.close()
  return null
}

/** All bytes of a plain file of at most `most`; null where it is longer, or none. Throws what `open` throws. */
export async function readPlain(file: string, most: number): Promise<Buffer | null> {
  const handle = await openPlain(file)
  if (handle === null) return null
  try {
    return (await handle.stat()).size > most ? null : await handle.readFile()
  } finally {
    await handle.close()
  }
}
