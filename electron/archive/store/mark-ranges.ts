// Where a mark stands, as rows: a label, a redaction or a tie has its ranges in an order.
import type { Range } from '../../../shared/domain/marks/marks.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export type MarkKind = 'label' | 'redaction' | 'tie'
export const markTables = { label: 'labels', redaction: 'redactions', tie: 'ties' } as const

interface RangeRow {
  id: string
  mark: string
  passage: string
  start_at: number
  end_at: number
  quote: string
  start_ms: number | null
  end_ms: number | null
  unresolved: 0 | 1
}

function rangesByMark(rows: readonly RangeRow[]): Map<string, Range[]> {
  const byMark = new Map<string, Range[]>()
  for (const row of rows) {
    const ranges = byMark.get(row.mark) ?? []
    ranges.push({
      id: row.id,
      passage: row.passage,
      start: row.start_at,
      end: row.end_at,
      quote: row.quote,
      startMs: row.start_ms,
      endMs: row.end_ms,
      unresolved: row.unresolved === 1,
    })
    byMark.set(row.mark, ranges)
  }
  return byMark
}

/** Of every mark of a kind in a testimony, by the mark's id. */
export function readRanges(archive: ReadableArchive, kind: MarkKind, testimony: string): Map<string, Range[]> {
  return rangesByMark(
    archive.all(
      `SELECT r.${kind} AS mark, r.passage, r.id, r.start_at, r.end_at, r.quote, r.start_ms, r.end_ms, r.unresolved
       FROM ${markTables[kind]} m JOIN ranges r ON r.${kind} = m.id WHERE m.testimony = ? ORDER BY r.position`,
      [testimony],
    ),
  )
}

export function insertRanges(archive: WritableArchive, kind: MarkKind, mark: string, ranges: readonly Range[]): void {
  for (const [position, range] of ranges.entries()) insertRange(archive, kind, mark, range, position)
}

function insertRange(archive: WritableArchive, kind: MarkKind, mark: string, range: Range, position: number): void {
  archive.run(
    `INSERT INTO ranges (id, ${kind}, passage, start_at, end_at, quote, start_ms, end_ms, unresolved, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [range.id, mark, ...placeOf(range), position],
  )
}

function placeOf(range: Range) {
  const { passage, start, end, quote, startMs, endMs, unresolved } = range
  return [passage, start, end, quote, startMs, endMs, unresolved ? 1 : 0] as const
}

function sameRange(one: Range, two: Range): boolean {
  return (
    one.passage === two.passage &&
    one.start === two.start &&
    one.end === two.end &&
    one.quote === two.quote &&
    one.startMs === two.startMs &&
    one.endMs === two.endMs &&
    one.unresolved === two.unresolved
  )
}

/** Writes the ranges of one mark that are others than before; true where there were any. */
export function writeRanges(
  archive: WritableArchive,
  kind: MarkKind,
  mark: string,
  before: readonly Range[],
  after: readonly Range[],
): boolean {
  const old = new Map(before.map((range, position) => [range.id, { range, position }]))
  const kept = new Set(after.map(({ id }) => id))
  let changed = false
  for (const { id } of before) {
    if (kept.has(id)) continue
    archive.run(`DELETE FROM ranges WHERE id = ? AND ${kind} = ?`, [id, mark])
    changed = true
  }
  for (const [position, range] of after.entries()) {
    const was = old.get(range.id)
    if (was?.position === position && sameRange(was.range, range)) continue
    changed = true
    if (was === undefined) insertRange(archive, kind, mark, range, position)
    else
      archive.run(
        'UPDATE ranges SET passage = ?, start_at = ?, end_at = ?, quote = ?, start_ms = ?, end_ms = ?, unresolved = ?, position = ? WHERE id = ?',
        [...placeOf(range), position, range.id],
      )
  }
  return changed
}
