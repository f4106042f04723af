// What a table's columns are, from the words that made it. Only as much of SQL as this program's own tables are written in.
import type { Value } from './record.ts'

export interface Column {
  readonly name: string
  /** As declared: TEXT, INTEGER, REAL, BLOB; empty where nothing is. */
  readonly type: string
  readonly notNull: boolean
  /** What it is in rows that were written before it was added. */
  readonly fallback: Value
}

export interface TableDefinition {
  readonly name: string
  readonly columns: readonly Column[]
  /** The column that is the row number, whose value in the record is null; -1 where there is none. */
  readonly rowidColumn: number
  readonly withoutRowid: boolean
  /** Where each column stands in the record. */
  readonly placeInRecord: readonly number[]
}

const isTableRule = /^(?:PRIMARY\s+KEY|UNIQUE|CHECK|FOREIGN|CONSTRAINT)\b/i

/** Null where it is no ordinary table. */
export function readDefinition(name: string, sql: string): TableDefinition | null {
  if (!/^CREATE\s+TABLE\b/i.test(sql)) return null
  const plain = withoutComments(sql)
  const opens = plain.indexOf('(')
  const closes = plain.lastIndexOf(')')
  if (opens === -1 || closes < opens) return null
  const parts = atCommas(plain.slice(opens + 1, closes))
  const written = parts.filter((part) => !isTableRule.test(part))
  const columns = written.map(readColumn)
  const withoutRowid = /\bWITHOUT\s+ROWID\b/i.test(plain.slice(closes))
  const key = keyOf(parts, columns)
  const isRowid = (at: number): boolean => key.length === 1 && key[0] === at && columns[at]?.type === 'INTEGER'
  const order = withoutRowid ? [...key, ...[...columns.keys()].filter((at) => !key.includes(at))] : [...columns.keys()]
  return {
    name,
    columns,
    rowidColumn: withoutRowid ? -1 : columns.findIndex((_, at) => isRowid(at)),
    withoutRowid,
    placeInRecord: columns.map((_, at) => order.indexOf(at)),
  }
}

function keyOf(parts: readonly string[], columns: readonly Column[]): number[] {
  const rule = parts.find((part) => /^(?:CONSTRAINT\s+\S+\s+)?PRIMARY\s+KEY\s*\(/i.test(part))
  if (rule !== undefined) {
    const names = atCommas(rule.slice(rule.indexOf('(') + 1, rule.lastIndexOf(')'))).map(nameOf)
    return names.map((name) => columns.findIndex((column) => column.name === name))
  }
  const own = parts.filter((part) => !isTableRule.test(part))
  const at = own.findIndex((part) => /\bPRIMARY\s+KEY\b/i.test(part))
  return at === -1 ? [] : [at]
}

function readColumn(part: string): Column {
  const type = /^(?:"[^"]*"|\S+)\s+(TEXT|INTEGER|REAL|BLOB|INT|ANY)\b/i.exec(part)?.[1] ?? ''
  return {
    name: nameOf(part),
    type: type.toUpperCase(),
    notNull: /\bNOT\s+NULL\b/i.test(part),
    fallback: fallbackOf(part),
  }
}

const nameOf = (part: string): string => (/^(?:"([^"]*)"|(\w+))/.exec(part) ?? []).slice(1).join('')

function fallbackOf(part: string): Value {
  const said = /\bDEFAULT\s+(?:(x)?'((?:[^']|'')*)'|([+-]?[\d.]+))/i.exec(part)
  if (said === null) return null
  const [, isBlob, quoted, number] = said
  if (number !== undefined) return Number(number)
  return isBlob === undefined ? (quoted ?? '').replaceAll("''", "'") : Buffer.from(quoted ?? '', 'hex')
}

/** Text in quotes stays as it is. */
const pieces = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[^]*?\*\/|[^]/g

function withoutComments(sql: string): string {
  return sql.replaceAll(pieces, (piece) => (/^(?:--|\/\*)/.test(piece) ? ' ' : piece))
}

function atCommas(list: string): string[] {
  const parts: string[] = []
  let [part, depth] = ['', 0]
  for (const [piece] of list.matchAll(pieces)) {
    if (piece === '(') depth += 1
    if (piece === ')') depth -= 1
    if (piece === ',' && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else part += piece
  }
  return [...parts, part.trim()].filter((one) => one !== '')
}
