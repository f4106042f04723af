// Where she is in her story: what she has heard, found right, or put off; and what a window of hers shows of it.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { endedAtSql, endedBecauseSql, endsAtSql, reviewDueSql, waitsForSql } from './asked-again.ts'
import { mostPassages } from './stories.ts'

export type Look = 'heard' | 'right' | 'later'

export interface KeptLook {
  readonly passage: string
  readonly look: Look
  /** ISO 8601 UTC. */
  readonly at: string
}

export function readLooks(archive: ReadableArchive, testimony: string): KeptLook[] {
  return archive.all('SELECT passage, look, at FROM looks WHERE testimony = ? ORDER BY at, passage, look', [testimony])
}

export function keepLook(archive: WritableArchive, testimony: string, { passage, look, at }: KeptLook): void {
  archive.run('INSERT OR REPLACE INTO looks (testimony, passage, look, at) VALUES (?, ?, ?, ?)', [
    testimony,
    passage,
    look,
    at,
  ])
}

export function forgetLook(archive: WritableArchive, testimony: string, passage: string, look: Look): void {
  archive.run('DELETE FROM looks WHERE testimony = ? AND passage = ? AND look = ?', [testimony, passage, look])
}

export function isOfTestimony(archive: ReadableArchive, testimony: string, passage: string): boolean {
  return (
    archive.get(
      `SELECT 1 FROM passages p JOIN testimonies t ON t.number = p.place / ${mostPassages} WHERE p.id = ? AND t.id = ?`,
      [passage, testimony],
    ) !== undefined
  )
}

/**
 * Passages of the story whose words she has changed herself, split or joined; not those whose words are again what they
 * were before she first changed them.
 */
export function changedByHer(archive: ReadableArchive, testimony: string): string[] {
  return archive
    .all<{ id: string }>(
      `WITH hers AS (SELECT number FROM revisions WHERE testimony = :testimony AND author_role = 'narrator'),
       was AS (
         SELECT passage AS id, text, min(until) FROM past_passages p WHERE testimony = :testimony AND (SELECT min(r.number)
           FROM revisions r WHERE r.testimony = :testimony AND r.number > p.until) IN (SELECT number FROM hers)
         GROUP BY passage),
       changed AS (
         SELECT id FROM was
         UNION SELECT passage FROM lineage WHERE testimony = :testimony AND revision IN (SELECT number FROM hers)
         UNION SELECT other FROM lineage WHERE testimony = :testimony AND revision IN (SELECT number FROM hers))
       SELECT p.id FROM changed c JOIN passages p ON p.id = c.id
       WHERE NOT EXISTS (SELECT 1 FROM was w WHERE w.id = c.id AND w.text = p.text) ORDER BY p.place`,
      { testimony },
    )
    .map(({ id }) => id)
}

export interface HerTestimony {
  readonly id: string
  readonly title: string
  readonly titleBy: 'narrator' | 'archivist'
  readonly language: string
  readonly passages: number
  readonly looked: number
  readonly waiting: number
  readonly reviewedAt: string | null
  readonly consentEndsAt: string | null
  readonly endedBecause: 'expired' | 'usedUp' | 'eventCame' | null
  readonly endedAt: string | null
  readonly reviewDueAt: string | null
  readonly waitsFor: string | null
}

const ofStory = `p.place >= t.number * ${mostPassages} AND p.place < (t.number + 1) * ${mostPassages}`

/** Her testimonies, the first one first. `waiting` counts suggestions, labels without her stance, words she has not seen. */
export function herTestimonies(archive: ReadableArchive, narrator: string, now: string): HerTestimony[] {
  return archive.all(
    `SELECT t.id, t.title, t.title_by AS titleBy, t.language,
       (SELECT count(*) FROM passages p WHERE ${ofStory}) AS passages,
       (SELECT count(*) FROM passages p WHERE ${ofStory} AND EXISTS
         (SELECT 1 FROM looks k WHERE k.testimony = t.id AND k.passage = p.id)) AS looked,
       (SELECT count(*) FROM suggestions s WHERE s.testimony = t.id)
         + (SELECT count(*) FROM labels l WHERE l.testimony = t.id AND l.stance = 'none' AND l.asserted_by <> 'narrator')
         + (SELECT count(*) FROM words_about w WHERE w.testimony = t.id AND w.seen = 'no') AS waiting,
       (SELECT g.at FROM ledger g WHERE g.testimony = t.id AND g.kind = 'reviewed' ORDER BY g.sequence LIMIT 1) AS reviewedAt,
       ${endsAtSql} AS consentEndsAt, ${endedBecauseSql} AS endedBecause, ${endedAtSql} AS endedAt,
       ${reviewDueSql} AS reviewDueAt, ${waitsForSql} AS waitsFor
     FROM testimonies t WHERE t.narrator = :narrator ORDER BY t.number`,
    { narrator, now },
  )
}

export function readColour(archive: ReadableArchive, narrator: string): number {
  return archive.get<{ colour: number }>('SELECT colour FROM narrators WHERE id = ?', [narrator])?.colour ?? 1
}

export function keepColour(archive: WritableArchive, narrator: string, colour: number): void {
  archive.run('UPDATE narrators SET colour = ? WHERE id = ?', [colour, narrator])
}

/** Whose take-home copy this archive is; null where it is none. */
export function copyOf(archive: ReadableArchive): string | null {
  return archive.get<{ narrator: string }>('SELECT narrator FROM copy_of')?.narrator ?? null
}
