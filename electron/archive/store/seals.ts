// Sealed passages: their words, and all that quotes them, leave the archive's tables for a box that only she can open.
// NOTE: a passage that was split or joined left its words in the past of others; their past goes into the box too.
import { Failure } from '../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../actor.ts'
import { openSealed, sealTo, type NarratorKey } from '../vault/narrator-key.ts'
import { secretText } from '../vault/secret-bytes.ts'
import type { ReadableArchive, SqlValue, WritableArchive } from './archive-database.ts'
import { fold } from './fold.ts'
import { forgetSteps } from './mark-steps.ts'
import { forgetNotTheSameIn } from './not-the-same.ts'
import { dropUnneededPast } from './revisions.ts'
import { mostPassages } from './stories.ts'

type Row = Record<string, string | number | null>

const columns = {
  labels: 'id testimony words language meaning asserted_by stance colour author position',
  redactions: 'id testimony thing reach way replacement why author position',
  ties: 'id testimony kind reason author position',
  ranges: 'id label redaction tie passage start_at end_at quote start_ms end_ms unresolved position',
  past_passages: 'testimony passage until language direction recording start_ms end_ms word_times text',
  suggestions: 'id testimony passage before after why author at',
} as const
type Table = keyof typeof columns
const markTables = ['labels', 'redactions', 'ties'] as const

interface Box {
  readonly version: 1
  readonly testimony: string
  readonly passage: string
  readonly text: string
  readonly words: number
  readonly wordTimes: string
  readonly rows: Readonly<Record<Table, readonly Row[]>>
}

interface PassageRow {
  place: number
  text: string
  words: number
  word_times: string
}

const list = (table: Table) => columns[table].split(' ').join(', ')

function passageRow(archive: ReadableArchive, testimony: string, passage: string): PassageRow {
  const row = archive.get<PassageRow>(
    `SELECT p.place, p.text, p.words, p.word_times FROM passages p JOIN testimonies t ON t.number = p.place / ${mostPassages}
     WHERE p.id = ? AND t.id = ?`,
    [passage, testimony],
  )
  if (row === undefined) throw new Failure('notFound')
  return row
}

/** The passage and all that it was once one with. */
const kin = `WITH RECURSIVE kin(id) AS (SELECT :passage UNION
  SELECT CASE WHEN l.passage = kin.id THEN l.other ELSE l.passage END
  FROM kin JOIN lineage l ON l.testimony = :testimony AND (l.passage = kin.id OR l.other = kin.id))`

/** Whatever holds words of the passage. A suggestion to one of its kin does where it is about words that stand there no longer. */
const holding: Readonly<Record<Table, string>> = {
  labels: 'id IN (SELECT label FROM ranges WHERE passage = :passage) AND testimony = :testimony',
  redactions: 'id IN (SELECT redaction FROM ranges WHERE passage = :passage) AND testimony = :testimony',
  ties: 'id IN (SELECT tie FROM ranges WHERE passage = :passage) AND testimony = :testimony',
  ranges: 'passage = :passage OR (unresolved = 1 AND passage IN (SELECT id FROM kin))',
  past_passages: 'testimony = :testimony AND passage IN (SELECT id FROM kin)',
  suggestions: `testimony = :testimony AND (passage = :passage OR (passage IN (SELECT id FROM kin)
    AND before <> coalesce((SELECT p.text FROM passages p WHERE p.id = suggestions.passage), '')))`,
}

function rowsHolding(archive: ReadableArchive, table: Table, asked: { testimony: string; passage: string }): Row[] {
  return archive.all<Row>(`${kin} SELECT ${list(table)} FROM ${table} WHERE ${holding[table]}`, asked)
}

function index(archive: WritableArchive, place: number, before: string, after: string): void {
  // NOTE: without this the index keeps the words of what was taken out of it until its blocks are merged.
  archive.run("INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1)")
  archive.run("INSERT INTO passage_words (passage_words, rowid, text) VALUES ('delete', ?, ?)", [place, fold(before)])
  archive.run('INSERT INTO passage_words (rowid, text) VALUES (?, ?)', [place, fold(after)])
}

/** So that a box's length does not tell how long a passage is. */
const paddedTo = 1024

function padded(json: string): Buffer {
  const length = Buffer.byteLength(json)
  return secretText(json + ' '.repeat((paddedTo - (length % paddedTo)) % paddedTo))
}

/** Seals one passage to `key`; does nothing where it is sealed already. Throws Failure notFound. */
export function sealPassage(
  archive: WritableArchive,
  testimony: string,
  passage: string,
  key: NarratorKey,
  seal: { readonly id: string; readonly at: string },
): void {
  const row = passageRow(archive, testimony, passage)
  if (archive.get('SELECT 1 FROM seals WHERE passage = ?', [passage]) !== undefined) return
  const asked = { testimony, passage }
  const rows = Object.fromEntries(
    Object.keys(columns).map((table) => [table, rowsHolding(archive, table as Table, asked)]),
  ) as Record<Table, Row[]>
  const box: Box = {
    version: 1,
    testimony,
    passage,
    text: row.text,
    words: row.words,
    wordTimes: row.word_times,
    rows,
  }
  const sealed = sealTo(key.sealingPublic, padded(JSON.stringify(box)))
  for (const { id, passage: where } of rows.ranges) {
    if (where === passage) archive.run('DELETE FROM ranges WHERE id = ?', [id ?? null])
    // A place that nobody found again goes on holding back what it hides, without saying what.
    else archive.run("UPDATE ranges SET quote = '' WHERE id = ?", [id ?? null])
  }
  for (const table of markTables) {
    const column = table.slice(0, -1)
    for (const { id } of rows[table]) {
      // Sound that is taken out by itself stays so, whatever is sealed.
      const silent =
        table === 'redactions' ? ' AND NOT EXISTS (SELECT 1 FROM sound_stretches WHERE redaction = :id)' : ''
      archive.run(
        `DELETE FROM ${table} WHERE id = :id AND NOT EXISTS (SELECT 1 FROM ranges WHERE ${column} = :id)${silent}`,
        { id: id ?? null },
      )
    }
  }
  for (const { passage: of, until } of rows.past_passages) {
    archive.run('DELETE FROM past_passages WHERE testimony = ? AND passage = ? AND until = ?', [
      testimony,
      of ?? null,
      until ?? null,
    ])
  }
  // What was read aloud before it was parted or joined says its words too.
  archive.run(`${kin} DELETE FROM readings WHERE testimony = :testimony AND passage IN (SELECT id FROM kin)`, asked)
  for (const { id } of rows.suggestions) archive.run('DELETE FROM suggestions WHERE id = ?', [id ?? null])
  // Undo holds quotes of marks as they were, and what it would put back no longer fits.
  forgetSteps(archive, testimony)
  forgetNotTheSameIn(archive, testimony, row.text)
  index(archive, row.place, row.text, '')
  archive.run("UPDATE passages SET text = '', words = 0, word_times = '[]' WHERE place = ?", [row.place])
  archive.run('INSERT INTO seals (id, testimony, passage, key, box, at) VALUES (?, ?, ?, ?, ?, ?)', [
    seal.id,
    testimony,
    passage,
    key.id,
    sealed,
    seal.at,
  ])
}

/** Throws Failure notFound where it is not sealed, sealed where it was to a key that is gone, pageDamaged. */
function opened(archive: ReadableArchive, testimony: string, passage: string, key: OpenNarratorKey): Box {
  const row = archive.get<{ key: string; box: Buffer }>(
    'SELECT key, box FROM seals WHERE testimony = ? AND passage = ?',
    [testimony, passage],
  )
  if (row === undefined) throw new Failure('notFound')
  if (row.key !== key.id) throw new Failure('sealed')
  const plain = openSealed(key, row.box)
  if (plain === null) throw new Failure('pageDamaged')
  try {
    const box = JSON.parse(plain.toString('utf8')) as Box
    if (box.testimony !== testimony || box.passage !== passage) throw new Failure('pageDamaged')
    return box
  } finally {
    plain.fill(0)
  }
}

/** The words of a sealed passage. Throws as `unsealPassage`. */
export function readSealed(archive: ReadableArchive, testimony: string, passage: string, key: OpenNarratorKey): string {
  return opened(archive, testimony, passage, key).text
}

function put(archive: WritableArchive, how: 'REPLACE' | 'IGNORE', table: Table, row: Row): void {
  const names = columns[table].split(' ')
  const values: SqlValue[] = names.map((name) => row[name] ?? null)
  archive.run(
    `INSERT OR ${how} INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    values,
  )
}

/**
 * Puts everything back where it was; a mark that was removed meanwhile is there again. Throws Failure notFound where it is
 * not sealed, sealed where that was to a key that is gone, pageDamaged.
 */
export function unsealPassage(
  archive: WritableArchive,
  testimony: string,
  passage: string,
  key: OpenNarratorKey,
): void {
  const box = opened(archive, testimony, passage, key)
  const { place, text } = passageRow(archive, testimony, passage)
  archive.run('UPDATE passages SET text = ?, words = ?, word_times = ? WHERE place = ?', [
    box.text,
    box.words,
    box.wordTimes,
    place,
  ])
  index(archive, place, text, box.text)
  for (const table of markTables) for (const row of box.rows[table]) put(archive, 'IGNORE', table, row)
  for (const table of ['past_passages', 'suggestions'] as const)
    for (const row of box.rows[table]) put(archive, 'REPLACE', table, row)
  for (const row of box.rows.ranges) {
    if (row['passage'] === passage) put(archive, 'REPLACE', 'ranges', row)
    // NOTE: one that lies elsewhere has lived on: answered, moved or gone, it gets back its words alone, if it still asks.
    else
      archive.run("UPDATE ranges SET quote = ? WHERE id = ? AND unresolved = 1 AND quote = ''", [
        row['quote'] ?? '',
        row['id'] ?? null,
      ])
  }
  // What she has had forgotten meanwhile was in the box, and stays forgotten.
  dropUnneededPast(archive, testimony)
  forgetSteps(archive, testimony)
  archive.run('DELETE FROM seals WHERE passage = ?', [passage])
}

/** The key that it is sealed to; null where it is not sealed. */
export function keyOfSeal(archive: ReadableArchive, testimony: string, passage: string): string | null {
  const sql = 'SELECT key FROM seals WHERE testimony = ? AND passage = ?'
  return archive.get<{ key: string }>(sql, [testimony, passage])?.key ?? null
}

export function isSealed(archive: ReadableArchive, testimony: string, passage: string): boolean {
  return keyOfSeal(archive, testimony, passage) !== null
}

/** Every passage that is sealed to a key. */
export function sealedTo(archive: ReadableArchive, key: string): { testimony: string; passage: string }[] {
  return archive.all('SELECT testimony, passage FROM seals WHERE key = ? ORDER BY testimony, passage', [key])
}
