// A whole story out of every table. Its entries leave the ledger; their places and hashes stay, so that the others can be
// checked. What left of it stays in the register without its title, and without what was noted about calling it back.
import type { WritableArchive } from '../archive-database.ts'
import { mostPassages } from '../story-size.ts'
import type { Gone } from './gone.ts'
import { unindex } from './passages.ts'

/**
 * Everything that belongs to a story by its id, in an order that nothing refers to what is gone. NOTE: a test asks the
 * schema for every table with such a column, so that a new one cannot be forgotten.
 */
export const tablesOfStories = [
  'labels',
  'redactions',
  'ties',
  'not_the_same',
  'mark_steps',
  'seals',
  'sections',
  'suggestions',
  'words_about',
  'looks',
  'excerpts',
  'past_passages',
  'past_orders',
  'lineage',
  'machine_drafts',
  'machine_listened',
  'readings',
  'spoken_answers',
  'evidence_files',
  'renditions',
  'off_record',
  'sealed_answers',
  'sealed_sound',
  'sealed_stretches',
  'takes',
] as const

/** And when its passages are gone. */
export const tablesAfterPassages = ['speakers', 'recordings', 'revisions'] as const

/** With a story's id, and going in ways of their own. */
export const tablesApart = ['ledger', 'disclosures'] as const

export function eraseStory(archive: WritableArchive, testimony: string, gone: Gone): void {
  const story = archive.get<{ number: number }>('SELECT number FROM testimonies WHERE id = ?', [testimony])
  if (story === undefined) return
  const from = story.number * mostPassages
  const range = { from, until: from + mostPassages }
  const media = archive
    .all<{ media: string }>(
      `SELECT media FROM recordings WHERE testimony = :testimony UNION SELECT media FROM readings WHERE testimony = :testimony
       UNION SELECT media FROM spoken_answers WHERE testimony = :testimony
       UNION SELECT media FROM evidence_files WHERE testimony = :testimony
       UNION SELECT media FROM renditions WHERE testimony = :testimony
       UNION SELECT c.media FROM rendition_copies c JOIN renditions r ON r.id = c.rendition WHERE r.testimony = :testimony`,
      { testimony },
    )
    .map((row) => row.media)
  for (const name of media) gone.media.add(name)
  for (const { file } of archive.all<{ file: string }>('SELECT file FROM off_record WHERE testimony = ?', [testimony]))
    gone.media.add(file)
  for (const { file } of archive.all<{ file: string }>(
    `SELECT file FROM sealed_sound WHERE testimony = :testimony
     UNION SELECT file FROM sealed_answers WHERE testimony = :testimony`,
    { testimony },
  ))
    gone.media.add(file)
  for (const { file } of archive.all<{ file: string }>('SELECT file FROM takes WHERE testimony = ?', [testimony]))
    gone.takes.add(file)
  archive.run('DELETE FROM compared')
  const named = archive.all<{ id: string }>(
    "SELECT DISTINCT j.value AS id FROM ledger l, json_each(l.body, '$.conditions.recipients') j WHERE l.testimony = ?",
    [testimony],
  )
  for (const table of tablesOfStories) archive.run(`DELETE FROM ${table} WHERE testimony = ?`, [testimony])
  const passages = archive.all<{ place: number; text: string }>(
    'SELECT place, text FROM passages WHERE place >= :from AND place < :until',
    range,
  )
  for (const { place, text } of passages) unindex(archive, place, text)
  archive.run('DELETE FROM passages WHERE place >= :from AND place < :until', range)
  archive.run('DELETE FROM turns WHERE place >= :from AND place < :until', range)
  for (const table of tablesAfterPassages) archive.run(`DELETE FROM ${table} WHERE testimony = ?`, [testimony])
  eraseEntries(archive, testimony)
  forgetPeople(
    archive,
    named.map(({ id }) => id),
  )
  archive.run("UPDATE disclosures SET title = '', folder_name = '' WHERE testimony = ?", [testimony])
  eraseRecallNotes(archive, testimony)
  archive.run('DELETE FROM testimonies WHERE id = ?', [testimony])
  for (const name of media) archive.run('DELETE FROM media WHERE name = ?', [name])
}

function eraseEntries(archive: WritableArchive, testimony: string): void {
  archive.run('DELETE FROM ledger_signatures WHERE entry IN (SELECT id FROM ledger WHERE testimony = ?)', [testimony])
  archive.run(
    'INSERT INTO erased_entries (sequence, previous, hash) SELECT sequence, previous, hash FROM ledger WHERE testimony = ?',
    [testimony],
  )
  archive.run('DELETE FROM ledger WHERE testimony = ?', [testimony])
}

/** What archivists noted while they called it back, or let that be; that they did stays. */
function eraseRecallNotes(archive: WritableArchive, testimony: string): void {
  archive.run(
    `UPDATE recall_steps SET note = '' WHERE note <> '' AND recall IN
       (SELECT r.id FROM recalls r JOIN disclosures d ON d.id = r.disclosure WHERE d.testimony = ?)`,
    [testimony],
  )
  archive.run(
    `UPDATE recall_lifts SET note = '' WHERE note <> '' AND EXISTS (SELECT 1 FROM disclosures d WHERE d.testimony = ?
       AND (d.id = what OR d.excerpt = (SELECT json_extract(l.file, '$.reference') FROM recall_list l WHERE l.id = what)))`,
    [testimony],
  )
}

/** People whom she named in an answer and nobody else, and who never got anything. */
function forgetPeople(archive: WritableArchive, ids: readonly string[]): void {
  for (const id of ids)
    archive.run(
      `DELETE FROM recipients WHERE id = :id AND NOT EXISTS (SELECT 1 FROM excerpts WHERE recipient = :id)
       AND NOT EXISTS (SELECT 1 FROM disclosures WHERE recipient = :id)
       AND NOT EXISTS (SELECT 1 FROM ledger l, json_each(l.body, '$.conditions.recipients') j WHERE j.value = :id)`,
      { id },
    )
}
