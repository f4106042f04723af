// Reads the file of a take: every whole record, past those that are damaged, up to the last one that holds. What is torn
// at the end was never acknowledged.
import { open, type FileHandle } from 'node:fs/promises'
import { headLength, longestSealed, openRecord, recordMagic, type TakeRecord } from './take-record.ts'

export interface FoundRecord {
  readonly record: TakeRecord
  /** Where it lies, in bytes. */
  readonly start: number
  readonly end: number
  /** Something between the record before and this one could not be read. */
  readonly afterDamage: boolean
}

export interface SealedRecord {
  /** Of the sealed part, without its head. */
  readonly sealed: Buffer
  readonly start: number
  readonly end: number
}

const searched = 1024 * 1024

/** A stretch of a file in memory, read on as it is gone through: always in the same place, so that hours take no more. */
class Window {
  readonly #handle: FileHandle
  readonly size: number
  readonly #buffer = Buffer.alloc(longestSealed + headLength)
  #from = 0
  #length = 0

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle
    this.size = size
  }

  /** Bytes `start` to `end`, at most a record of them and fewer at the end of the file; good until the next call. */
  async at(start: number, end: number): Promise<Buffer> {
    const until = Math.min(end, this.size)
    if (start >= until) return Buffer.alloc(0)
    if (start < this.#from || until > this.#from + this.#length) {
      this.#from = start
      this.#length = 0
      const wanted = Math.min(this.#buffer.length, this.size - start)
      while (this.#length < wanted) {
        const place = start + this.#length
        const { bytesRead } = await this.#handle.read(this.#buffer, this.#length, wanted - this.#length, place)
        if (bytesRead === 0) break
        this.#length += bytesRead
      }
    }
    return this.#buffer.subarray(start - this.#from, Math.min(until - this.#from, this.#length))
  }

  /** Where the next magic begins, at `from` or after it; null where there is none. */
  async findMagic(from: number): Promise<number | null> {
    if ((await this.at(from, from + recordMagic.length)).equals(recordMagic)) return from
    for (let at = from; at < this.size; at += searched) {
      const stretch = await this.at(at, at + searched + recordMagic.length - 1)
      const found = stretch.indexOf(recordMagic)
      if (found !== -1) return at + found
    }
    return null
  }
}

/**
 * Every record that is whole by its length, sealed as it lies there, from byte `from`. One whose head was altered is
 * passed over.
 */
export async function* sealedRecords(file: string, from = 0): AsyncGenerator<SealedRecord> {
  const handle = await open(file, 'r')
  try {
    const window = new Window(handle, (await handle.stat()).size)
    let at = await window.findMagic(from)
    while (at !== null) {
      const head = await window.at(at, at + headLength)
      const length = head.length < headLength ? Infinity : head.readUInt32BE(recordMagic.length)
      const end: number = at + headLength + length
      if (length > longestSealed || end > window.size) {
        at = await window.findMagic(at + recordMagic.length)
        continue
      }
      yield { sealed: await window.at(at + headLength, end), start: at, end }
      // NOTE: a length that was altered may leap over whole records, so whoever opens it says where to go on.
      at = await window.findMagic(end)
    }
  } finally {
    await handle.close()
  }
}

/** Records that the key opens, in their order. Each comes once, whatever was done to those around it. */
export async function* readRecords(
  file: string,
  publicKey: Buffer,
  secretKey: Buffer,
  from = 0,
): AsyncGenerator<FoundRecord> {
  let reached = from
  let sequence = -1
  let start = from
  for (;;) {
    let damagedAt: number | null = null
    for await (const { sealed, start: at, end } of sealedRecords(file, start)) {
      const record = openRecord(sealed, publicKey, secretKey)
      if (record === null) {
        damagedAt = at
        break
      }
      if (record.sequence <= sequence) continue
      yield { record, start: at, end, afterDamage: at !== reached }
      sequence = record.sequence
      reached = end
    }
    if (damagedAt === null) return
    start = damagedAt + recordMagic.length
  }
}
