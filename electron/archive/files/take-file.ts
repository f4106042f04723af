// The file of a take while it grows: what was acknowledged is on the disk, and what is forgotten is not. It holds a
// public key only. One call after another: whoever has it sees to that.
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { knownFailure } from '../as-failure.ts'
import { destroyFile, overwrite } from './destroy-file.ts'
import { sealRecord, type RecordType } from './take-record.ts'
import { makeFolder, syncFolder } from './write-durably.ts'

/** A record before it has its number. */
export interface NewRecord {
  readonly type: RecordType
  readonly gaps: number
  readonly at: number
  readonly position: number
  readonly payload: Buffer
}

export class TakeFile {
  readonly #file: string
  readonly #handle: FileHandle
  readonly #publicKey: Buffer
  #end: number
  #sequence: number
  #synced: boolean

  private constructor(file: string, handle: FileHandle, publicKey: Buffer, end: number, sequence: number) {
    this.#file = file
    this.#handle = handle
    this.#publicKey = publicKey
    this.#end = end
    this.#sequence = sequence
    this.#synced = end > 0
  }

  /** Throws Failure diskFull, folderReadOnly. */
  static create(file: string, publicKey: Buffer): Promise<TakeFile> {
    return told(async () => {
      await makeFolder(path.dirname(file))
      return new TakeFile(file, await open(file, 'wx+', 0o600), publicKey, 0, 0)
    })
  }

  /** Goes on after `end`: what lies behind it is a torn record. Throws Failure folderMissing. */
  static goOn(file: string, publicKey: Buffer, end: number, sequence: number): Promise<TakeFile> {
    return told(async () => {
      const handle = await open(file, 'r+')
      try {
        await handle.truncate(end)
        await handle.sync()
      } catch (error) {
        await handle.close()
        throw error
      }
      return new TakeFile(file, handle, publicKey, end, sequence)
    })
  }

  /** Bytes that are kept. */
  get end(): number {
    return this.#end
  }

  /**
   * Resolves when all of them are on the disk; gives where each begins. Payloads are zeroed. Where it fails none is kept.
   * Throws Failure diskFull, diskFailing.
   *
   * @param publicKey who is to open them; the take's where it is left out
   */
  append(records: readonly NewRecord[], publicKey = this.#publicKey): Promise<number[]> {
    return told(async () => {
      const starts: number[] = []
      const sealed: Buffer[] = []
      let end = this.#end
      for (const [at, record] of records.entries()) {
        const whole = sealRecord({ ...record, sequence: this.#sequence + at }, publicKey)
        record.payload.fill(0)
        starts.push(end)
        sealed.push(whole)
        end += whole.length
      }
      const bytes = sealed.length === 1 ? (sealed[0] ?? Buffer.alloc(0)) : Buffer.concat(sealed)
      try {
        for (let at = 0; at < bytes.length;) {
          const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at, this.#end + at)
          at += bytesWritten
        }
        await this.#handle.datasync()
        if (!this.#synced) {
          await this.#handle.sync()
          await syncFolder(path.dirname(this.#file))
          this.#synced = true
        }
      } catch (error) {
        // NOTE: a torn record at the end is no harm, so a disk that lets nothing be cut off is none either.
        await this.#handle.truncate(this.#end).catch(() => undefined)
        throw error
      }
      this.#end = end
      this.#sequence += records.length
      return starts
    })
  }

  /** Nothing that lies behind `end` is anywhere in the file afterwards. Throws Failure diskFailing. */
  cut(end: number): Promise<void> {
    return told(async () => {
      try {
        await overwrite(this.#handle, end, this.#end)
      } finally {
        await this.#handle.truncate(end)
        this.#end = end
        await this.#handle.sync()
      }
    })
  }

  /** Written over, and gone. */
  async destroy(): Promise<void> {
    await this.close()
    await destroyFile(this.#file)
  }

  async close(): Promise<void> {
    await this.#handle.close().catch(() => undefined)
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw knownFailure(error) ?? error
  }
}
