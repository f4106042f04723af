// What she said of being in lists, as rows. Triggers in the database itself keep them append-only.
import type { Evidence } from '../../../shared/domain/consent/ledger.ts'
import type { Existence } from '../../../shared/domain/story.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface ExistenceSaid {
  readonly narrator: string
  readonly existence: Existence
  /** At the window herself, or in her own copy; else somebody wrote it down. */
  readonly herself: boolean
  readonly evidence: Evidence
  readonly by: string
  readonly at: string
}

export function insertExistenceSaid(archive: WritableArchive, said: ExistenceSaid): void {
  const { narrator, existence, herself, evidence, by, at } = said
  archive.run(
    'INSERT INTO existence_said (narrator, existence, herself, evidence, by_whom, at) VALUES (?, ?, ?, ?, ?, ?)',
    [narrator, existence, herself ? 1 : 0, JSON.stringify(evidence), by, at],
  )
}

/** The last that she said; null while she has said nothing. */
export function existenceSaid(archive: ReadableArchive, narrator: string): Existence | null {
  const row = archive.get<{ existence: Existence }>(
    'SELECT existence FROM existence_said WHERE narrator = ? ORDER BY sequence DESC LIMIT 1',
    [narrator],
  )
  return row?.existence ?? null
}
