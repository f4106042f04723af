// The shelf: testimonies as cards, filtered by what is in them.
import type { ReadableArchive } from './archive-database.ts'
import { endedAtSql, endedBecauseSql, endsAtSql, reviewDueSql, waitsForSql } from './asked-again.ts'
import { mostPassages } from './stories.ts'

export interface ShelfQuery {
  /** Whose testimonies alone; null for everybody's. */
  readonly narrator: string | null
  /** Full-text query made by `foldQuery`; null for any. */
  readonly match: string | null
  /** Words as typed, sought in titles and names as well; empty for any. */
  readonly words: string
  readonly language: string
  readonly label: string
  readonly state: 'all' | 'waitingForHer' | 'consentEndsSoon' | 'reviewDue' | 'withSound'
  readonly order: 'title' | 'newest'
  readonly from: number
  readonly count: number
  /** ISO 8601 UTC; "soon" is between these two. */
  readonly now: string
  readonly soon: string
}

export interface ShelfRow {
  readonly id: string
  readonly title: string
  readonly titleBy: 'narrator' | 'archivist'
  readonly narratorName: string
  readonly language: string
  readonly passages: number
  readonly words: number
  readonly durationMs: number
  readonly waitingForHer: 0 | 1
  readonly consentEndsAt: string | null
  readonly endedBecause: 'expired' | 'usedUp' | 'eventCame' | null
  readonly endedAt: string | null
  readonly reviewDueAt: string | null
  readonly waitsFor: string | null
  readonly createdAt: string
}

const waiting = `(NOT EXISTS (SELECT 1 FROM ledger g WHERE g.testimony = t.id)
  OR EXISTS (SELECT 1 FROM labels l WHERE l.testimony = t.id AND l.stance = 'none' AND l.asserted_by <> 'narrator'))`
/** Hers, or one that she has taken a stance on which lets it be seen. */
const shownLabel = "(l.stance NOT IN ('notMine', 'doNotShow') AND (l.stance <> 'none' OR l.asserted_by = 'narrator'))"
function conditions(query: ShelfQuery): { sql: string; parameters: Record<string, string | number | null> } {
  const parts: string[] = []
  const parameters: Record<string, string | number | null> = { now: query.now }
  if (query.narrator !== null) {
    parts.push('t.narrator = :narrator')
    parameters['narrator'] = query.narrator
  }
  if (query.words !== '') {
    // NOTE: a match is never joined; EXISTS on the row numbers of one testimony keeps it a range scan of the index.
    const inPassages =
      query.match === null
        ? '0'
        : `t.number IN (SELECT rowid / ${mostPassages} FROM passage_words WHERE passage_words MATCH :match)`
    parts.push(`(${inPassages} OR instr(lower(t.title), lower(:words)) > 0 OR instr(lower(n.name), lower(:words)) > 0)`)
    parameters['words'] = query.words
    if (query.match !== null) parameters['match'] = query.match
  }
  if (query.language !== '') {
    parts.push('t.language = :language')
    parameters['language'] = query.language
  }
  if (query.label !== '') {
    parts.push(`EXISTS (SELECT 1 FROM labels l WHERE l.testimony = t.id AND l.words = :label AND ${shownLabel})`)
    parameters['label'] = query.label
  }
  if (query.state === 'waitingForHer') parts.push(waiting)
  if (query.state === 'withSound') parts.push('EXISTS (SELECT 1 FROM recordings r WHERE r.testimony = t.id)')
  if (query.state === 'consentEndsSoon') {
    parts.push(`${endsAtSql} <= :soon`)
    parameters['soon'] = query.soon
  }
  if (query.state === 'reviewDue') parts.push(`(${reviewDueSql} IS NOT NULL OR ${endedBecauseSql} IS NOT NULL)`)
  return { sql: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, parameters }
}

export function listShelf(archive: ReadableArchive, query: ShelfQuery): { total: number; cards: ShelfRow[] } {
  const { sql, parameters } = conditions(query)
  const { now, ...counted } = parameters
  const total = archive.get<{ total: number }>(
    `SELECT count(*) AS total FROM testimonies t JOIN narrators n ON n.id = t.narrator ${sql}`,
    sql.includes(':now') ? parameters : counted,
  )
  // Whoever types a title means that story, before all in which the words occur.
  const titled = query.words === '' ? '' : 'instr(lower(t.title), lower(:words)) > 0 DESC, '
  const order = titled + (query.order === 'title' ? 't.title COLLATE NOCASE, t.number' : 't.number DESC')
  const cards = archive.all<ShelfRow>(
    `SELECT t.id, t.title, t.title_by AS titleBy, n.name AS narratorName, t.language,
       (SELECT count(*) FROM passages p WHERE p.place >= t.number * ${mostPassages} AND p.place < (t.number + 1) * ${mostPassages}) AS passages,
       (SELECT coalesce(sum(p.words), 0) FROM passages p WHERE p.place >= t.number * ${mostPassages} AND p.place < (t.number + 1) * ${mostPassages}) AS words,
       (SELECT coalesce(sum(r.duration_ms), 0.0) FROM recordings r WHERE r.testimony = t.id) AS durationMs,
       ${waiting} AS waitingForHer, ${endsAtSql} AS consentEndsAt,
       ${endedBecauseSql} AS endedBecause, ${endedAtSql} AS endedAt,
       ${reviewDueSql} AS reviewDueAt, ${waitsForSql} AS waitsFor, t.created_at AS createdAt
     FROM testimonies t JOIN narrators n ON n.id = t.narrator ${sql} ORDER BY ${order} LIMIT :count OFFSET :from`,
    { ...parameters, now: now ?? query.now, count: query.count, from: query.from },
  )
  return { total: total?.total ?? 0, cards }
}

/** Words of the labels on these testimonies, each once. */
export function labelsOf(archive: ReadableArchive, testimony: string): string[] {
  return archive
    .all<{ words: string }>(
      `SELECT DISTINCT words FROM labels l WHERE testimony = ? AND ${shownLabel} ORDER BY position`,
      [testimony],
    )
    .map(({ words }) => words)
}

/** What can be chosen from, of everybody's testimonies or (where `narrator` is not null) of hers alone. */
export function shelfChoices(
  archive: ReadableArchive,
  narrator: string | null,
): { languages: string[]; labels: string[]; all: number } {
  const hers = narrator === null ? '' : 'WHERE narrator = ?'
  const ofHers = narrator === null ? '' : 'AND l.testimony IN (SELECT id FROM testimonies WHERE narrator = ?)'
  const whose = narrator === null ? [] : [narrator]
  return {
    languages: archive
      .all<{ language: string }>(`SELECT DISTINCT language FROM testimonies ${hers} ORDER BY language`, whose)
      .map(({ language }) => language),
    labels: archive
      .all<{ words: string }>(`SELECT DISTINCT words FROM labels l WHERE ${shownLabel} ${ofHers} ORDER BY words`, whose)
      .map(({ words }) => words),
    all: archive.get<{ all: number }>(`SELECT count(*) AS "all" FROM testimonies ${hers}`, whose)?.all ?? 0,
  }
}
