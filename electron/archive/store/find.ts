// Finding words in every passage: ranked row numbers first, the wide rows after.
import type { SpeakerRole } from '../../../shared/domain/story.ts'
import type { ReadableArchive } from './archive-database.ts'
import { mostPassages } from './stories.ts'

export interface FindQuery {
  /** Full-text query made by `foldQuery`. */
  readonly match: string
  /** Whose passages alone; null for everybody's. */
  readonly narrator: string | null
  readonly language: string
  readonly role: 'anyone' | 'narrator' | 'others'
  readonly count: number
}

export interface FoundPassage {
  readonly testimony: string
  readonly title: string
  readonly narratorName: string
  readonly passage: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly role: SpeakerRole
  readonly text: string
}

/** Counting and ranking stop here: nobody reads further, and a common word stays quick. */
export const mostFound = 1_000

const rowsSql = `SELECT t.id AS testimony, t.title, n.name AS narratorName, p.id AS passage, p.language, p.direction, p.role, p.text
  FROM json_each(?) found CROSS JOIN passages p ON p.place = found.value
  JOIN testimonies t ON t.number = p.place / ${mostPassages} JOIN narrators n ON n.id = t.narrator ORDER BY found.key`

function filter(query: FindQuery): string {
  const parts = ['passage_words MATCH :match']
  const narrow: string[] = []
  if (query.language !== '') narrow.push('p.language = :language')
  if (query.role === 'narrator') narrow.push("p.role = 'narrator'")
  if (query.role === 'others') narrow.push("p.role <> 'narrator'")
  if (narrow.length > 0)
    parts.push(`EXISTS (SELECT 1 FROM passages p WHERE p.place = passage_words.rowid AND ${narrow.join(' AND ')})`)
  return parts.join(' AND ')
}

/**
 * Passages that hold the words, and how many there are (at most `mostFound`): best first; where there are more than
 * that, in the order of the shelf, because ranking every passage with a common word helps nobody.
 */
export function findPassages(archive: ReadableArchive, query: FindQuery): { hits: FoundPassage[]; total: number } {
  if (query.narrator !== null) return findHers(archive, query, query.narrator)
  const where = filter(query)
  const parameters = parametersOf(query)
  const total =
    archive.get<{ total: number }>(
      `SELECT count(*) AS total FROM (SELECT rowid FROM passage_words WHERE ${where} LIMIT ${mostFound})`,
      parameters,
    )?.total ?? 0
  const few = total < mostFound
  const places = archive.all<{ rowid: number }>(
    few
      ? `SELECT rowid FROM passage_words WHERE ${where} ORDER BY bm25(passage_words) LIMIT :count`
      : `SELECT rowid FROM passage_words WHERE ${where} LIMIT :count`,
    { ...parameters, count: query.count },
  )
  return { hits: passagesAt(archive, places), total }
}

/**
 * The same in the testimonies of one narrator, each a stretch of the index, in the order of the telling: a rank would
 * say how common a word is in what others told.
 */
function findHers(archive: ReadableArchive, query: FindQuery, narrator: string) {
  // NOTE: CROSS JOIN keeps the order: each testimony of hers seeks its own stretch, and no other row is looked at.
  const from = `FROM testimonies t CROSS JOIN passage_words ON passage_words.rowid >= t.number * ${mostPassages}
    AND passage_words.rowid < (t.number + 1) * ${mostPassages} WHERE t.narrator = :narrator AND ${filter(query)}`
  const parameters = { ...parametersOf(query), narrator }
  const total =
    archive.get<{ total: number }>(`SELECT count(*) AS total FROM (SELECT 1 ${from} LIMIT ${mostFound})`, parameters)
      ?.total ?? 0
  const places = archive.all<{ rowid: number }>(
    `SELECT passage_words.rowid AS rowid ${from} ORDER BY passage_words.rowid LIMIT :count`,
    { ...parameters, count: query.count },
  )
  return { hits: passagesAt(archive, places), total }
}

function parametersOf({ match, language }: FindQuery): Record<string, string> {
  return language === '' ? { match } : { match, language }
}

function passagesAt(archive: ReadableArchive, places: readonly { rowid: number }[]): FoundPassage[] {
  return archive.all<FoundPassage>(rowsSql, [JSON.stringify(places.map(({ rowid }) => rowid))])
}
