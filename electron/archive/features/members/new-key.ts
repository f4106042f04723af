// Another archive key. The database is written anew beside itself and read whole, then the keyring changes hands, and then
// the new database takes the place of the old one. Which key the keyring gives says which of the two counts, so that it
// may be interrupted at any point: the next opening finishes it, or takes back what was begun.
import { existsSync } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { destroyFile } from '../../files/destroy-file.ts'
import { syncFolder } from '../../files/write-durably.ts'
import { openDatabase } from '../../store/connection.ts'
import { isUnderKey, readWhole, reencrypt, type TellBytes } from '../../store/reencrypt.ts'
import { withNewKey } from '../../vault/keyring-change.ts'
import { settleKeyring } from '../../vault/keyring.ts'
import type { RandomSource } from '../../vault/random.ts'

const databaseName = 'archive.db'
/** Under the new key, and nobody's until the keyring gives that. */
const nextName = 'archive.db.next'
/** Under the old key, on its way to be destroyed. */
const formerName = 'archive.db.former'
const besideNames = ['-wal', '-shm', '-journal']

export interface NewKeyAsked {
  readonly folder: string
  /** The archive key of now. No database of this folder is open. */
  readonly key: Buffer
  readonly newKey: Buffer
  /** The member who is not to get the new key. */
  readonly without: string
  readonly random: RandomSource
  readonly signal: AbortSignal
  readonly tell: (step: 'writing' | 'reading', done: number, total: number) => void
}

/**
 * Everything but the moment that counts: the new database lies beside the old one, and this is the keyring that makes it
 * the archive, not yet written. When it throws, everything is as it was.
 * Throws Failure: cancelled, pageDamaged, diskFull and the like.
 */
export async function prepareNewKey(asked: NewKeyAsked): Promise<Buffer> {
  const { folder, key, newKey, without, random, signal, tell } = asked
  const [database, next] = [path.join(folder, databaseName), path.join(folder, nextName)]
  await requireEmptyLog(database)
  await destroyAll(next)
  const during =
    (step: 'writing' | 'reading'): TellBytes =>
    (done, total) =>
      tell(step, done, total)
  try {
    const written = await reencrypt(
      { file: database, key },
      { file: next, key: newKey },
      { random, signal, tell: during('writing') },
    )
    await syncFolder(folder)
    const read = await readWhole(next, newKey, signal, during('reading'))
    if (read !== written) throw new Failure('pageDamaged')
    openDatabase(next, newKey, 'open').close()
    const bytes = await withNewKey({ folder, key, random }, without, newKey)
    if (signal.aborted) throw new Failure('cancelled')
    return bytes
  } catch (error) {
    await destroyAll(next).catch(() => undefined) // the next opening does
    throw error
  }
}

/**
 * Puts the database in its place that this key opens, and destroys the other one. Does nothing where no new key was begun.
 * It can be interrupted too.
 */
export async function finishNewKey(folder: string, key: Buffer): Promise<void> {
  const [database, next, former] = [databaseName, nextName, formerName].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  if (existsSync(next)) {
    if (await isUnderKey(next, key)) {
      // The keyring first, in both generations: once the old database is gone, nothing else may be needed.
      await settleKeyring(folder).catch(() => undefined)
      await syncFolder(folder)
      if (existsSync(database)) await rename(database, former)
      await rename(next, database)
      await syncFolder(folder)
    } else await destroyAll(next)
  }
  if (!existsSync(former)) return
  if (await isUnderKey(database, key)) await destroyAll(former)
  // Not to be met: whatever happened in between, what this key opens is the archive.
  else if (!existsSync(database) && (await isUnderKey(former, key))) await rename(former, database)
}

/** What is in the log is not in the database: it must have been moved there when that was closed. */
async function requireEmptyLog(database: string): Promise<void> {
  const log = await stat(`${database}-wal`).catch(() => null)
  if (log !== null && log.size > 0) throw new Failure('diskFailing')
}

async function destroyAll(file: string): Promise<void> {
  for (const name of [...besideNames.map((end) => file + end), file]) await destroyFile(name)
}
