// An export folder appears whole or not at all: it is written beside its place under a hidden name and then renamed.
import { lstatSync } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'
import { newId } from '../vault/random.ts'
import type { RandomSource } from '../vault/random.ts'
import type { SafePath } from './safe-path.ts'
import { syncFolder, writeSynced, type FileContent } from './write-durably.ts'

const stagedName = /^\.firsthand-[0-9a-hjkmnp-tv-z]{26}$/

/** A folder in the making; see `stageFolder`. */
export interface StagedFolder {
  /** Where the files lie until `commit`. */
  readonly folder: string
  /** Writes one new file and syncs it. */
  write(file: SafePath, bytes: FileContent): Promise<void>
  /** Has everything that was written outlast a power cut, before the folder has its name. */
  settle(): Promise<void>
  /** Gives the folder its name. Throws Failure('folderTaken') when something has that name by now. */
  commit(): Promise<void>
  /** The same, or the name with the next free number where something has that name by now; gives the full path. */
  commitBeside(): Promise<string>
  discard(): Promise<void>
}

/**
 * Begins the folder `target`. `announce` is told where its files will lie before anything lies there, so that whoever
 * cleans up after a crash knows the place. Throws Failure: folderTaken, folderMissing (its parent), folderReadOnly, diskFull.
 */
export async function stageFolder(
  target: string,
  random: RandomSource,
  announce: (folder: string) => void = () => undefined,
): Promise<StagedFolder> {
  const parent = path.dirname(path.resolve(target))
  const folder = path.join(parent, `.firsthand-${newId(random)}`)
  const folders = new Set([folder])
  await told(async () => {
    await requireFree(target)
    announce(folder)
    await mkdir(folder, { mode: 0o700 })
  })
  const settle = async (): Promise<void> => {
    for (const each of [...folders, parent]) await syncFolder(each)
  }
  const give = async (place: string): Promise<void> => {
    await settle()
    await rename(folder, place)
    await syncFolder(parent)
  }
  return {
    folder,
    write: (file, bytes) =>
      told(async () => {
        const place = path.resolve(folder, file)
        if (!place.startsWith(folder + path.sep)) throw new Failure('broken')
        for (let at = path.dirname(place); at !== folder && !folders.has(at); at = path.dirname(at)) folders.add(at)
        await mkdir(path.dirname(place), { recursive: true })
        await writeSynced(place, bytes)
      }),
    settle: () => told(settle),
    commit: () =>
      told(async () => {
        // NOTE: a rename would silently take the place of an empty folder.
        await requireFree(target)
        await give(target)
      }),
    commitBeside: () =>
      told(async () => {
        const place = freeName(target)
        await give(place)
        return place
      }),
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

/** `target`, or with the first number from 2 on that nothing is called by. */
export function freeName(target: string): string {
  for (let number = 2; isThere(target); number += 1) {
    const other = `${target} ${number}`
    if (!isThere(other)) return other
  }
  return target
}

/** NOTE: a link to nothing is there too. */
function isThere(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined
}

/** Whether it is, or may have been, a folder in the making, and no link to one. */
export function isStaged(folder: string): boolean {
  const there = lstatSync(folder, { throwIfNoEntry: false })
  return path.isAbsolute(folder) && stagedName.test(path.basename(folder)) && there?.isDirectory() !== false
}

/** What a crash left in `parent`: the full paths of folders that were never committed. */
export async function findStaged(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && stagedName.test(entry.name))
    .map((entry) => path.join(parent, entry.name))
}

/** Removes what a crash left in `parent`; returns how many. */
export async function sweepStaged(parent: string): Promise<number> {
  const staged = await findStaged(parent)
  for (const folder of staged) await rm(folder, { recursive: true, force: true })
  return staged.length
}

async function requireFree(target: string): Promise<void> {
  const there = await lstat(target).catch((error: unknown) => {
    if (knownFailure(error)?.code === 'folderMissing') return null
    throw error
  })
  if (there !== null) throw new Failure('folderTaken')
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw knownFailure(error) ?? error
  }
}
