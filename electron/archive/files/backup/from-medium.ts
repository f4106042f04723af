// Reads a file from the medium itself, not from what the system remembers of having written it.
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { Failure } from '../../../../shared/contract/failure.ts'
import { openPlain } from '../own-files.ts'

const block = 4096
/** The system's memory begins a buffer at any multiple of this. */
const step = 16

/** Bytes of a file, good until the next call; `direct`: they cannot have come from the system's memory. */
export interface FromMedium {
  readonly bytes: Buffer
  readonly direct: boolean
}

/**
 * NOTE: Linux gives such a reading (O_DIRECT) to files of disks and sticks, not of a folder in memory. Windows and macOS
 * have the like, but Node does not pass it on: there a fresh descriptor is read, and `direct` is false.
 */
export class MediumReader {
  readonly #buffer: Buffer
  #offset: number | null = null

  /** For files of at most `longest` bytes. */
  constructor(longest: number) {
    this.#buffer = Buffer.alloc(Math.ceil(longest / block) * block + 2 * block)
  }

  /** Reads the whole file. Throws Failure backupDamaged where it is longer than was said, and what `open` throws. */
  async read(file: string): Promise<FromMedium> {
    const handle = await this.#openDirect(file)
    if (handle !== null) {
      try {
        const bytes = await this.#readDirect(handle)
        if (bytes !== null) return { bytes, direct: true }
      } finally {
        await handle.close()
      }
    }
    const plain = await openPlain(file)
    if (plain === null) throw new Failure('backupDamaged')
    try {
      return { bytes: await this.#fill(plain, 0, 1), direct: false }
    } finally {
      await plain.close()
    }
  }

  async #openDirect(file: string): Promise<FileHandle | null> {
    if (process.platform !== 'linux') return null
    try {
      return await openPlain(file, constants.O_DIRECT)
    } catch (error) {
      if (isRefused(error)) return null
      throw error
    }
  }

  /** NOTE: such a reading needs memory that begins at a block, and nothing tells where a buffer begins: it is tried. */
  async #readDirect(handle: FileHandle): Promise<Buffer | null> {
    if (this.#offset !== null) return this.#fill(handle, this.#offset)
    for (let offset = 0; offset < block; offset += step) {
      try {
        const bytes = await this.#fill(handle, offset)
        this.#offset = offset
        return bytes
      } catch (error) {
        if (!isRefused(error)) throw error
      }
    }
    return null
  }

  async #fill(handle: FileHandle, offset: number, whole = block): Promise<Buffer> {
    const most = this.#buffer.length - offset - ((this.#buffer.length - offset) % block)
    let filled = 0
    while (filled < most) {
      const { bytesRead } = await handle.read(this.#buffer, offset + filled, most - filled, filled)
      filled += bytesRead
      // Only the end of a file stops short of a block.
      if (bytesRead === 0 || filled % whole !== 0) return this.#buffer.subarray(offset, offset + filled)
    }
    throw new Failure('backupDamaged')
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP')
}
