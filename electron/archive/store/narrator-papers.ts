// Narrators' papers as rows: at most one each, for the key that she has now, and when one was used.
import type { KeptPaper } from '../vault/narrator-paper.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface PaperInUse extends KeptPaper {
  readonly key: string
  readonly madeAt: string
}

/** The paper that opens her key; null where she made none. */
export function paperInUse(archive: ReadableArchive, narrator: string): PaperInUse | null {
  const row = archive.get<PaperInUse>(
    'SELECT key, wrapped, own, made_at AS madeAt FROM narrator_papers WHERE narrator = ?',
    [narrator],
  )
  return row ?? null
}

/**
 * In place of an earlier one, which opens nothing from then on; whoever called writes the pages anew afterwards, so that
 * nothing is left of that.
 */
export function putPaper(archive: WritableArchive, narrator: string, { key, wrapped, own, madeAt }: PaperInUse): void {
  archive.run('DELETE FROM narrator_papers WHERE narrator = ?', [narrator])
  archive.run('INSERT INTO narrator_papers (narrator, key, wrapped, own, made_at) VALUES (?, ?, ?, ?, ?)', [
    narrator,
    key,
    wrapped,
    own,
    madeAt,
  ])
}

/** That her paper gave her another passphrase. Twice in one millisecond is once. */
export function keepPaperUsed(archive: WritableArchive, narrator: string, key: string, at: string): void {
  archive.run('INSERT OR IGNORE INTO narrator_papers_used (narrator, key, at) VALUES (?, ?, ?)', [narrator, key, at])
}

/** When that was, ISO 8601 UTC; the oldest first. */
export function papersUsedOf(archive: ReadableArchive, narrator: string): string[] {
  return archive
    .all<{ at: string }>('SELECT at FROM narrator_papers_used WHERE narrator = ? ORDER BY at', [narrator])
    .map(({ at }) => at)
}
