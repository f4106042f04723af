// Every row of every table of a database, as far as its pages can be read; no SQL, and nothing is written.
import { readDefinition, type TableDefinition } from './definition.ts'
import { strayEntries, type StrayRow } from './strays.ts'
import type { Pages } from './pages.ts'
import { readRecord, type Value } from './record.ts'
import { readTreePage, walkTree, wholePayload, type Entry, type Lost, type Reached } from './tree.ts'

export type Row = Readonly<Record<string, Value>>

/** What of a table cannot be read. */
export interface LostRows extends Lost {
  readonly table: string
}

export interface Table {
  readonly definition: TableDefinition
  readonly entries: readonly Entry[]
}

export interface Database {
  readonly tables: ReadonlyMap<string, Table>
  readonly lost: readonly LostRows[]
  /** Rows that were found on pages that nothing leads to any more, and that could be of several tables. */
  readonly strays: readonly StrayRow[]
}

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly root: number
  readonly sql: string
}

/** Throws nothing: what cannot be read is told. */
export function readTables(pages: Pages): Database {
  const reached: Reached = new Set()
  const lost: LostRows[] = []
  const schema = readSchema(pages, reached, (one) => lost.push({ ...one, table: 'sqlite_schema' }))
  const virtual = schema.filter(({ sql }) => /^CREATE\s+VIRTUAL/i.test(sql)).map(({ name }) => name)
  const isOurs = (name: string): boolean =>
    !name.startsWith('sqlite_') && !virtual.some((one) => name === one || name.startsWith(`${one}_`))
  const tables = new Map<string, { definition: TableDefinition; entries: Entry[] }>()
  for (const { type, name, root, sql } of schema) {
    if (root === 0) continue
    const definition = type === 'table' ? readDefinition(name, sql) : null
    const isTable = definition !== null && isOurs(name)
    const kind = type === 'table' && definition?.withoutRowid !== true ? 'table' : 'index'
    const isLost = (one: Lost): void => void (isTable && lost.push({ ...one, table: name }))
    const entries: Entry[] = []
    for (const entry of walkTree(pages, root, kind, reached, isLost)) {
      if (!isTable) continue
      if (isRecord(entry.payload)) entries.push(entry)
      else isLost({ page: root, after: entry.rowid - 1, until: entry.rowid })
    }
    if (isTable) tables.set(name, { definition, entries })
  }
  const missing = new Set(lost.map(({ table }) => table))
  const strays = missing.size === 0 ? [] : placeStrays(pages, reached, tables, missing)
  return { tables, lost, strays }
}

/** Only what nothing vouches for is none. */
function isRecord(payload: Buffer): boolean {
  try {
    readRecord(payload)
    return true
  } catch {
    return false
  }
}

function placeStrays(
  pages: Pages,
  reached: Reached,
  tables: ReadonlyMap<string, { definition: TableDefinition; entries: Entry[] }>,
  missing: ReadonlySet<string>,
): StrayRow[] {
  const of = [...tables.values()].map(({ definition }) => definition).filter(({ name }) => missing.has(name))
  const strays: StrayRow[] = []
  for (const stray of strayEntries(pages, reached, of)) {
    const [only] = stray.couldBe
    if (only !== undefined && stray.couldBe.length === 1) tables.get(only.name)?.entries.push(stray.entry)
    else strays.push({ couldBe: stray.couldBe.map(({ name }) => name), values: readRecord(stray.entry.payload) })
  }
  return strays
}

function readSchema(pages: Pages, reached: Reached, lost: (one: Lost) => void): SchemaRow[] {
  const found: Entry[] = []
  let isWhole = true
  for (const entry of walkTree(pages, 1, 'table', reached, (one) => {
    isWhole = false
    lost(one)
  }))
    found.push(entry)
  if (!isWhole) found.push(...strayEntriesOfSchema(pages, reached))
  return found.map(({ payload }) => schemaRow(payload)).filter((row) => row !== null)
}

function schemaRow(payload: Buffer): SchemaRow | null {
  try {
    const [type, name, , root, sql] = readRecord(payload)
    if (typeof type !== 'string' || typeof name !== 'string' || typeof root !== 'number') return null
    return { type, name, root, sql: typeof sql === 'string' ? sql : '' }
  } catch {
    return null
  }
}

/** Where the first page or another of the schema is gone, its other pages are known by what stands on them. */
function* strayEntriesOfSchema(pages: Pages, reached: Reached): Generator<Entry> {
  for (let number = 2; number <= pages.count; number += 1) {
    const bytes = pages.page(number)
    if (bytes === null || bytes[0] !== 13 || reached.has(number)) continue
    try {
      const { cells } = readTreePage(bytes, number)
      const entries = cells.flatMap((cell) => {
        const payload = wholePayload(pages, cell, new Set())
        return payload === null ? [] : [{ rowid: cell.rowid, payload }]
      })
      const isSchema = entries.every(({ payload }) => {
        const [type, , , root, sql] = readRecord(payload)
        return (
          ['table', 'index', 'trigger', 'view'].includes(String(type)) && typeof root === 'number' && sql !== undefined
        )
      })
      if (!isSchema || entries.length === 0) continue
      reached.add(number)
      yield* entries
    } catch {
      continue
    }
  }
}

/** The entry's values by their columns' names. Throws NotSqlite. */
export function rowOf({ columns, rowidColumn, placeInRecord }: TableDefinition, { rowid, payload }: Entry): Row {
  const values = readRecord(payload)
  return Object.fromEntries(
    columns.map(({ name, fallback }, at) => {
      const value = values[placeInRecord[at] ?? -1]
      if (at === rowidColumn) return [name, value ?? rowid]
      return [name, value === undefined ? fallback : value]
    }),
  )
}
