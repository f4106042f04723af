// The files in a folder, for choosing a model: names and sizes, and nothing of what is in them.
import { readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { listFolders } from '../../files/places.ts'

/** Models are called so (ggml-small.bin); other files are left out, so that a folder full of letters is not shown. */
const modelNames = /\.(bin|ggml)$/i
const mostFiles = 500

export function listFiles(asked: string) {
  const listed = listFolders(asked === '' ? homedir() : asked)
  const place = (at: string) => ({ path: at, name: path.basename(at) || at, holdsArchive: false })
  const files = readdirSync(listed.path)
    .filter((name) => !name.startsWith('.') && modelNames.test(name))
    .toSorted((a, b) => a.localeCompare(b, 'und', { numeric: true }))
    .slice(0, mostFiles)
    .flatMap((name) => {
      const at = path.join(listed.path, name)
      const stat = statSync(at, { throwIfNoEntry: false })
      return stat?.isFile() === true ? [{ path: at, name, size: stat.size }] : []
    })
  return {
    path: listed.path,
    parent: listed.parent,
    places: [listed.home, ...listed.removable].map(place),
    folders: listed.folders.map(({ path: at }) => place(at)),
    files,
  }
}
