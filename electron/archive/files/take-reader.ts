// Reads the file of a take: every whole record, past those that are damaged, up to the last one that holds. What is torn
// at the end was never acknowledged.
import { open, type FileHandle } from 'node:fs/promises'
import { isNoFile, knownFailure } from '../as-failure.ts'
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
 * Every record that is whole by its length and that `opens`, sealed as it lies there, from byte `from`. One whose head was
 * altered, or that does not open, is passed over. Throws Failure diskFailing, folderReadOnly.
 */
export async function* sealedRecords(
  file: string,
  from = 0,
  opens: (sealed: Buffer) => boolean = () => true,
): AsyncGenerator<SealedRecord> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    // Whether it may be gone by now is for whoever asked to say.
    throw isNoFile(error) ? error : (knownFailure(error) ?? error)
  })
  try {
    const window = new Window(handle, (await handle.stat()).size)
    let at = await window.findMagic(from)
    while (at !== null) {
      const head = await window.at(at, at + headLength)
      const length = head.length < headLength ? Infinity : head.readUInt32BE(recordMagic.length)
      const end: number = at + headLength + length
      const isWhole = length <= longestSealed && end <= window.size
      const sealed = isWhole ? await window.at(at + headLength, end) : null
      if (sealed === null || !opens(sealed)) {
        // NOTE: a length that was altered may leap over whole records, so the next is looked for right behind its head.
        at = await window.findMagic(at + recordMagic.length)
        continue
      }
      yield { sealed, start: at, end }
      at = await window.findMagic(end)
    }
  } catch (error) {
    throw knownFailure(error) ?? error
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
  let record: TakeRecord | null = null
  const opens = (sealed: Buffer): boolean => {
    record = openRecord(sealed, publicKey, secretKey)
    return record !== null
  }
  for await (const { start, end } of sealedRecords(file, from, opens)) {
    const found = record as TakeRecord | null
    if (found === null || found.sequence <= sequence) continue
    yield { record: found, start, end, afterDamage: start !== reached }
    sequence = found.sequence
    reached = end
  }
}
