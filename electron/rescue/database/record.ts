// SQLite's records: a header of types, then the values (sqlite.org/fileformat2.html, section 2.1).

export type Value = string | number | bigint | Buffer | null

/** Bytes that are no record, or no page, as SQLite writes them. */
export class NotSqlite extends Error {}

/** A number of one to nine bytes, and how many they were. */
export function readVarint(bytes: Buffer, at: number): readonly [value: number, length: number] {
  let value = 0n
  for (let length = 1; length <= 9; length += 1) {
    const byte = bytes[at + length - 1]
    if (byte === undefined) throw new NotSqlite('a number that is cut off')
    if (length === 9) return [Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), 9]
    value = (value << 7n) | BigInt(byte & 127)
    if (byte < 128) return [Number(value), length]
  }
  throw new NotSqlite('a number that does not end')
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8] as const

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  if (type === 7) return 8
  return integerLengths[type] ?? 0
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type >= 12) return type % 2 === 0 ? bytes : bytes.toString('utf8')
  if (type === 0) return null
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 8 || type === 9) return type - 8
  if (type === 6) {
    const value = bytes.readBigInt64BE(0)
    return Number.isSafeInteger(Number(value)) ? Number(value) : value
  }
  if (type > 6) throw new NotSqlite('a type that there is not')
  return bytes.readIntBE(0, bytes.length)
}

/** The values of a record in their order; of one written before a column was added, fewer. */
export function readRecord(payload: Buffer): Value[] {
  const [headLength, first] = readVarint(payload, 0)
  if (headLength > payload.length) throw new NotSqlite('a head longer than its record')
  const values: Value[] = []
  let body = headLength
  for (let at = first; at < headLength;) {
    const [type, length] = readVarint(payload, at)
    at += length
    const end = body + lengthOf(type)
    if (type < 0 || end > payload.length) throw new NotSqlite('a value longer than its record')
    values.push(valueOf(type, payload.subarray(body, end)))
    body = end
  }
  return values
}
