// Revisions as rows: who worked on a story and when, and how passages and their order stood before they were changed.
import type { AuthorRole } from '../../../shared/domain/writing/beside.ts'
import type { Passage, Transcript, WordTime } from '../../../shared/domain/story.ts'
import { orderOf, type TurnOrder } from '../../../shared/domain/writing/writing.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { mostPassages } from './story-size.ts'

export interface Revision {
  readonly number: number
  readonly author: string
  readonly authorRole: AuthorRole
  readonly at: string
  readonly until: string
  readonly name: string
  readonly reliedOn: boolean
}

// A sign-off names no revision: it is of the one that stood then.
const rows = `SELECT r.number, r.author, r.author_role AS authorRole, r.at, CASE r.until WHEN '' THEN r.at ELSE r.until END AS until, r.name,
  EXISTS (SELECT 1 FROM disclosures d WHERE d.testimony = r.testimony AND d.revision = r.number)
  OR EXISTS (SELECT 1 FROM ledger g WHERE g.testimony = r.testimony AND g.kind = 'reviewed' AND json_extract(g.body, '$.revision') = r.number)
  OR EXISTS (SELECT 1 FROM ledger g WHERE g.testimony = r.testimony AND g.kind = 'signOff' AND g.at >= r.at
    AND g.at < coalesce((SELECT min(n.at) FROM revisions n WHERE n.testimony = r.testimony AND n.number > r.number), '~')) AS reliedOn
  FROM revisions r WHERE r.testimony = ?`

type Row = Omit<Revision, 'reliedOn'> & { reliedOn: 0 | 1 }
const revisionOf = ({ reliedOn, ...row }: Row): Revision => ({ ...row, reliedOn: reliedOn === 1 })

/** The newest first. */
export function listRevisions(archive: ReadableArchive, testimony: string): Revision[] {
  return archive.all<Row>(`${rows} ORDER BY r.number DESC`, [testimony]).map(revisionOf)
}

/** The one that stands. Throws Failure notFound. */
export function lastRevision(archive: ReadableArchive, testimony: string): Revision {
  const row = archive.get<Row>(`${rows} ORDER BY r.number DESC LIMIT 1`, [testimony])
  if (row === undefined) throw new Failure('notFound')
  return revisionOf(row)
}

export function insertRevision(
  archive: WritableArchive,
  testimony: string,
  revision: Omit<Revision, 'reliedOn'>,
): void {
  archive.run(
    'INSERT INTO revisions (testimony, number, author, author_role, at, until, name) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [testimony, revision.number, revision.author, revision.authorRole, revision.at, revision.until, revision.name],
  )
}

export function prolongRevision(archive: WritableArchive, testimony: string, number: number, until: string): void {
  archive.run('UPDATE revisions SET until = ? WHERE testimony = ? AND number = ?', [until, testimony, number])
}

export function nameRevision(archive: WritableArchive, testimony: string, number: number, name: string): void {
  archive.run('UPDATE revisions SET name = ? WHERE testimony = ? AND number = ?', [name, testimony, number])
}

/** She has reviewed it, or has written in it herself: its words are hers to change. */
export function isHerVersion(archive: ReadableArchive, testimony: string): boolean {
  return (
    archive.get(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM ledger WHERE testimony = :testimony AND kind = 'reviewed')
         OR EXISTS (SELECT 1 FROM revisions WHERE testimony = :testimony AND author_role = 'narrator')`,
      { testimony },
    ) !== undefined
  )
}

function livingNumbers(archive: ReadableArchive, testimony: string): number[] {
  return archive
    .all<{ number: number }>('SELECT number FROM revisions WHERE testimony = ? ORDER BY number', [testimony])
    .map(({ number }) => number)
}

interface PastOrder {
  until: number
  turns: string
}

function pastOrders(archive: ReadableArchive, testimony: string): PastOrder[] {
  return archive.all<PastOrder>('SELECT until, turns FROM past_orders WHERE testimony = ? ORDER BY until', [testimony])
}

interface PastPassage {
  passage: string
  until: number
  language: string
  direction: 'ltr' | 'rtl'
  recording: string | null
  start_ms: number | null
  end_ms: number | null
  word_times: string
  text: string
}

function passageOf(row: PastPassage, turn: string): Passage {
  return {
    id: row.passage,
    turn,
    text: row.text,
    language: row.language,
    direction: row.direction,
    recording: row.recording,
    startMs: row.start_ms,
    endMs: row.end_ms,
    wordTimes: JSON.parse(row.word_times) as WordTime[],
  }
}

/**
 * Before a change in revision `current` (the last one) is written: how what it changes stood until then, as far as an
 * earlier revision needs it. Passages that are as in `after` are left out by the caller.
 */
export function keepPast(
  archive: WritableArchive,
  testimony: string,
  current: number,
  before: Transcript,
  changed: readonly Passage[],
  orderChanges: boolean,
): void {
  // NOTE: revisions that she has had forgotten need nothing, and must not come back as the past of what follows.
  const needing = livingNumbers(archive, testimony)
    .filter((number) => number < current)
    .at(-1)
  if (needing === undefined) return
  const order = archive.get<{ turns: string }>(
    'SELECT turns FROM past_orders WHERE testimony = ? AND until >= ? ORDER BY until LIMIT 1',
    [testimony, needing],
  )
  const stood =
    order === undefined ? null : new Set((JSON.parse(order.turns) as TurnOrder[]).flatMap(({ passages }) => passages))
  const keep = archive.repeat(
    'INSERT OR IGNORE INTO past_passages (testimony, passage, until, language, direction, recording, start_ms, end_ms, word_times, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const passage of changed) {
    if (stood !== null && !stood.has(passage.id)) continue
    const kept = archive.get('SELECT 1 FROM past_passages WHERE testimony = ? AND passage = ? AND until >= ?', [
      testimony,
      passage.id,
      needing,
    ])
    if (kept !== undefined) continue
    keep([
      testimony,
      passage.id,
      needing,
      passage.language,
      passage.direction,
      passage.recording,
      passage.startMs,
      passage.endMs,
      JSON.stringify(passage.wordTimes),
      passage.text,
    ])
  }
  if (!orderChanges || order !== undefined) return
  archive.run('INSERT INTO past_orders (testimony, until, turns) VALUES (?, ?, ?)', [
    testimony,
    needing,
    JSON.stringify(orderOf(before)),
  ])
}

/** The transcript as it stood at the end of a revision; `now` is as it stands. Throws Failure notFound. */
export function transcriptAt(
  archive: ReadableArchive,
  testimony: string,
  revision: number,
  now: Transcript,
): Transcript {
  if (!livingNumbers(archive, testimony).includes(revision)) throw new Failure('notFound')
  const order = archive.get<{ turns: string }>(
    'SELECT turns FROM past_orders WHERE testimony = ? AND until >= ? ORDER BY until LIMIT 1',
    [testimony, revision],
  )
  const turns = order === undefined ? orderOf(now) : (JSON.parse(order.turns) as TurnOrder[])
  const past = new Map(
    archive
      .all<PastPassage>(
        `SELECT p.passage, p.until, p.language, p.direction, p.recording, p.start_ms, p.end_ms, p.word_times, p.text FROM past_passages p
         WHERE p.testimony = :testimony AND p.until = (SELECT min(q.until) FROM past_passages q
           WHERE q.testimony = :testimony AND q.passage = p.passage AND q.until >= :revision)`,
        { testimony, revision },
      )
      .map((row) => [row.passage, row]),
  )
  const current = new Map(now.passages.map((passage) => [passage.id, passage]))
  return {
    speakers: now.speakers,
    turns: turns.map(({ id, speaker }) => ({ id, speaker })),
    passages: turns.flatMap(({ id: turn, passages }) =>
      passages.flatMap((id) => {
        const row = past.get(id)
        if (row !== undefined) return [passageOf(row, turn)]
        const passage = current.get(id)
        // What was sealed with another passage's past left no words here.
        return passage === undefined ? [] : [{ ...passage, turn }]
      }),
    ),
  }
}

/** Ids of the passages that a story had at the end of a revision. */
export function passagesAt(archive: ReadableArchive, testimony: string, revision: number): Set<string> {
  const order = pastOrders(archive, testimony).find(({ until }) => until >= revision)
  if (order !== undefined)
    return new Set((JSON.parse(order.turns) as TurnOrder[]).flatMap(({ passages }) => [...passages]))
  const rows = archive.all<{ id: string }>(
    `SELECT p.id FROM testimonies t JOIN passages p ON p.place >= t.number * ${mostPassages} AND p.place < (t.number + 1) * ${mostPassages}
     WHERE t.id = ?`,
    [testimony],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The last order in which a passage stood that is there no more; empty where none is known. */
export function orderBefore(archive: ReadableArchive, testimony: string, gone: string): { readonly id: string }[] {
  const order = pastOrders(archive, testimony)
    .map(({ turns }) => (JSON.parse(turns) as TurnOrder[]).flatMap(({ passages }) => [...passages]))
    .findLast((passages) => passages.includes(gone))
  return (order ?? []).map((id) => ({ id }))
}

/** Takes a revision away with all that no other one needs. Its words may still stand in those around it. */
export function forgetRevision(archive: WritableArchive, testimony: string, number: number): void {
  archive.run('DELETE FROM revisions WHERE testimony = ? AND number = ?', [testimony, number])
  dropUnneededPast(archive, testimony)
}

/** Drops what no revision needs that there still is. */
export function dropUnneededPast(archive: WritableArchive, testimony: string): void {
  const orders = pastOrders(archive, testimony)
  const rowsOf = Map.groupBy(
    archive.all<{ passage: string; until: number }>(
      'SELECT passage, until FROM past_passages WHERE testimony = ? ORDER BY passage, until',
      [testimony],
    ),
    ({ passage }) => passage,
  )
  const neededOrders = new Set<number>()
  const needed = new Set<string>()
  const passagesIn = new Map<number, readonly string[]>()
  for (const living of livingNumbers(archive, testimony)) {
    const order = orders.find(({ until }) => until >= living)
    if (order !== undefined) neededOrders.add(order.until)
    const key = order?.until ?? 0
    const passages =
      passagesIn.get(key) ??
      (order === undefined
        ? [...rowsOf.keys()]
        : (JSON.parse(order.turns) as TurnOrder[]).flatMap((turn) => [...turn.passages]))
    passagesIn.set(key, passages)
    for (const passage of passages) {
      const row = rowsOf.get(passage)?.find(({ until }) => until >= living)
      if (row !== undefined) needed.add(`${passage} ${row.until}`)
    }
  }
  for (const { until } of orders)
    if (!neededOrders.has(until))
      archive.run('DELETE FROM past_orders WHERE testimony = ? AND until = ?', [testimony, until])
  for (const { passage, until } of [...rowsOf.values()].flat())
    if (!needed.has(`${passage} ${until}`))
      archive.run('DELETE FROM past_passages WHERE testimony = ? AND passage = ? AND until = ?', [
        testimony,
        passage,
        until,
      ])
}
