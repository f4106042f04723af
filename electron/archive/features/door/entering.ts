// Going in: the database opened with a key from the keyring, brought up to date, and what a crash interrupted finished.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import { backupKeyOf } from '../../files/backup/backup-key.ts'
import { createMediaKey, sweepMedia } from '../../files/media.ts'
import { requireOwnFiles } from '../../files/own-files.ts'
import { inspectFolder } from '../../files/places.ts'
import { sweepTakes } from '../../files/take-names.ts'
import { migrations } from '../../migrations/index.ts'
import { Session, type ChangedConcept, type Surroundings } from '../../session.ts'
import { ArchiveDatabase } from '../../store/archive-database.ts'
import { insertArchive } from '../../store/archive-row.ts'
import { openDatabase } from '../../store/connection.ts'
import { mediaNames } from '../../store/media-rows.ts'
import { migrate } from '../../store/migrate.ts'
import { filesForHerAlone } from '../../store/sealed-sound.ts'
import { requireOwnSchema } from '../../store/own-schema.ts'
import { takeFiles } from '../../store/takes.ts'
import type { OpenedKeyring } from '../../vault/keyring.ts'
import { sweepTrying } from '../backup/tried.ts'
import { forgetUnnamedEvidence } from '../consent/evidence.ts'
import { finishErasing } from '../erase/carry-out.ts'
import { finishCleaning } from '../finish-cleaning.ts'
import { herInHerCopy } from '../her-session/hand-over.ts'
import { markOf } from '../her-session/same-key.ts'
import { sealAnswersLeftOpen } from '../sealed-answers/seal.ts'
import { finishLeaving } from '../leaving.ts'
import { finishNewKey } from '../members/new-key.ts'
import { archivistAt } from '../members/who-opened.ts'
import { finishMaking } from './unfinished-making.ts'

const databaseName = 'archive.db'

export interface Entering {
  readonly openKeyring: () => Promise<OpenedKeyring>
  /** The database is made, for this archivist. Left out: it is there. */
  readonly newArchivist?: string
  /** What opened, where it was a passphrase: in her own copy it opens her key too. */
  readonly passphrase?: Buffer
}

interface Entered {
  readonly session: Session
  /** By which the archive key is known again, without being it. */
  readonly keyMark: Buffer
}

/** NOTE: the archive key is zeroed as soon as the database is open. Throws Failure; then everything is closed again. */
export async function enterArchive(
  folder: string,
  { openKeyring, newArchivist, passphrase }: Entering,
  surroundings: Surroundings,
  changed: (concept: ChangedConcept) => void,
): Promise<Entered> {
  if (!inspectFolder(folder).exists) throw new Failure('folderMissing')
  requireOwnFiles(folder)
  if (newArchivist === undefined) {
    if (!inspectFolder(folder).hasArchive && !existsSync(path.join(folder, databaseName)))
      throw new Failure('noArchiveHere')
    await finishMaking(folder).catch(() => undefined) // the keyring before it opens too
  }
  const { key, archiveId, usedPrevious, entries, slot } = await openKeyring()
  const now = surroundings.now().toISOString()
  const keyMark = markOf(key)
  const backupKey = backupKeyOf(key)
  let database
  try {
    if (newArchivist === undefined) await finishNewKey(folder, key)
    database = openDatabase(path.join(folder, databaseName), key, newArchivist === undefined ? 'open' : 'create')
  } finally {
    key.fill(0)
  }
  try {
    requireOwnSchema(database, migrations)
    migrate(database, migrations, now)
    const archive = new ArchiveDatabase(database)
    if (newArchivist !== undefined) {
      const { recipient, identity } = await createMediaKey()
      const row = { id: archiveId, archivist: newArchivist, mediaRecipient: recipient, mediaIdentity: identity }
      archive.transaction((writable) => insertArchive(writable, row, now))
    }
    const session = new Session(archive, folder, usedPrevious, surroundings, changed)
    session.keepBackupKey(backupKey)
    session.keepMoment()
    await finishInterrupted(session)
    if (entries !== null) session.keyring = { entries, slot }
    session.become((await herInHerCopy(session, passphrase ?? null)) ?? archivistAt(session))
    return { session, keyMark }
  } catch (error) {
    backupKey.fill(0)
    database.close()
    throw asFailure(error)
  }
}

async function finishInterrupted(session: Session): Promise<void> {
  const { folder, database } = session
  await finishCleaning(session)
  await finishErasing(session)
  forgetUnnamedEvidence(session)
  await sweepTrying(folder)
  await sweepMedia(folder, mediaNames(database))
  await sealAnswersLeftOpen(session)
  await sweepTakes(folder, takeFiles(database), filesForHerAlone(database))
  await finishLeaving(session)
}
