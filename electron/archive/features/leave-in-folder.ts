// Files that are made in memory and leave in a folder of their own.
import path from 'node:path'
import type { StagedFolder } from '../files/folder-writer.ts'
import { requireFolderPath } from '../files/places.ts'
import type { SafePath } from '../files/safe-path.ts'
import { sha256 } from '../sha256.ts'
import type { Session } from '../session.ts'
import type { WritableArchive } from '../store/archive-database.ts'
import type { GivenFile } from '../store/register.ts'
import { leaving } from './leaving.ts'

export interface LeavingFile {
  readonly path: SafePath
  readonly bytes: Uint8Array
}

/** What is written down of a file. */
export function givenFile({ path: file, bytes }: { readonly path: string; readonly bytes: Uint8Array }): GivenFile {
  return { path: file, size: bytes.length, sha256: sha256(bytes) }
}

/**
 * Gives the folder's full path. Throws Failure folderMissing and what `leaving` throws.
 *
 * @param writeDown keeps what leaves, with the SHA-256 of each file, before the folder has its name
 */
export async function leaveInFolder(
  session: Session,
  parentFolder: string,
  name: SafePath,
  files: readonly LeavingFile[],
  writeDown: (archive: WritableArchive, files: readonly GivenFile[]) => void,
): Promise<string> {
  const target = path.join(requireFolderPath(parentFolder), name)
  const given = files.map(givenFile)
  async function* write(staged: StagedFolder): AsyncGenerator<SafePath> {
    for (const file of files) {
      await staged.write(file.path, file.bytes)
      yield file.path
    }
  }
  const left = leaving(session, target, write, ['givenOut'], (archive) => writeDown(archive, given))
  for (;;) {
    const { done, value } = await left.next()
    if (done === true) return value.folder
  }
}
