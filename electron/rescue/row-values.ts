// A row's values as what they should be, empty where a version of the program did not have them yet.
import type { Row } from './database/tables.ts'

export const textOf = (row: Row | undefined, column: string): string => {
  const value = row?.[column]
  return typeof value === 'string' ? value : ''
}
export const numberOf = (row: Row | undefined, column: string): number | null => {
  const value = row?.[column]
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null
}
export const bytesOf = (row: Row | undefined, column: string): Buffer => {
  const value = row?.[column]
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0)
}
