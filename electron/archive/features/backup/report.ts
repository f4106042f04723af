// The report of a check, a repair or a restore, as a text file in a folder of its own.
import path from 'node:path'
import { asFailure } from '../../as-failure.ts'
import { tidy } from '../../exporters/markup.ts'
import { stageFolder } from '../../files/folder-writer.ts'
import { requireFolderPath } from '../../files/places.ts'
import { safeName } from '../../files/safe-path.ts'
import type { Session } from '../../session.ts'

/** Gives the folder's full path. Throws Failure folderMissing, folderReadOnly, diskFull. */
export async function saveReport(session: Session, parent: string, name: string, text: string): Promise<string> {
  const target = path.join(requireFolderPath(parent), safeName(name, 'report', ''))
  try {
    const staged = await stageFolder(target, session.surroundings.random)
    try {
      await staged.write(safeName('report', 'report', '.txt'), Buffer.from(tidy(text), 'utf8'))
      return await staged.commitBeside()
    } catch (error) {
      await staged.discard()
      throw error
    }
  } catch (error) {
    throw asFailure(error)
  }
}
