// What has to be so before a folder with everything of hers appears, and what is kept of its having been taken.
import type { WritableArchive } from '../../store/archive-database.ts'
import type { Session } from '../../session.ts'
import { stageFolder, type StagedFolder } from '../../files/folder-writer.ts'
import { deleteGiving, insertGiving } from '../../store/register.ts'

/**
 * Stages `target`, lets `work` fill it, notes that it was taken, and gives it its name: a whole folder with its note, or
 * neither. What a crash leaves aside is removed at the next opening, because its place is kept before anything lies there.
 */
export async function* takeAway<T>(
  session: Session,
  narrator: string,
  target: string,
  work: (staged: StagedFolder) => AsyncGenerator<T>,
  beforeCommit: () => Promise<void> = () => Promise.resolve(),
): AsyncGenerator<T> {
  const id = session.newId()
  const taken = (write: (archive: WritableArchive) => void) => session.save([], write)
  let staged: StagedFolder | null = null
  let noted = false
  let done = false
  try {
    staged = await stageFolder(target, session.surroundings.random, (folder) =>
      taken((archive) => insertGiving(archive, { disclosure: id, staged: folder, target })),
    )
    yield* work(staged)
    taken((archive) =>
      archive.run('INSERT INTO copies_taken (id, narrator, taken_at) VALUES (?, ?, ?)', [
        id,
        narrator,
        session.moment(),
      ]),
    )
    noted = true
    await beforeCommit()
    await staged.commit()
    done = true
  } finally {
    if (!done) await staged?.discard()
    taken((archive) => {
      deleteGiving(archive, id)
      if (noted && !done) archive.run('DELETE FROM copies_taken WHERE id = ?', [id])
    })
  }
}
