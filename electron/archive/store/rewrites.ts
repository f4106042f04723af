// A name rewritten where it stands outside of the passages: title, headings, labels, words about her, suggestions, speakers.
import type { AuthorRole } from '../../../shared/domain/writing/beside.ts'
import type { WritableArchive } from './archive-database.ts'
import type { Rewrite } from './mark-steps.ts'

const columns = {
  title: 'UPDATE testimonies SET title = :after WHERE id = :id AND id = :testimony AND title = :before',
  heading: 'UPDATE sections SET heading = :after WHERE id = :id AND testimony = :testimony AND heading = :before',
  label: 'UPDATE labels SET words = :after WHERE id = :id AND testimony = :testimony AND words = :before',
  meaning: 'UPDATE labels SET meaning = :after WHERE id = :id AND testimony = :testimony AND meaning = :before',
  wordsAbout: 'UPDATE words_about SET text = :after WHERE id = :id AND testimony = :testimony AND text = :before',
  suggestion: 'UPDATE suggestions SET after = :after WHERE id = :id AND testimony = :testimony AND after = :before',
  why: 'UPDATE suggestions SET why = :after WHERE id = :id AND testimony = :testimony AND why = :before',
  speaker: 'UPDATE speakers SET name = :after WHERE id = :id AND testimony = :testimony AND name = :before',
} as const

/** Rewrites what still stands as it was; what has been changed meanwhile is left. */
export function rewrite(
  archive: WritableArchive,
  testimony: string,
  rewrites: readonly Rewrite[],
  by: AuthorRole,
): void {
  for (const { where, id, before, after } of rewrites) {
    const [row = '', field] = id.split('/')
    const { changes } = archive.run(columns[where === 'suggestion' && field === 'why' ? 'why' : where], {
      id: row,
      testimony,
      before,
      after,
    })
    // Words about her that have changed are unseen again.
    if (where === 'wordsAbout' && changes > 0 && by === 'archivist')
      archive.run("UPDATE words_about SET seen = 'no' WHERE id = ?", [row])
  }
}
