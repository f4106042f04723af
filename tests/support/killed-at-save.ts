// An archive's folder as a kill leaves it: right before the next thing is kept, when its files are written; and right after,
// when nothing was destroyed yet.
import { cpSync } from 'node:fs'
import path from 'node:path'
import { vi } from 'vitest'
import { Session } from '../../electron/archive/session.ts'
import { temporaryFolder } from '../archive/temporary-folder.ts'

/** Does `work`, and gives two data folders with an `archive` in each. */
export async function killedAtSave(folder: string, work: () => Promise<unknown>): Promise<string[]> {
  const copies: string[] = []
  const copied = (): void => {
    const into = temporaryFolder()
    cpSync(folder, path.join(into, 'archive'), { recursive: true, verbatimSymlinks: true })
    copies.push(into)
  }
  const { save } = Session.prototype
  vi.spyOn(Session.prototype, 'save').mockImplementationOnce(function (this: Session, ...given) {
    copied()
    const kept = save.apply(this, given)
    copied()
    return kept
  } as typeof save)
  await work()
  vi.restoreAllMocks()
  return copies
}
