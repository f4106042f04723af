// Everything of a story as JSON: every row of every table, under the names that the database has for them. What opens
// other things (keys) is left out, and so is what can be made again from the rest (waveforms).
import type { Row } from '../database/tables.ts'
import type { Value } from '../database/record.ts'

/** `table.column` that is never written. */
const never = new Set([
  'archive.media_identity',
  'takes.secret_key',
  'recall_key.secret',
  'narrator_keys.wrapped',
  'narrator_keys.salt',
  'narrator_papers.wrapped',
  'narrator_papers.own',
  'seals.box',
  'media.header',
  'recordings.peaks',
])
/** Columns that hold JSON. */
const isJson = /^[[{]/

export type JsonRow = Record<string, unknown>

/** Bytes are base64; JSON in a column is given as it is. */
export function jsonRow(table: string, row: Row): JsonRow {
  const columns = Object.entries(row).filter(([column]) => !never.has(`${table}.${column}`))
  return Object.fromEntries(columns.map(([column, value]) => [column, jsonValue(column, value)]))
}

function jsonValue(column: string, value: Value): unknown {
  if (Buffer.isBuffer(value)) return value.toString('base64')
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'string' || !isJson.test(value) || wordsOfPeople.has(column)) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** Text that somebody wrote stays text, whatever it begins with. */
const wordsOfPeople = new Set([
  'text',
  'title',
  'words',
  'heading',
  'quote',
  'before',
  'after',
  'why',
  'note',
  'name',
  'meaning',
])

export function jsonFile(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`
}
