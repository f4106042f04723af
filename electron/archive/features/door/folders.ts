// Folders to choose from, and a new one: for the door, where nothing else of the machine is looked at.
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { door } from '../../../../shared/contract/door.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import { inspectFolder, listFolders, requireFolderPath } from '../../files/places.ts'
import { safeName } from '../../files/safe-path.ts'

export const folderHandlers: Handlers<Pick<typeof door, 'folders' | 'makeFolder'>> = {
  folders({ path: asked }) {
    const listed = listFolders(asked === '' ? homedir() : asked)
    const place = (at: string) => ({
      path: at,
      name: path.basename(at) || at,
      holdsArchive: inspectFolder(at).hasArchive,
    })
    return {
      path: listed.path,
      parent: listed.parent,
      places: [listed.home, ...listed.removable].map(place),
      folders: listed.folders.map(({ name, path: at, isArchive }) => ({ name, path: at, holdsArchive: isArchive })),
    }
  },
  async makeFolder({ parent, name }) {
    const made = path.join(requireFolderPath(parent), safeName(name, 'archive', ''))
    try {
      await mkdir(made)
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      throw taken ? new Failure('folderTaken') : asFailure(error)
    }
    return { path: made }
  },
}
