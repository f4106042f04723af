// A copy of her own: a whole archive with nothing in it but what is hers, that opens with her passphrase and no other.
import { existsSync } from 'node:fs'
import { mkdir, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { appended } from '../../../../shared/domain/consent/ledger.ts'
import { createMediaKey } from '../../files/media.ts'
import { requireFolderPath } from '../../files/places.ts'
import type { StagedFolder } from '../../files/folder-writer.ts'
import { safeName } from '../../files/safe-path.ts'
import { migrations } from '../../migrations/index.ts'
import type { Session } from '../../session.ts'
import { sha256 } from '../../sha256.ts'
import { ArchiveDatabase, type WritableArchive } from '../../store/archive-database.ts'
import { insertArchive } from '../../store/archive-row.ts'
import { openDatabase } from '../../store/connection.ts'
import { insertEntry, lastEntry, readLedger } from '../../store/ledger.ts'
import { copyOf } from '../../store/looks.ts'
import { readMedia } from '../../store/media-rows.ts'
import { migrate } from '../../store/migrate.ts'
import { disclosuresOf } from '../../store/register.ts'
import { readNarrator } from '../../store/narrators.ts'
import { createKeyring } from '../../vault/keyring.ts'
import type { ArgonParameters } from '../../vault/argon.ts'
import { secretBytes } from '../../vault/secret-bytes.ts'
import { requireFit } from '../door/unfinished-making.ts'
import { copyMedia } from './copied-media.ts'
import { copyOffRecord, dropDestroyed } from './copied-off-record.ts'
import { givenOutAs, insertCopyOf, knownOf, namesHash } from './copy-base.ts'
import { copyRows, herMedia, type CopiedMedia } from './copy-rows.ts'
import { withHerKey } from '../her-session/unlock-key.ts'
import { openDoorWith, openPaper, putPaperInCopy, type OpenPaper } from './her-paper.ts'
import { herNames, herState } from './her-state.ts'
import { revisionNumbers, testimoniesOf } from './hers.ts'
import { takeAway } from './taken.ts'

export type MakeCopyStep = { kind: 'working'; done: number; total: number } | { kind: 'done'; folder: string }

/** What stands for the work that is not copying sound. */
const restOfWork = 262_144

/**
 * Throws Failure noPassphrase, wrongPassphrase, folderSynced, archiveHere, folderNotEmpty, folderTaken, folderReadOnly,
 * mediaMissing, mediaDamaged, diskFull, cancelled.
 */
export async function* makeCopy(
  session: Session,
  asked: { readonly narrator: string; readonly parent: string; readonly name: string; readonly passphrase: string },
  signal: AbortSignal,
): AsyncGenerator<MakeCopyStep> {
  const { narrator } = asked
  // A copy of a copy would send her decisions to the copy, where nobody takes them.
  if (copyOf(session.database) !== null) throw new Failure('onlyArchivist')
  const target = path.join(requireFolderPath(asked.parent), safeName(asked.name, 'copy', ''))
  requireFit(target)
  const wasThere = existsSync(target)
  let bytesDone = 0
  const total = herMedia(session.database, narrator).reduce(
    (sum, name) => sum + readMedia(session.database, name).size,
    restOfWork,
  )
  const step = (bytes: number): MakeCopyStep => {
    bytesDone = Math.min(total, bytesDone + bytes)
    return { kind: 'working', done: bytesDone, total }
  }
  const { bytes, parameters, paper } = await withHerKey(session, narrator, asked.passphrase, (key, given, work) =>
    Promise.resolve({
      bytes: secretBytes(given),
      parameters: work,
      paper: openPaper(session.database, narrator, key),
    }),
  )

  async function* write(staged: StagedFolder): AsyncGenerator<MakeCopyStep> {
    const media = await createMediaKey()
    const copied = new Map<string, CopiedMedia>()
    // What is said while sound is being copied goes too: asked again until nothing is left.
    for (;;) {
      const next = herMedia(session.database, narrator).find((name) => !copied.has(name))
      if (next === undefined) break
      const copying = copyMedia(session, next, staged.folder, media.recipient, signal)
      for (;;) {
        const { done, value } = await copying.next()
        if (done === true) {
          copied.set(next, value)
          break
        }
        yield step(value)
      }
    }
    const offRecord = new Set<string>()
    const restOfIt = () => copyOffRecord(session, narrator, staged.folder, offRecord, signal)
    for await (const written of restOfIt()) yield step(written)
    if (signal.aborted) throw new Failure('cancelled')
    await writeArchive(session, narrator, staged.folder, { passphrase: bytes, parameters, paper }, media, copied)
    // What came until its rows were written.
    for await (const written of restOfIt()) yield step(written)
    await dropDestroyed(session, narrator, staged.folder, offRecord)
    yield step(restOfWork)
    if (signal.aborted) throw new Failure('cancelled')
  }

  let folder: string
  try {
    if (wasThere) await rmdir(target).catch(() => Promise.reject(new Failure('folderTaken')))
    folder = yield* takeAway(session, narrator, target, write)
  } catch (error) {
    if (wasThere) await mkdir(target, { mode: 0o700 }).catch(() => undefined)
    throw error
  } finally {
    bytes.fill(0)
    paper?.bytes.fill(0)
  }
  yield { kind: 'done', folder }
}

async function writeArchive(
  session: Session,
  narrator: string,
  folder: string,
  { passphrase, parameters, paper }: { passphrase: Buffer; parameters: ArgonParameters; paper: OpenPaper | null },
  media: { recipient: string; identity: string },
  copied: ReadonlyMap<string, CopiedMedia>,
): Promise<void> {
  const { random } = session.surroundings
  const { key, archiveId } = await createKeyring({ folder, passphrase, parameters, random })
  const now = session.moment()
  try {
    if (paper !== null) await openDoorWith(paper, { folder, key, random, now })
    const database = openDatabase(path.join(folder, 'archive.db'), key, 'create')
    try {
      migrate(database, migrations, now)
      const copy = new ArchiveDatabase(database)
      copy.transaction((into) => {
        const { name } = readNarrator(session.database, narrator)
        const row = { id: archiveId, archivist: name, mediaRecipient: media.recipient, mediaIdentity: media.identity }
        insertArchive(into, row, now)
        copyRows(session.database, into, narrator, copied)
        if (paper !== null) putPaperInCopy(into, narrator, paper)
        copyLedger(session, into, narrator, now)
      })
    } finally {
      database.close()
    }
  } finally {
    key.fill(0)
  }
}

/** Her entries in a chain of the copy's own, and what the copy has to know of home. */
function copyLedger(session: Session, into: WritableArchive, narrator: string, now: string): void {
  const { database, about } = session
  const testimonies = testimoniesOf(database, narrator)
  const entries = testimonies
    .flatMap((testimony) => readLedger(database, testimony))
    .toSorted((a, b) => a.sequence - b.sequence)
  for (const { sequence: _sequence, previous: _previous, hash: _hash, ...entry } of entries)
    insertEntry(into, appended(lastEntry(into), entry, sha256))
  for (const row of database.all<{ entry: string; key: string; signature: Buffer }>(
    'SELECT s.entry, s.key, s.signature FROM ledger_signatures s JOIN ledger l ON l.id = s.entry WHERE l.narrator = ?',
    [narrator],
  ))
    into.run('INSERT INTO ledger_signatures (entry, key, signature) VALUES (?, ?, ?)', [
      row.entry,
      row.key,
      row.signature,
    ])
  insertCopyOf(into, {
    archive: about.id,
    narrator,
    recipient: about.mediaRecipient,
    takenAt: now,
    ledgerSequence: lastEntry(into)?.sequence ?? 0,
    base: {
      version: 1,
      copy: session.newId(),
      packs: [],
      names: [namesHash(herNames(database, narrator))],
      testimonies: testimonies.map((testimony) =>
        knownOf(herState(database, testimony), revisionNumbers(database, testimony)),
      ),
      originals: entries.map(({ id, hash }) => ({ id, hash })),
      givenOut: testimonies.flatMap((testimony) => disclosuresOf(database, testimony)).map(givenOutAs),
    },
  })
}
