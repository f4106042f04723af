// What lies beside a story, as rows: her headings, words about her, suggestions, what she answered by voice.
import type { Section, SpokenAnswer, Suggestion, WordsAbout } from '../../../shared/domain/writing/beside.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { mostPassages } from './story-size.ts'

/** In the order of the telling. */
export function readSections(archive: ReadableArchive, testimony: string): Section[] {
  return archive.all(
    `SELECT s.id, s.passage, s.heading FROM sections s LEFT JOIN passages p ON p.id = s.passage
     WHERE s.testimony = ? ORDER BY p.place, s.id`,
    [testimony],
  )
}

export function putSection(archive: WritableArchive, testimony: string, { id, passage, heading }: Section): void {
  archive.run(
    `INSERT INTO sections (id, testimony, passage, heading) VALUES (:id, :testimony, :passage, :heading)
     ON CONFLICT (id) DO UPDATE SET passage = :passage, heading = :heading`,
    { id, testimony, passage, heading },
  )
}

/** False where there was none. */
export function deleteSection(archive: WritableArchive, testimony: string, id: string): boolean {
  return archive.run('DELETE FROM sections WHERE id = ? AND testimony = ?', [id, testimony]).changes > 0
}

export function readWordsAbout(archive: ReadableArchive, testimony: string): WordsAbout[] {
  return archive.all(
    'SELECT id, kind, language, text, author, at, seen, answer FROM words_about WHERE testimony = ? ORDER BY at, id',
    [testimony],
  )
}

export function putWordsAbout(archive: WritableArchive, testimony: string, words: WordsAbout): void {
  archive.run(
    `INSERT INTO words_about (id, testimony, kind, language, text, author, at, seen, answer)
     VALUES (:id, :testimony, :kind, :language, :text, :author, :at, :seen, :answer)
     ON CONFLICT (id) DO UPDATE SET kind = :kind, language = :language, text = :text, author = :author, at = :at,
       seen = :seen, answer = :answer`,
    { ...words, testimony },
  )
}

export function deleteWordsAbout(archive: WritableArchive, testimony: string, id: string): void {
  archive.run('DELETE FROM words_about WHERE id = ? AND testimony = ?', [id, testimony])
}

export type KeptSuggestion = Omit<Suggestion, 'state'>

export function listSuggestions(archive: ReadableArchive, testimony: string): KeptSuggestion[] {
  return archive.all(
    'SELECT id, passage, before, after, why, author, at FROM suggestions WHERE testimony = ? ORDER BY at, id',
    [testimony],
  )
}

export function putSuggestion(archive: WritableArchive, testimony: string, suggestion: KeptSuggestion): void {
  archive.run(
    `INSERT INTO suggestions (id, testimony, passage, before, after, why, author, at)
     VALUES (:id, :testimony, :passage, :before, :after, :why, :author, :at)
     ON CONFLICT (id) DO UPDATE SET before = :before, after = :after, why = :why`,
    { ...suggestion, testimony },
  )
}

export function deleteSuggestion(archive: WritableArchive, testimony: string, id: string): void {
  archive.run('DELETE FROM suggestions WHERE id = ? AND testimony = ?', [id, testimony])
}

/** Spoken answers; one about a passage that is gone now is about the whole story. */
export function readSpokenAnswers(archive: ReadableArchive, testimony: string): SpokenAnswer[] {
  return archive.all(
    `SELECT a.id, p.id AS passage, a.media, a.duration_ms AS durationMs, a.at FROM spoken_answers a
     LEFT JOIN passages p ON p.id = a.passage WHERE a.testimony = ? ORDER BY a.at, a.id`,
    [testimony],
  )
}

/** Headings go with their passage: to the one it was joined into, else to the next that is left, else to the one before. */
export function moveSections(archive: WritableArchive, testimony: string, moved: ReadonlyMap<string, string>): void {
  for (const [from, to] of moved)
    archive.run('UPDATE sections SET passage = ? WHERE passage = ? AND testimony = ?', [to, from, testimony])
}

/** Excerpts that have not left lose the passages that are gone. What has left stays as it was. */
export function dropFromExcerpts(archive: WritableArchive, testimony: string, gone: ReadonlySet<string>): void {
  const rows = archive.all<{ id: string; passages: string }>(
    `SELECT id, passages FROM excerpts e WHERE testimony = ?
     AND NOT EXISTS (SELECT 1 FROM disclosures d WHERE d.excerpt = e.id)`,
    [testimony],
  )
  for (const { id, passages } of rows) {
    const chosen = JSON.parse(passages) as string[]
    const left = chosen.filter((passage) => !gone.has(passage))
    if (left.length < chosen.length)
      archive.run('UPDATE excerpts SET passages = ? WHERE id = ?', [JSON.stringify(left), id])
  }
}

/** Whether any row of the story's tables has one of these ids already. */
export function isTaken(archive: ReadableArchive, ids: readonly string[]): boolean {
  return (
    archive.get(
      `SELECT 1 FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM passages WHERE id = j.value)
       OR EXISTS (SELECT 1 FROM turns WHERE id = j.value) OR EXISTS (SELECT 1 FROM ranges WHERE id = j.value)
       OR EXISTS (SELECT 1 FROM seals WHERE passage = j.value) LIMIT 1`,
      [JSON.stringify(ids)],
    ) !== undefined
  )
}

export function numberOf(archive: ReadableArchive, testimony: string): number {
  return archive.get<{ number: number }>('SELECT number FROM testimonies WHERE id = ?', [testimony])?.number ?? 0
}

/** Whether the story has such a passage now. */
export function holdsPassage(archive: ReadableArchive, testimony: string, passage: string): boolean {
  return (
    archive.get(
      `SELECT 1 FROM passages p JOIN testimonies t ON t.number = p.place / ${mostPassages} WHERE p.id = ? AND t.id = ?`,
      [passage, testimony],
    ) !== undefined
  )
}
