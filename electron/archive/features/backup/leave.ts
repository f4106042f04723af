// Travel mode: nothing of the archive stays on this machine, once a backup holds all of it and was tried.
import { createHash } from 'node:crypto'
import { mkdir, open, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import { destroyFile, overwrite } from '../../files/destroy-file.ts'
import { syncFolder } from '../../files/write-durably.ts'
import type { Session } from '../../session.ts'
import { keyringName, previousName } from '../../vault/keyring.ts'
import { makingName, removeUnfinished } from '../door/unfinished-making.ts'
import { openList } from '../../files/backup/generation-file.ts'
import { hasPiece, pieceLength } from '../../files/backup/medium.ts'
import { findGeneration } from './opened.ts'
import { asideName } from './put-aside.ts'
import { databaseName, holdSource, piecesOf } from './source.ts'
import { tryingName } from './tried.ts'

type Step = { kind: 'working'; part: 'comparing'; done: number; total: number }

/**
 * Whether the backup holds every file as it is here now, and is still there. Throws Failure changedSinceBackup,
 * backupDamaged, noBackupHere, folderMissing, cancelled.
 */
export async function* compareWithBackup(
  session: Session,
  { root, generation }: { readonly root: string; readonly generation: string },
  signal: AbortSignal,
): AsyncGenerator<Step> {
  const { file } = await findGeneration(root, generation)
  const list = openList(file, session.backupKey())
  if (list === null) throw new Failure('changedSinceBackup') // made with another archive key
  const listed = new Map(list.files.map((one) => [one.name, one]))
  const source = await holdSource(session)
  try {
    const total = source.files.reduce((sum, { size }) => sum + size, 0)
    let done = 0
    for (const here of source.files) {
      const there = listed.get(here.name)
      // NOTE: of the database nothing is compared: that nothing was kept since is known by its transactions.
      if (there === undefined || (here.name !== databaseName && there.size !== here.size))
        throw new Failure('changedSinceBackup')
      for (const [at, place] of there.pieces.entries()) {
        if (signal.aborted) throw new Failure('cancelled')
        const size = Math.min(pieceLength, there.size - at * pieceLength)
        if (!(await hasPiece(root, file.pieces[place] ?? '', size))) throw new Failure('backupDamaged')
      }
      if (here.name !== databaseName && !here.neverChanges) {
        let at = 0
        for await (const bytes of piecesOf(session, source, here)) {
          const sha256 = createHash('sha256').update(bytes).digest('hex')
          if (file.pieces[there.pieces[at] ?? -1] !== sha256) throw new Failure('changedSinceBackup')
          at += 1
        }
      }
      done += here.size
      yield { kind: 'working', part: 'comparing', done, total }
    }
  } finally {
    source.pages.release()
  }
}

/**
 * Takes a locked archive off the machine: first what its keys lie in, written over, then everything else. Interrupted, what
 * is left is an unfinished archive that nobody can open, and the next making or restore in this folder removes it.
 * What a disk of flash memory keeps of what was written over is said in THREATS.md.
 */
export async function removeArchive(folder: string): Promise<void> {
  try {
    await mkdir(path.join(folder, makingName), { recursive: true, mode: 0o700 })
    await syncFolder(folder)
    for (const name of [keyringName, previousName])
      for (const one of [name, `${name}.new`]) await destroyFile(path.join(folder, one))
    await overwriteHead(path.join(folder, databaseName))
    for (const name of [tryingName, asideName]) await rm(path.join(folder, name), { recursive: true, force: true })
    await removeUnfinished(folder)
    await syncFolder(folder)
    await rmdir(folder).catch(() => undefined) // something of the person's own lies there too
  } catch (error) {
    throw asFailure(error)
  }
}

/** The salt that the database's key is made with, and its first page. */
async function overwriteHead(place: string): Promise<void> {
  const handle = await open(place, 'r+')
  try {
    await overwrite(handle, 0, Math.min(4096, (await handle.stat()).size))
  } finally {
    await handle.close()
  }
}
