// Rows on pages that are whole but that nothing leads to any more, because a page above them was damaged. Tables are
// STRICT, so a row that fits the columns of only one of those that miss some is of that one. What was deleted is not
// among them: it is written over with zeros.
import type { TableDefinition } from './definition.ts'
import type { Pages } from './pages.ts'
import { readRecord, type Value } from './record.ts'
import { readTreePage, wholePayload, type Entry, type Reached, type TreePage } from './tree.ts'

export interface StrayRow {
  readonly couldBe: readonly string[]
  readonly values: readonly Value[]
}

interface Stray {
  readonly entry: Entry
  readonly couldBe: readonly TableDefinition[]
}

/** @param missing the tables that miss rows; of others nothing strays */
export function* strayEntries(pages: Pages, reached: Reached, missing: readonly TableDefinition[]): Generator<Stray> {
  for (let number = 2; number <= pages.count; number += 1) {
    const page = reached.has(number) ? null : treePage(pages, number)
    if (page === null) continue
    reached.add(number)
    // An inner page of a table holds no rows; that of an index does.
    if (page.kind === 'table' && !page.isLeaf) continue
    const candidates = missing.filter(({ withoutRowid }) => withoutRowid === (page.kind === 'index'))
    for (const cell of page.cells) {
      const payload = wholePayload(pages, cell, reached)
      if (payload === null) continue
      const entry = { rowid: cell.rowid, payload }
      const couldBe = candidates.filter((definition) => fits(definition, payload))
      if (couldBe.length > 0) yield { entry, couldBe }
    }
  }
}

function treePage(pages: Pages, number: number): TreePage | null {
  const bytes = pages.page(number)
  if (bytes === null) return null
  try {
    return readTreePage(bytes, number)
  } catch {
    return null
  }
}

function fits({ columns, rowidColumn, placeInRecord }: TableDefinition, payload: Buffer): boolean {
  let values: Value[]
  try {
    values = readRecord(payload)
  } catch {
    return false
  }
  if (values.length > columns.length) return false
  return columns.every(({ type, notNull }, at) => {
    const value = values[placeInRecord[at] ?? -1]
    if (value === undefined) return true
    if (at === rowidColumn) return value === null
    return value === null ? !notNull : isOf(value, type)
  })
}

function isOf(value: Value, type: string): boolean {
  if (type === 'TEXT') return typeof value === 'string'
  if (type === 'BLOB') return Buffer.isBuffer(value)
  if (type === 'REAL' || type === 'INTEGER' || type === 'INT')
    return typeof value === 'number' || typeof value === 'bigint'
  return true
}
