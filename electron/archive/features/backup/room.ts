// How much room there is on a stick, and how much a backup needs there at most.
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { knownFailure } from '../../as-failure.ts'
import { requireFolderPath } from '../../files/places.ts'
import type { Session } from '../../session.ts'
import { openList } from '../../files/backup/generation-file.ts'
import { listGenerations, rootIn, type FoundGeneration } from '../../files/backup/medium.ts'

/** Throws Failure pathNotWhole, notAFolder, folderMissing, backupInside (it would lie in the archive's own folder). */
export function requireRoot(session: Session, folder: string): string {
  const root = rootIn(requireFolderPath(folder))
  const inside = (one: string, other: string): boolean => {
    const way = path.relative(one, other)
    return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
  }
  if (inside(session.folder, root) || inside(root, session.folder)) throw new Failure('backupInside')
  return root
}

/** Bytes that can still be written where `folder` is, or is to be. Throws Failure folderMissing. */
export async function freeBytes(folder: string): Promise<number> {
  for (let at = folder; ; at = path.dirname(at)) {
    try {
      const { bavail, bsize } = await statfs(at)
      return bavail * bsize
    } catch (error) {
      const isMissing = knownFailure(error)?.code === 'folderMissing'
      if (!isMissing || path.dirname(at) === at) throw knownFailure(error) ?? error
    }
  }
}

/** Files of recordings that the newest backup with this key has, by name and size. */
export function knownFiles(
  generations: readonly FoundGeneration[],
  key: Buffer,
): ReadonlyMap<string, { readonly size: number; readonly pieces: readonly string[] }> {
  for (const { file } of generations) {
    const list = file === null ? null : openList(file, key)
    if (file === null || list === null) continue
    return new Map(
      list.files.map(({ name, size, pieces }) => [name, { size, pieces: pieces.map((at) => file.pieces[at] ?? '') }]),
    )
  }
  return new Map()
}

export interface Room {
  readonly free: number
  /** What a backup made now writes at most. */
  readonly needed: number
  /** How many backups are there, and how many more fit as far as can be told. */
  readonly there: number
  readonly fits: number
}

/** Each further backup writes at most the database anew, and recordings that are not there yet. */
export async function roomFor(
  root: string,
  key: Buffer,
  files: readonly { readonly name: string; readonly size: number; readonly neverChanges: boolean }[],
): Promise<Room> {
  const generations = await listGenerations(root)
  const known = knownFiles(generations, key)
  const free = await freeBytes(root)
  const always = files.reduce((sum, { size, neverChanges }) => sum + (neverChanges ? 0 : size), 0)
  const once = files.reduce(
    (sum, { name, size, neverChanges }) => sum + (neverChanges && known.get(name)?.size !== size ? size : 0),
    0,
  )
  const fits = free < once + always ? 0 : 1 + Math.floor((free - once - always) / Math.max(1, always))
  return { free, needed: once + always, there: generations.length, fits }
}
