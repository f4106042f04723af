// The pages of a database in SQLCipher 4 format with a raw key, deciphered into memory: none of it is written anywhere. A
// page that was altered is missing here; everything else can still be read.
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import type { Bytes } from '../from/bytes.ts'
import { pagesInLog } from './log.ts'

export const pageSize = 4096
/** What SQLite uses of a page; behind it are an IV (16 bytes) and an HMAC-SHA512 (64). */
export const usable = 4016
const macAt = 4032
export const saltLength = 16
/** SQLite takes its locks there, and never writes that page. */
const lockPage = 0x40000000 / pageSize + 1
const pagesAtOnce = 256

export interface Pages {
  readonly count: number
  /** What SQLite uses of page `number` (from 1); null where it cannot be read. */
  page(number: number): Buffer | null
  readonly damaged: readonly number[]
  /** Pages of the log that were written after a place where it is damaged; they are not used. */
  readonly afterDamagedLog: number
  /** The salt at the head of the file was lost: no page could be authenticated. */
  readonly isUnchecked: boolean
}

interface Keys {
  readonly key: Buffer
  readonly mac: Buffer
}

function keysFor(key: Buffer, salt: Buffer): Keys {
  return { key, mac: pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512') }
}

function isWhole(page: Buffer, number: number, { mac }: Keys): boolean {
  const littleEndian = Buffer.alloc(4)
  littleEndian.writeUInt32LE(number)
  const covered = page.subarray(number === 1 ? saltLength : 0, macAt)
  return timingSafeEqual(
    createHmac('sha512', mac).update(covered).update(littleEndian).digest(),
    page.subarray(macAt, pageSize),
  )
}

function decipher(page: Buffer, number: number, { key }: Keys): Buffer {
  const start = number === 1 ? saltLength : 0
  const aes = createDecipheriv('aes-256-cbc', key, page.subarray(usable, usable + 16)).setAutoPadding(false)
  const plain = Buffer.concat([Buffer.alloc(start), aes.update(page.subarray(start, usable)), aes.final()])
  if (start > 0) plain.write('SQLite format 3\0', 0, 'latin1')
  return plain
}

/** Whether a database's first page is enciphered with this key. */
export function isPageUnder(key: Buffer, page: Buffer): boolean {
  return page.length === pageSize && isWhole(page, 1, keysFor(key, page.subarray(0, saltLength)))
}

/** Reads all of it. The caller closes both. */
export async function decipheredPages(
  { pages, log }: { readonly pages: Bytes; readonly log: Bytes | null },
  key: Buffer,
): Promise<Pages> {
  const salt = await pages.read(0, saltLength)
  const keys = keysFor(key, salt.length === saltLength ? salt : Buffer.alloc(saltLength))
  const inLog = log === null ? null : await pagesInLog(log)
  const count = inLog?.pageCount ?? Math.ceil(pages.size / pageSize)
  const plain: (Buffer | null)[] = []
  const damaged: number[] = []
  let [checked, isUnchecked] = [0, false]
  const take = (number: number, page: Buffer): void => {
    const whole = page.length === pageSize && (isUnchecked || isWhole(page, number, keys))
    if (whole) checked += 1
    else if (number !== lockPage) damaged.push(number)
    plain[number] = whole ? decipher(page, number, keys) : null
  }
  const readAll = async (): Promise<void> => {
    for (let first = 1; first <= count; first += pagesAtOnce) {
      const run = await pages.read((first - 1) * pageSize, pagesAtOnce * pageSize)
      for (let number = first; number < first + pagesAtOnce && number <= count; number += 1) {
        const later = inLog?.pages.get(number)
        const at = (number - first) * pageSize
        take(number, later === undefined ? run.subarray(at, at + pageSize) : await later())
      }
    }
  }
  await readAll()
  if (checked === 0) {
    isUnchecked = true
    damaged.length = 0
    await readAll()
  }
  keys.mac.fill(0)
  return {
    count,
    page: (number) => plain[number] ?? null,
    damaged,
    afterDamagedLog: inLog?.afterDamage ?? 0,
    isUnchecked,
  }
}
