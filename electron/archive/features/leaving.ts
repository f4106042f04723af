// A folder that leaves: it is written aside, what leaves is written down, and only then does the folder appear.
// Killed at any point there is a whole folder that is written down, or neither: what was written down is finished at the
// next opening.
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'
import { freeName, isStaged, stageFolder, type StagedFolder } from '../files/folder-writer.ts'
import { syncFolder } from '../files/write-durably.ts'
import type { ChangedConcept, Session } from '../session.ts'
import type { WritableArchive } from '../store/archive-database.ts'
import { deleteGiving, insertGiving, listGivings, recordGiving, type Giving } from '../store/givings.ts'

/**
 * Lets `fill` write into a folder that becomes `target`, or `target` with a number where something is called that by then.
 * Throws Failure folderTaken, folderMissing, folderReadOnly, diskFull, whatever `fill` and `writeDown` throw (nothing is
 * there then), and givenOutUnnamed where it is written down and gets its name at the next opening.
 *
 * @param writeDown keeps what leaves, in one transaction with its being on its way; it is handed the id of the leaving
 */
export async function* leaving<Step>(
  session: Session,
  target: string,
  fill: (staged: StagedFolder) => AsyncGenerator<Step, void>,
  concepts: readonly ChangedConcept[],
  writeDown: (archive: WritableArchive, id: string) => void,
): AsyncGenerator<Step, { id: string; folder: string }> {
  const id = session.newId()
  let staged: StagedFolder | null = null
  let recorded = false
  try {
    // The place is kept before anything lies there: a crash can then leave no folder that nobody knows of.
    staged = await stageFolder(target, session.surroundings.random, (folder) =>
      session.save([], (archive) => insertGiving(archive, { id, staged: folder, target })),
    )
    yield* fill(staged)
    // Before it is written down: after a power cut the folder must hold every file that is named there.
    await staged.settle()
    session.save(concepts, (archive) => {
      writeDown(archive, id)
      recordGiving(archive, id)
    })
    recorded = true
    // NOTE: it is written down, so it has left, whatever it comes to be called.
    const folder = await staged.commitBeside().catch((): never => {
      throw new Failure('givenOutUnnamed')
    })
    session.save([], (archive) => deleteGiving(archive, id))
    return { id, folder }
  } finally {
    if (!recorded) {
      await staged?.discard()
      session.save([], (archive) => deleteGiving(archive, id))
    }
  }
}

/**
 * What a crash interrupted: a folder that is written down gets its name, one that is not is removed. A folder on a stick
 * that is not there now is looked for again next time.
 */
export async function finishLeaving(session: Session): Promise<void> {
  for (const giving of listGivings(session.database)) {
    // NOTE: a place that cannot be written any more must not keep the archive shut.
    const finished = await finish(giving).catch(() => false)
    if (finished) session.save([], (archive) => deleteGiving(archive, giving.id))
  }
}

/** Whether nothing is left to be done. */
async function finish({ staged, target, recorded }: Giving): Promise<boolean> {
  // NOTE: the row may be of an archive that somebody else made: nothing but a folder of ours is removed or renamed.
  if (!isStaged(staged) || path.dirname(target) !== path.dirname(staged)) return true
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
