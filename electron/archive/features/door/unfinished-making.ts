// A folder in which an archive is to be made, and what a making that was interrupted leaves in one.
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { inspectFolder } from '../../files/places.ts'
import { makeFolder, syncFolder } from '../../files/write-durably.ts'
import { keyringName } from '../../vault/keyring.ts'

/** The folder that is there for as long as the making lasts. */
export const makingName = '.making'

/** What the making of an archive leaves when it is interrupted; nobody can have opened it yet. */
const unfinished = /^(?:\.making|archive\.db(?:-wal|-shm|-journal)?|media)$/

/** The mark of an unfinished making goes last, so that this can be interrupted too. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => unfinished.test(name))
  for (const name of [...names.filter((one) => one !== makingName), makingName]) {
    await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Removes what another making left, and gives the folder that this one lies in until its names are given. */
export async function beginMaking(folder: string): Promise<string> {
  await makeFolder(folder)
  await removeUnfinished(folder)
  const making = path.join(folder, makingName)
  await mkdir(making, { mode: 0o700 })
  await syncFolder(folder)
  return making
}

/** Nothing is left of it, where it did not come to be an archive; what cannot be removed the next making removes. */
export async function abandonMaking(folder: string): Promise<void> {
  if (!inspectFolder(folder).hasArchive) await removeUnfinished(folder).catch(() => undefined)
}

/** A making that was interrupted between its keyring's two names: nothing but the second name is missing. */
export async function finishMaking(folder: string): Promise<void> {
  const making = path.join(folder, makingName)
  if (!existsSync(making) || !inspectFolder(folder).hasArchive) return
  const keyring = path.join(making, keyringName)
  if (existsSync(keyring) && !existsSync(path.join(folder, keyringName)))
    await rename(keyring, path.join(folder, keyringName))
  await rm(making, { recursive: true })
  await syncFolder(folder)
}

/** Throws Failure, each reason its own: folderSynced, archiveHere, folderReadOnly, folderNotEmpty. */
export function requireFit(folder: string): void {
  const place = inspectFolder(folder)
  if (place.synced !== null) throw new Failure('folderSynced', { service: place.synced })
  if (place.hasArchive) throw new Failure('archiveHere')
  if (!place.writable) throw new Failure('folderReadOnly')
  const names = place.exists ? readdirSync(folder) : []
  // NOTE: a database without its keyring and without the mark of a making is an archive whose keyring was lost: with a
  // copy of the keyring it opens again, so nothing is made in its place.
  const free = names.length === 0 || (names.includes(makingName) && names.every((name) => unfinished.test(name)))
  if (!free) throw new Failure('folderNotEmpty')
}
