// A folder with everything of hers, and what is kept of its having been taken.
import type { StagedFolder } from '../../files/folder-writer.ts'
import type { Session } from '../../session.ts'
import { leaving } from '../leaving.ts'

/** Lets `work` fill a folder that becomes `target`, and notes that it was taken; gives its full path. See `leaving`. */
export async function* takeAway<T>(
  session: Session,
  narrator: string,
  target: string,
  work: (staged: StagedFolder) => AsyncGenerator<T, void>,
): AsyncGenerator<T, string> {
  const { folder } = yield* leaving(session, target, work, [], (archive, id) =>
    archive.run('INSERT INTO copies_taken (id, narrator, taken_at) VALUES (?, ?, ?)', [id, narrator, session.moment()]),
  )
  return folder
}
