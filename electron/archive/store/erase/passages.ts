// One passage out of every table that can hold its words, its past, or what quotes it. What she answered about it stays in
// the ledger, which knows it by its id alone.
import type { SqlValue, WritableArchive } from '../archive-database.ts'
import { fold } from '../fold.ts'
import { deleteRenditions } from '../media-rows.ts'
import { forgetSteps } from '../mark-steps.ts'
import { forgetNotTheSameIn } from '../not-the-same.ts'
import { deleteSealedAnswersAbout } from '../sealed-answers.ts'
import { deleteSealedSound } from '../sealed-sound.ts'
import { mostPassages } from '../story-size.ts'
import type { Gone } from './gone.ts'
import { spokenOf } from './spoken.ts'

/** The passage and all that it was once one with. */
export const kinSql = `WITH RECURSIVE kin(id) AS (SELECT :passage UNION
  SELECT CASE WHEN l.passage = kin.id THEN l.other ELSE l.passage END
  FROM kin JOIN lineage l ON l.testimony = :testimony AND (l.passage = kin.id OR l.other = kin.id))`

interface Row {
  place: number
  turn: number
  text: string
  recording: string | null
  startMs: number | null
  endMs: number | null
}

/** Its words out of the index. NOTE: without secure-delete the index keeps them until its blocks are merged. */
export function unindex(archive: WritableArchive, place: number, text: string): void {
  archive.run("INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1)")
  archive.run("INSERT INTO passage_words (passage_words, rowid, text) VALUES ('delete', ?, ?)", [place, fold(text)])
}

const markTables = { label: 'labels', redaction: 'redactions', tie: 'ties' } as const

export function erasePassage(archive: WritableArchive, testimony: string, passage: string, gone: Gone): void {
  const asked: Record<string, SqlValue> = { testimony, passage }
  const row = archive.get<Row>(
    `SELECT p.place, p.turn_place AS turn, p.text, p.recording, p.start_ms AS startMs, p.end_ms AS endMs FROM passages p
     JOIN testimonies t ON t.number = p.place / ${mostPassages} WHERE p.id = :passage AND t.id = :testimony`,
    asked,
  )
  eraseMarksOn(archive, asked)
  const files = archive.all<{ media: string }>(
    `${kinSql} SELECT media FROM readings WHERE testimony = :testimony AND passage IN kin`,
    asked,
  )
  const spoken = spokenOf(archive, testimony, [passage])
  for (const { media } of [...files, ...spoken]) gone.media.add(media)
  for (const media of deleteRenditions(archive, testimony)) gone.media.add(media)
  archive.run(`${kinSql} DELETE FROM readings WHERE testimony = :testimony AND passage IN kin`, asked)
  for (const { id } of spoken) archive.run('DELETE FROM spoken_answers WHERE id = ?', [id])
  for (const { media } of [...files, ...spoken]) archive.run('DELETE FROM media WHERE name = ?', [media])
  archive.run(
    `${kinSql} DELETE FROM suggestions WHERE testimony = :testimony AND (passage = :passage OR (passage IN kin
       AND before <> coalesce((SELECT p.text FROM passages p WHERE p.id = suggestions.passage), '')))`,
    asked,
  )
  archive.run(`${kinSql} DELETE FROM past_passages WHERE testimony = :testimony AND passage IN kin`, asked)
  for (const file of deleteSealedAnswersAbout(archive, testimony, passage)) gone.media.add(file)
  archive.run('DELETE FROM seals WHERE passage = :passage AND testimony = :testimony', asked)
  for (const file of deleteSealedSound(archive, passage)) gone.media.add(file)
  archive.run('DELETE FROM looks WHERE passage = :passage AND testimony = :testimony', asked)
  // Titles and captions of a draft may say her words again, and what was put together from them too.
  archive.run(
    `DELETE FROM excerpts WHERE testimony = :testimony AND EXISTS (SELECT 1 FROM json_each(excerpts.passages) j WHERE j.value = :passage)`,
    asked,
  )
  archive.run('DELETE FROM compared')
  archive.run(
    `UPDATE disclosures SET title = '', folder_name = '' WHERE testimony = :testimony
     AND EXISTS (SELECT 1 FROM json_each(disclosures.details, '$.passages') j WHERE j.value = :passage)`,
    asked,
  )
  // Undo holds quotes of marks as they were.
  forgetSteps(archive, testimony)
  if (row === undefined) return
  forgetNotTheSameIn(archive, testimony, row.text)
  archive.run(
    `DELETE FROM machine_draft_passages WHERE passage = :passage OR (start_ms < :end AND end_ms > :start
       AND draft IN (SELECT id FROM machine_drafts WHERE recording = :recording))`,
    { passage, recording: row.recording, start: row.startMs, end: row.endMs },
  )
  moveHeadings(archive, asked, row.place)
  unindex(archive, row.place, row.text)
  archive.run('DELETE FROM passages WHERE place = ?', [row.place])
  archive.run(
    'DELETE FROM turns WHERE place = :turn AND NOT EXISTS (SELECT 1 FROM passages WHERE turn_place = :turn)',
    {
      turn: row.turn,
    },
  )
}

/** Marks that lie nowhere else go with it; a question about words that were once its own goes on without saying which. */
function eraseMarksOn(archive: WritableArchive, asked: Readonly<Record<string, SqlValue>>): void {
  for (const [column, table] of Object.entries(markTables)) {
    const marks = archive.all<{ id: string }>(
      `SELECT id FROM ${table} WHERE testimony = :testimony AND id IN (SELECT ${column} FROM ranges WHERE passage = :passage)`,
      asked,
    )
    archive.run(`DELETE FROM ranges WHERE passage = :passage AND ${column} IS NOT NULL`, asked)
    const silent = table === 'redactions' ? ' AND NOT EXISTS (SELECT 1 FROM sound_stretches WHERE redaction = :id)' : ''
    for (const { id } of marks)
      archive.run(
        `DELETE FROM ${table} WHERE id = :id AND NOT EXISTS (SELECT 1 FROM ranges WHERE ${column} = :id)${silent}`,
        { id },
      )
  }
  archive.run(`${kinSql} UPDATE ranges SET quote = '' WHERE unresolved = 1 AND passage IN kin`, asked)
}

/** A heading of hers stands before what comes next, where nothing else stands there; else it goes. */
function moveHeadings(archive: WritableArchive, asked: Readonly<Record<string, SqlValue>>, place: number): void {
  const next = archive.get<{ id: string }>(
    `SELECT id FROM passages WHERE place > :place AND place / ${mostPassages} = :place / ${mostPassages} ORDER BY place LIMIT 1`,
    { place },
  )
  if (next !== undefined)
    archive.run(
      `UPDATE sections SET passage = :next WHERE passage = :passage AND testimony = :testimony
       AND NOT EXISTS (SELECT 1 FROM sections s WHERE s.passage = :next)`,
      { ...asked, next: next.id },
    )
  archive.run('DELETE FROM sections WHERE passage = :passage AND testimony = :testimony', asked)
}
