// Brings an archive back from a backup, into an empty folder: everything is compared with the backup's list on the way,
// what was erased since stays erased, and the keyring, without which nobody opens it, comes last.
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpensWith } from '../../../../shared/contract/opens-with.ts'
import { asFailure } from '../../as-failure.ts'
import { requireFolderPath } from '../../files/places.ts'
import { syncFolder, writeSynced } from '../../files/write-durably.ts'
import { migrations } from '../../migrations/index.ts'
import { ArchiveDatabase } from '../../store/archive-database.ts'
import { openDatabase } from '../../store/connection.ts'
import { mediaNames } from '../../store/media-rows.ts'
import { migrate } from '../../store/migrate.ts'
import { keyringName, previousName } from '../../vault/keyring.ts'
import { abandonMaking, beginMaking, makingName, requireFit } from '../door/unfinished-making.ts'
import { assemble } from './assemble.ts'
import { backupKeyOf } from '../../files/backup/backup-key.ts'
import { describeMedia, type DamagedFile } from './damaged.ts'
import { openList, type BackupList } from '../../files/backup/generation-file.ts'
import { listGenerations, PieceReader } from '../../files/backup/medium.ts'
import { archiveKeyOf, openBackup, type OpenedBackup } from './opened.ts'
import { freeBytes } from './room.ts'
import { databaseName } from './source.ts'
import { layTombstones, type Tombstone } from './tombstones.ts'

export interface RestoreAsked {
  readonly root: string
  readonly generation: string
  readonly into: string
  readonly opensWith: OpensWith
}

export interface Restored {
  readonly folder: string
  readonly madeAt: string
  readonly damaged: readonly DamagedFile[]
  readonly newerUnread: boolean
}

type Step = { kind: 'working'; part: 'copying' | 'opening'; done: number; total: number }

/** See `backup.restore` in the contract for what it throws. Where it does, nothing is left in the folder. */
export async function* restoreBackup(
  asked: RestoreAsked,
  now: string,
  signal: AbortSignal,
): AsyncGenerator<Step, Restored> {
  const folder = requireFolderPath(asked.into)
  requireFit(folder)
  let opened: OpenedBackup | null = null
  let finished = false
  try {
    const making = await beginMaking(folder)
    opened = await openBackup(asked.root, asked.generation, asked.opensWith, making)
    const total = opened.list.files.reduce((sum, { size }) => sum + size, 0)
    if ((await freeBytes(folder)) < total) throw new Failure('diskFull')
    const damaged = yield* copyFiles(opened, making, total, signal)
    yield { kind: 'working', part: 'opening', done: total, total }
    const { tombstones, newerUnread } = await erasedElsewhere(opened, asked.opensWith, making)
    const described = settle(path.join(making, databaseName), opened, tombstones, damaged, now)
    for (const [name, bytes] of [
      [previousName, opened.file.previousKeyring],
      [keyringName, opened.file.keyring],
    ] as const)
      if (bytes.length > 0) await writeSynced(path.join(making, name), bytes)
    if (signal.aborted) throw new Failure('cancelled')
    await giveNames(folder)
    finished = true
    return { folder, madeAt: opened.file.madeAt, damaged: described, newerUnread }
  } catch (error) {
    if (signal.aborted) throw new Failure('cancelled')
    throw asFailure(error)
  } finally {
    opened?.key.fill(0)
    if (!finished) await abandonMaking(folder)
  }
}

async function* copyFiles(
  { root, file, list }: OpenedBackup,
  making: string,
  total: number,
  signal: AbortSignal,
): AsyncGenerator<Step, string[]> {
  await mkdir(path.join(making, 'media'), { mode: 0o700 })
  const reader = new PieceReader(root)
  const damaged: string[] = []
  let done = 0
  for (const one of list.files) {
    const copying = assemble(one, file.pieces, reader, path.join(making, one.name), signal)
    for (let next = await copying.next(); ; next = await copying.next()) {
      if (next.done === true) {
        if (!next.value) damaged.push(one.name)
        break
      }
      done += next.value
      yield { kind: 'working', part: 'copying', done, total }
    }
    // NOTE: without the archive's own file there is nothing to put recordings to; an older backup may have it whole.
    if (damaged.includes(databaseName)) throw new Failure('backupDamaged')
  }
  await syncFolder(path.join(making, 'media'))
  return damaged
}

/** What any other backup in the same place knows to be erased. */
async function erasedElsewhere(
  opened: OpenedBackup,
  opensWith: OpensWith,
  making: string,
): Promise<{ tombstones: Tombstone[]; newerUnread: boolean }> {
  const backupKey = backupKeyOf(opened.key)
  const tombstones: Tombstone[] = []
  let newerUnread = false
  for (const { id, file } of await listGenerations(opened.root)) {
    if (id === opened.id) continue
    const list: BackupList | null =
      file === null ? null : (openList(file, backupKey) ?? (await listWith(file, opensWith, making)))
    if (list !== null && list.archive === opened.list.archive) tombstones.push(...list.tombstones)
    else if (file === null || file.madeAt > opened.file.madeAt) newerUnread = true
  }
  backupKey.fill(0)
  return { tombstones, newerUnread }
}

/** The archive key may be another one since: the same passphrase or paper may open it all the same. */
async function listWith(
  file: Parameters<typeof openList>[0],
  opensWith: OpensWith,
  making: string,
): Promise<BackupList | null> {
  try {
    const key = await archiveKeyOf(file, opensWith, making)
    const backupKey = backupKeyOf(key)
    const list = openList(file, backupKey)
    for (const one of [key, backupKey]) one.fill(0)
    return list
  } catch {
    return null
  }
}

/** Opens the database where it is not yet anybody's archive, and lays down what was erased. */
function settle(
  place: string,
  { key, list }: OpenedBackup,
  tombstones: readonly Tombstone[],
  damaged: readonly string[],
  now: string,
): DamagedFile[] {
  const database = openDatabase(place, key, 'open')
  const archive = new ArchiveDatabase(database)
  try {
    if (tombstones.length > 0) {
      migrate(database, migrations, now)
      archive.transaction((writable) => layTombstones(writable, tombstones))
    }
    const there = new Set(list.files.map(({ name }) => name))
    const gone = [...mediaNames(archive)].filter((name) => !there.has(`media/${name}`))
    return [
      ...damaged.map((name) => describeMedia(archive, name.slice('media/'.length), false)),
      ...gone.map((name) => describeMedia(archive, name, true)),
    ]
  } finally {
    archive.close()
  }
}

/** The keyring comes last: until then it is an unfinished archive, which the next making or restore removes. */
async function giveNames(folder: string): Promise<void> {
  const making = path.join(folder, makingName)
  await syncFolder(making)
  for (const name of ['media', databaseName]) await rename(path.join(making, name), path.join(folder, name))
  await syncFolder(folder)
  for (const name of [previousName, keyringName])
    await rename(path.join(making, name), path.join(folder, name)).catch((error: unknown) => {
      if (name === keyringName) throw error
    })
  await rm(making, { recursive: true })
  await syncFolder(folder)
}
