// Files that leave in a folder of their own: written aside, written down, and only then there under their name.
import path from 'node:path'
import { stageFolder } from '../files/folder-writer.ts'
import { requireFolderPath } from '../files/places.ts'
import type { SafePath } from '../files/safe-path.ts'
import { sha256 } from '../sha256.ts'
import type { Session } from '../session.ts'
import type { WritableArchive } from '../store/archive-database.ts'
import { deleteGiving, insertGiving, type GivenFile } from '../store/register.ts'

export interface LeavingFile {
  readonly path: SafePath
  readonly bytes: Uint8Array
}

/**
 * Gives the folder's full path. Killed at any point, nothing lies there that is not written down. Throws Failure
 * folderMissing, folderReadOnly, diskFull.
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
  const giving = session.newId()
  let isKept = false
  const staged = await stageFolder(target, session.surroundings.random, (folder) =>
    session.save([], (archive) => insertGiving(archive, { disclosure: giving, staged: folder, target })),
  )
  try {
    for (const file of files) await staged.write(file.path, file.bytes)
    session.save(['givenOut'], (archive) =>
      writeDown(
        archive,
        files.map((file) => ({ path: file.path, size: file.bytes.length, sha256: sha256(file.bytes) })),
      ),
    )
    isKept = true
    return await staged.commitBeside()
  } finally {
    if (!isKept) await staged.discard()
    session.save([], (archive) => deleteGiving(archive, giving))
  }
}
