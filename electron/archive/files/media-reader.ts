// Reads a recording from any place. No byte leaves before its chunk was authenticated, and a file that was cut short
// is noticed at opening.
import { read, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'
import {
  chunkLength,
  nonceLength,
  openChunk,
  openPart,
  payloadKey,
  readHeader,
  sealedLength,
  tagLength,
} from './media-format.ts'
import { mediaFile } from './media-writer.ts'

const streamed = 4 * chunkLength
/** Up to so many bytes are waited for, as the database waits for the same disk: a thread's turn costs as much as reading them. */
const seek = 2 * sealedLength
/** Of ChaCha20, in bytes. */
const blockLength = 64

/** NOTE: the callback's way costs half of what the handle's own `read` does, which is a tenth of a seek. */
function readAt(descriptor: number, buffer: Buffer, at: number, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, buffer, at, buffer.length - at, position, (error, bytesRead) => {
      if (error === null) resolve(bytesRead)
      else reject(knownFailure(error) ?? new Failure('mediaDamaged'))
    })
  })
}

function readNow(descriptor: number, buffer: Buffer, at: number, position: number): number {
  try {
    return readSync(descriptor, buffer, at, buffer.length - at, position)
  } catch (error) {
    throw knownFailure(error) ?? new Failure('mediaDamaged')
  }
}

type Manner = 'strict' | 'saving'

/**
 * Opens `<folder>/media/<name>`. Throws Failure: mediaMissing; mediaDamaged when the header, the size or the last
 * chunk is not as it was written.
 */
export async function openMedia(
  folder: string,
  name: string,
  header: Uint8Array,
  identity: string,
): Promise<MediaReader> {
  const reader = await openUnchecked(folder, name, header, identity, 'strict')
  try {
    if (await reader.endsWhole()) return reader
    throw new Failure('mediaDamaged')
  } catch (error) {
    await reader.close()
    throw error
  }
}

/**
 * As `openMedia`, for saving what can be saved: a damaged end is let through, and so is an authentic chunk that is or
 * is not marked as the last where the other was due. Reading a chunk that was altered still fails.
 */
export async function openDamagedMedia(
  folder: string,
  name: string,
  header: Uint8Array,
  identity: string,
): Promise<MediaReader> {
  return openUnchecked(folder, name, header, identity, 'saving')
}

async function openUnchecked(
  folder: string,
  name: string,
  header: Uint8Array,
  identity: string,
  manner: Manner,
): Promise<MediaReader> {
  let handle: FileHandle
  try {
    handle = await open(mediaFile(folder, name), 'r')
  } catch (error) {
    const failure = knownFailure(error)
    throw failure?.code === 'folderMissing' ? new Failure('mediaMissing') : (failure ?? error)
  }
  try {
    const fileKey = await readHeader(header, identity)
    const nonce = Buffer.alloc(nonceLength)
    const { bytesRead } = await handle.read(nonce, 0, nonceLength, 0)
    const length = (await handle.stat()).size - nonceLength
    if (bytesRead !== nonceLength || length < tagLength) throw new Failure('mediaDamaged')
    return new MediaReader(handle, payloadKey(fileKey, nonce), length, manner)
  } catch (error) {
    await handle.close()
    throw knownFailure(error) ?? new Failure('mediaDamaged')
  }
}

export class MediaReader {
  /** Plain bytes. */
  readonly size: number
  readonly #handle: FileHandle
  readonly #key: Buffer
  readonly #length: number
  readonly #chunks: number
  readonly #manner: Manner
  #spare: Buffer[] = []
  #closed = false

  /** Made by `openMedia`; `length` is that of the sealed chunks in bytes. */
  constructor(handle: FileHandle, key: Buffer, length: number, manner: Manner) {
    this.#handle = handle
    this.#key = key
    this.#length = length
    this.#manner = manner
    this.#chunks = Math.ceil(length / sealedLength)
    const tail = length - (this.#chunks - 1) * sealedLength
    this.size = (this.#chunks - 1) * chunkLength + Math.max(0, tail - tagLength)
  }

  /** Whether the last chunk is authentic and marked as the last. */
  async endsWhole(): Promise<boolean> {
    const last = this.#chunks - 1
    const length = this.#length - last * sealedLength
    // Only an empty recording may end with an empty chunk.
    if (length < tagLength || (length === tagLength && last > 0)) return false
    const sealed = Buffer.allocUnsafeSlow(length)
    await this.#fill(sealed, last * sealedLength)
    const whole = openChunk(sealed, last, true, this.#key)
    sodium.sodium_memzero(sealed)
    return whole
  }

  /** Plain bytes from `start` to before `end`, cut to the recording's own. Throws Failure: mediaDamaged. */
  async read(start: number, end: number): Promise<Buffer> {
    const from = Math.max(0, start)
    const to = Math.min(end, this.size)
    if (to <= from) return Buffer.alloc(0)
    const first = Math.floor(from / chunkLength)
    const last = Math.floor((to - 1) / chunkLength)
    const offset = first * sealedLength
    const length = Math.min((last + 1) * sealedLength, this.#length) - offset
    const scratch = this.#takeScratch(length)
    try {
      const filled = this.#fillAll(scratch.subarray(0, length), offset)
      // Deciphering begins at a block of 64 bytes; what lies before `from` is wiped.
      const lead = (from % chunkLength) % blockLength
      const plain = Buffer.allocUnsafeSlow(lead + to - from)
      for (let index = first; index <= last; index += 1) {
        const at = (index - first) * sealedLength
        const sealed = scratch.subarray(at, Math.min(at + sealedLength, length))
        await filled[index - first]
        const begins = index * chunkLength
        const [cut, end] = [Math.max(0, from - begins), Math.min(sealed.length - tagLength, to - begins)]
        const into = plain.subarray(index === first ? 0 : lead + begins - from)
        if (!this.#open(sealed, index, cut, end, into)) throw new Failure('mediaDamaged')
      }
      plain.fill(0, 0, lead)
      return plain.subarray(lead)
    } finally {
      if (this.#closed) sodium.sodium_memzero(scratch)
      else this.#spare.push(scratch)
    }
  }

  /** The same, in pieces of at most 256 KiB; leaving it early is fine. */
  async *stream(start: number, end: number): AsyncGenerator<Uint8Array> {
    const to = Math.min(end, this.size)
    for (let at = Math.max(0, start); at < to;) {
      // Pieces end where chunks end, so that no chunk is opened twice.
      const next = Math.min(to, (Math.floor(at / streamed) + 1) * streamed)
      yield await this.read(at, next)
      at = next
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    sodium.sodium_memzero(this.#key)
    for (const scratch of this.#spare) sodium.sodium_memzero(scratch)
    this.#spare = []
    await this.#handle.close()
  }

  #takeScratch(length: number): Buffer {
    const spare = this.#spare.pop()
    return spare !== undefined && spare.length >= length
      ? spare
      : Buffer.allocUnsafeSlow(Math.max(length, 2 * sealedLength))
  }

  /** Opens `from` to `to` of a chunk; `into` begins with the block that `from` lies in. */
  #open(sealed: Buffer, index: number, from: number, to: number, into: Buffer): boolean {
    const last = index === this.#chunks - 1
    if (this.#manner === 'strict') return openPart(sealed, index, last, this.#key, from, to, into)
    const kept = Buffer.from(sealed)
    let opened = openChunk(sealed, index, last, this.#key)
    if (!opened) {
      // A chunk that did not open is overwritten with zeros.
      kept.copy(sealed)
      opened = openChunk(sealed, index, !last, this.#key)
    }
    sealed.copy(into, 0, from - (from % blockLength), to)
    return opened
  }

  /** A promise a chunk; nothing where all of them are read on return. */
  #fillAll(scratch: Buffer, offset: number): readonly Promise<void>[] {
    if (scratch.length <= seek) {
      this.#fillNow(scratch, offset)
      return []
    }
    // NOTE: all chunks are asked for at once, so that one is read while the one before it is being opened.
    const filled: Promise<void>[] = []
    for (let at = 0; at < scratch.length; at += sealedLength)
      filled.push(this.#fill(scratch.subarray(at, at + sealedLength), offset + at))
    for (const one of filled) one.catch(() => undefined)
    return filled
  }

  #fillNow(buffer: Buffer, offset: number): void {
    if (this.#closed) throw new Failure('locked')
    for (let at = 0; at < buffer.length;) {
      const bytesRead = readNow(this.#handle.fd, buffer, at, nonceLength + offset + at)
      if (bytesRead === 0) throw new Failure('mediaDamaged')
      at += bytesRead
    }
  }

  async #fill(buffer: Buffer, offset: number): Promise<void> {
    if (this.#closed) throw new Failure('locked')
    for (let at = 0; at < buffer.length;) {
      const bytesRead = await readAt(this.#handle.fd, buffer, at, nonceLength + offset + at)
      if (bytesRead === 0) throw new Failure('mediaDamaged')
      at += bytesRead
    }
    if (this.#closed) throw new Failure('locked')
  }
}
