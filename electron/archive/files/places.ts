// Where an archive may lie: what is in a folder, and the folders to choose from inside the app.
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'
import { asFailure } from '../as-failure.ts'
import { keyringName, previousName } from '../vault/keyring.ts'
import { syncedDrive } from './synced-drive.ts'

/** `writable` is asked of the nearest folder that exists; `synced` names the service, where there is one. */
export interface InspectedFolder {
  readonly exists: boolean
  readonly empty: boolean
  readonly hasArchive: boolean
  readonly writable: boolean
  readonly synced: string | null
}

export interface ListedFolders {
  readonly path: string
  readonly parent: string | null
  readonly folders: ReadonlyArray<{ readonly name: string; readonly path: string; readonly isArchive: boolean }>
  readonly home: string
  /** Mounted drives and sticks, as full paths. */
  readonly removable: readonly string[]
}

/** The archive folder that is proposed, inside the user's data folder. */
export function defaultFolder(dataFolder: string): string {
  return path.join(dataFolder, 'Archive')
}

/** What is known of a folder without opening anything in it. */
export function inspectFolder(folder: string): InspectedFolder {
  const whole = path.resolve(folder)
  const exists = isFolder(whole)
  const names = exists ? namesIn(whole) : []
  return {
    exists,
    empty: names.length === 0,
    hasArchive: isArchive(whole),
    writable: isWritable(nearest(whole)),
    synced: syncedDrive(whole),
  }
}

/** A path as somebody wrote it. Throws Failure: pathNotWhole, notAFolder, folderMissing; one that is not there yet is let through. */
export function requireFolderPath(folder: string): string {
  if (!path.isAbsolute(folder) || folder.includes('\0')) throw new Failure('pathNotWhole')
  const whole = path.resolve(folder)
  for (let at = whole; path.dirname(at) !== at; at = path.dirname(at)) {
    const there = statOf(at)
    if (there === undefined) continue
    if (!there.isDirectory()) throw new Failure('notAFolder')
    break
  }
  return whole
}

/** Undefined where nothing is there. Throws Failure: folderMissing for names too long and links in a circle. */
function statOf(place: string) {
  try {
    return statSync(place, { throwIfNoEntry: false })
  } catch (error) {
    throw asFailure(error)
  }
}

/**
 * The folders inside `folder`, sorted, hidden ones left out.
 * Throws Failure: folderMissing, notAFolder, pathNotWhole, folderReadOnly.
 */
export function listFolders(folder: string): ListedFolders {
  try {
    const whole = requireFolderPath(folder)
    const folders = readdirSync(whole)
      .filter((name) => !name.startsWith('.') && !name.startsWith('$') && isFolder(path.join(whole, name)))
      .toSorted((a, b) => a.localeCompare(b, 'und', { numeric: true }))
      .map((name) => ({ name, path: path.join(whole, name), isArchive: isArchive(path.join(whole, name)) }))
    const parent = path.dirname(whole) === whole ? null : path.dirname(whole)
    return { path: whole, parent, folders, home: homedir(), removable: removablePlaces() }
  } catch (error) {
    throw asFailure(error)
  }
}

function isArchive(folder: string): boolean {
  return [keyringName, previousName].some((name) => existsSync(path.join(folder, name)))
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory()
  } catch {
    return false
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The folder itself or the first above it that exists. */
function nearest(place: string): string {
  return existsSync(place) || path.dirname(place) === place ? place : nearest(path.dirname(place))
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK)
    return isFolder(place)
  } catch {
    return false
  }
}

function removablePlaces(): string[] {
  if (process.platform === 'win32') {
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter(isFolder)
  }
  const user = path.basename(homedir())
  const roots = process.platform === 'darwin' ? ['/Volumes'] : [`/media/${user}`, `/run/media/${user}`, '/mnt']
  return roots.flatMap((root) =>
    namesIn(root)
      .map((name) => path.join(root, name))
      .filter(isFolder),
  )
}
