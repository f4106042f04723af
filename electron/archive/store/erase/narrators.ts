// A narrator out of every table: all her stories, her names, her keys, and what was written down of her.
import type { WritableArchive } from '../archive-database.ts'
import type { Gone } from './gone.ts'
import { eraseStory } from './stories.ts'

/** NOTE: a test asks the schema for every table with such a column. */
export const tablesOfNarrators = [
  'receipts',
  'existence_said',
  'catalogue_people',
  'copies_taken',
  'decisions_taken',
  'narrator_papers',
  'narrator_papers_used',
  'narrator_keys',
  'narrator_names',
  'refused_words',
] as const

/** Whose row says whose it is, and which goes with the stories. `copy_of`: a copy of hers, where nothing is erased from. */
export const narratorsApart = ['testimonies', 'ledger', 'copy_of'] as const

export function eraseNarrator(archive: WritableArchive, narrator: string, gone: Gone): void {
  const stories = archive.all<{ id: string }>('SELECT id FROM testimonies WHERE narrator = ?', [narrator])
  for (const { id } of stories) eraseStory(archive, id, gone)
  for (const table of tablesOfNarrators) archive.run(`DELETE FROM ${table} WHERE narrator = ?`, [narrator])
  archive.run('DELETE FROM narrators WHERE id = ?', [narrator])
}
