// Giving out: the files are written aside, the register's row is kept, and only then does the folder appear.
// Killed at any point there is a whole export with its row, or neither: what was recorded is finished at the next opening.
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ReleasableExcerpt } from '../../../shared/domain/excerpt.ts'
import { freeName, stageFolder, type StagedFolder } from '../files/folder-writer.ts'
import { requireFolderPath } from '../files/places.ts'
import { safeName, within, type SafePath } from '../files/safe-path.ts'
import { syncFolder } from '../files/write-durably.ts'
import { sha256 } from '../sha256.ts'
import type { Session } from '../session.ts'
import { insertPrints } from '../store/prints.ts'
import {
  deleteGiving,
  insertDisclosure,
  insertGiving,
  listGivings,
  nextDisclosureSequence,
  type Disclosure,
  type GivenFile,
  type Giving,
} from '../store/register.ts'
import { consider, fileList, mayNameFolder, type Prepared } from './prepared.ts'
import { givenPassages } from './recall/given-prints.ts'

export type GiveOutStep =
  | { kind: 'writing'; done: number; total: number }
  | { kind: 'givenOut'; disclosure: string; folder: string }

function safeFile(filePath: string): SafePath {
  const names = filePath.split('/').map((name) => {
    const dot = name.lastIndexOf('.')
    return safeName(name.slice(0, dot), 'file', name.slice(dot))
  })
  const safe = names.reduce((folder, name) => within(folder, name))
  if (safe !== filePath) throw new Failure('checkFailed')
  return safe
}

/** Writes what the gate has let go, byte for byte; throws Failure notReleasable where the files are not of that. */
async function* writeFiles(
  session: Session,
  staged: StagedFolder,
  releasable: ReleasableExcerpt,
  { files, sound, contentHash }: Prepared,
  signal: AbortSignal,
) {
  if (releasable.contentHash !== contentHash) throw new Failure('notReleasable')
  const total = files.length + (sound === null ? 0 : 1)
  let done = 0
  const stopped = () => {
    if (signal.aborted) throw new Failure('cancelled')
  }
  for (const { path: filePath, bytes } of files) {
    stopped()
    await staged.write(safeFile(filePath), bytes)
    yield { kind: 'writing' as const, done: (done += 1), total }
  }
  if (sound === null) return
  stopped()
  const reader = await session.reader(sound.name)
  const bytes = await reader.read(0, reader.size)
  if (sha256(bytes) !== sound.sha256) throw new Failure('mediaDamaged')
  await staged.write(safeFile('sound.wav'), bytes)
  yield { kind: 'writing' as const, done: done + 1, total }
}

function disclosureOf(
  session: Session,
  releasable: ReleasableExcerpt,
  id: string,
  folderName: string,
  files: readonly GivenFile[],
): Omit<Disclosure, 'sequence'> {
  const { excerpt } = releasable
  return {
    id,
    at: session.moment(),
    by: session.actor.name,
    excerpt: excerpt.id,
    testimony: excerpt.testimony,
    title: excerpt.framing.title,
    use: excerpt.use,
    recipient: excerpt.recipient,
    revision: releasable.revision,
    contentHash: releasable.contentHash,
    signOff: releasable.signOff,
    folderName,
    passages: releasable.passages,
    redactions: releasable.redactions,
    consentEntries: releasable.consentEntries,
    files,
  }
}

/**
 * Throws Failure notReleasable, soundNotReady, folderTaken, folderMissing, folderReadOnly, diskFull, cancelled; and
 * givenOutUnnamed where it is in the register and its folder gets its name at the next opening.
 */
export async function* giveOut(
  session: Session,
  excerpt: string,
  parentFolder: string,
  folderName: string,
  signal: AbortSignal,
): AsyncGenerator<GiveOutStep> {
  const { answer, prepared, soundWanted } = consider(session, excerpt)
  if (prepared === null) throw new Failure(soundWanted ? 'soundNotReady' : 'notReleasable')
  if (!answer.open) throw new Failure('notReleasable')
  const name = safeName(folderName, 'reading-room', '')
  const { narratorName } = answer.releasable.content
  if (!mayNameFolder(session, excerpt, name, narratorName)) throw new Failure('folderNameTells')
  const target = path.join(requireFolderPath(parentFolder), name)
  const id = session.newId()
  let staged: StagedFolder | null = null
  let recorded = false
  try {
    // The place is kept before anything lies there: a crash can then leave no folder that nobody knows of.
    staged = await stageFolder(target, session.surroundings.random, (folder) =>
      session.save([], (archive) => insertGiving(archive, { disclosure: id, staged: folder, target })),
    )
    yield* writeFiles(session, staged, answer.releasable, prepared, signal)
    // Before its row: after a power cut the folder must hold every file that the row names.
    for (const folder of [staged.folder, path.dirname(staged.folder)]) await syncFolder(folder)
    // Asked again, with everything as it is now: her answer may have changed while the files were being written.
    const last = consider(session, excerpt)
    if (!last.answer.open || last.answer.releasable.contentHash !== prepared.contentHash)
      throw new Failure('notReleasable')
    const row = disclosureOf(session, last.answer.releasable, id, name, fileList(prepared))
    const { content, passages } = last.answer.releasable
    session.save(['givenOut', 'excerpts', 'consent'], (archive) => {
      insertDisclosure(archive, { ...row, sequence: nextDisclosureSequence(archive) })
      insertPrints(archive, id, givenPassages(content, passages))
    })
    recorded = true
    // NOTE: its row is kept, so it is given out, whatever it comes to be called.
    const folder = await staged.commitBeside().catch((): never => {
      throw new Failure('givenOutUnnamed')
    })
    session.save([], (archive) => deleteGiving(archive, id))
    yield { kind: 'givenOut', disclosure: id, folder }
  } finally {
    if (!recorded) {
      await staged?.discard()
      session.save([], (archive) => deleteGiving(archive, id))
    }
  }
}

/**
 * What a crash interrupted: an export with its row gets its name, one without is removed. A folder on a stick that is
 * not there now is looked for again next time.
 */
export async function finishGivings(session: Session): Promise<void> {
  for (const giving of listGivings(session.database)) {
    // NOTE: a place that cannot be written any more must not keep the archive shut.
    const finished = await finishGiving(giving).catch(() => false)
    if (finished) session.save([], (archive) => deleteGiving(archive, giving.disclosure))
  }
}

/** Whether nothing is left to be done. */
async function finishGiving({ staged, target, recorded }: Giving): Promise<boolean> {
  if (!existsSync(path.dirname(staged))) return false
  if (!recorded) {
    await rm(staged, { recursive: true, force: true })
    return true
  }
  // Neither under the one name nor the other: the folder of a stick that is not plugged in now.
  if (!existsSync(staged)) return existsSync(target)
  await rename(staged, freeName(target))
  await syncFolder(path.dirname(target))
  return true
}
