// The database file as it lies on the disk, encrypted, held still while it is copied. What is kept meanwhile goes to the log
// beside it, so that work goes on; when the log has to be emptied (an erasure), the hold breaks and the copy begins anew.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Database } from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../../shared/contract/failure.ts'

const pageLength = 4096

export interface HeldPages {
  /** Of the file, in bytes. */
  readonly size: number
  /** Whether the file may have changed since; what was read then does not count. */
  readonly broken: boolean
  /** Bytes `at` to `at + length`, fewer at the end. Throws Failure locked once the database is closed, and what reading throws. */
  read(at: number, length: number): Buffer
  /** Lets the log be copied back again. */
  release(): void
}

export class PagesOnDisk {
  readonly #database: Database
  // NOTE: closing any handle on the file would drop the lock that the database has on it (POSIX), so this one stays open
  // until the database is closed.
  #handle: number | null = null
  #held: { broken: boolean } | null = null

  constructor(database: Database) {
    this.#database = database
  }

  /** Throws Failure broken where one is held, alreadyOpenElsewhere where somebody is reading row by row. */
  hold(): HeldPages {
    if (this.#held !== null) throw new Failure('broken')
    const [said] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[]
    if (said?.busy !== 0) throw new Failure('alreadyOpenElsewhere')
    const before = Number(this.#database.pragma('wal_autocheckpoint', { simple: true }))
    this.#database.pragma('wal_autocheckpoint = 0')
    const held = { broken: false }
    this.#held = held
    const release = (): void => {
      held.broken = true
      if (this.#held !== held) return
      this.#held = null
      if (this.#database.open) this.#database.pragma(`wal_autocheckpoint = ${before}`)
    }
    try {
      const handle = (this.#handle ??= openSync(this.#database.name, 'r'))
      const { size } = fstatSync(handle)
      if (size % pageLength !== 0) throw new Failure('pageDamaged')
      return {
        size,
        get broken() {
          return held.broken
        },
        read: (at, length) => {
          if (this.#handle !== handle) throw new Failure('locked')
          return readAt(handle, at, Math.min(length, size - at))
        },
        release,
      }
    } catch (error) {
      release()
      throw error
    }
  }

  /** Before the log is copied back. */
  breakHold(): void {
    if (this.#held !== null) this.#held.broken = true
  }

  /** Only once the database is closed. */
  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
  }
}

/** NOTE: read at once: a reading that is still under way when the database closes would have the handle taken from it. */
function readAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let filled = 0; filled < length;) {
    const bytesRead = readSync(handle, bytes, filled, length - filled, at + filled)
    if (bytesRead === 0) throw new Failure('pageDamaged')
    filled += bytesRead
  }
  return bytes
}
