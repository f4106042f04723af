// Writes one recording, encrypted as it comes, with nothing but the public recipient. It has its name and its header
// only when every byte is on the disk.
import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'
import { newId } from '../vault/random.ts'
import type { RandomSource } from '../vault/random.ts'
import {
  chunkLength,
  createHeader,
  nonceLength,
  payloadKey,
  sealChunk,
  sealedLength,
  tagLength,
} from './media-format.ts'
import { makeFolder, syncFolder } from './write-durably.ts'

/** A kept recording: its file's name under `media/`, its age header, its plain size in bytes and plain SHA-256. */
export interface StoredMedia {
  readonly name: string
  readonly header: Uint8Array
  readonly size: number
  readonly sha256: string
}

export const partEnding = '.part'
const batch = 16

/** The folder of media inside an archive folder. */
export function mediaFolder(folder: string): string {
  return path.join(folder, 'media')
}

const plainName = /^[0-9a-hjkmnp-tv-z]{26}(?:\.take|-\d{1,9}\.(?:off|hers))?$/

/** A file of media, from its name in a row. Throws Failure mediaMissing for a name that this program never gives. */
export function mediaFile(folder: string, name: string): string {
  if (!plainName.test(name)) throw new Failure('mediaMissing')
  return path.join(mediaFolder(folder), name)
}

export class MediaWriter {
  readonly #folder: string
  readonly #name: string
  readonly #handle: FileHandle
  readonly #header: Uint8Array
  readonly #key: Buffer
  readonly #hash = createHash('sha256')
  readonly #held = Buffer.alloc(chunkLength)
  readonly #sealed = Buffer.alloc(batch * sealedLength)
  #heldLength = 0
  #sealedUsed = 0
  #index = 0
  #size = 0
  #last: Promise<unknown> = Promise.resolve()

  private constructor(folder: string, name: string, handle: FileHandle, header: Uint8Array, key: Buffer) {
    this.#folder = folder
    this.#name = name
    this.#handle = handle
    this.#header = header
    this.#key = key
  }

  /** Begins a file in `<folder>/media`. Throws Failure: diskFull, folderReadOnly. */
  static begin(folder: string, recipient: string, random: RandomSource): Promise<MediaWriter> {
    return told(async () => {
      const name = newId(random)
      const { header, fileKey } = await createHeader(recipient)
      const nonce = random(nonceLength)
      await makeFolder(mediaFolder(folder))
      const handle = await open(path.join(mediaFolder(folder), name + partEnding), 'wx', 0o600)
      const writer = new MediaWriter(folder, name, handle, header, payloadKey(fileKey, nonce))
      try {
        await handle.writeFile(nonce)
        return writer
      } catch (error) {
        await writer.discard()
        throw error
      }
    })
  }

  /** Takes plain bytes, which stay as they are until this is done. Throws Failure: diskFull, and so all that follows. */
  append(bytes: Uint8Array): Promise<void> {
    return this.#inTurn(async () => {
      this.#hash.update(bytes)
      this.#size += bytes.length
      for (let at = 0; at < bytes.length;) {
        // Only now is it known that the held chunk is not the last one.
        if (this.#heldLength === chunkLength) await this.#seal(false)
        const taken = bytes.subarray(at, at + chunkLength - this.#heldLength)
        this.#held.set(taken, this.#heldLength)
        this.#heldLength += taken.length
        at += taken.length
      }
      await this.#write()
    })
  }

  /** Seals the end, makes it durable and gives it its name. */
  finish(): Promise<StoredMedia> {
    return this.#inTurn(async () => {
      await this.#seal(true)
      await this.#write()
      await this.#handle.sync()
      await this.#handle.close()
      const media = mediaFolder(this.#folder)
      await rename(path.join(media, this.#name + partEnding), path.join(media, this.#name))
      await syncFolder(media)
      this.#forget()
      return { name: this.#name, header: this.#header, size: this.#size, sha256: this.#hash.digest('hex') }
    })
  }

  /** Leaves nothing behind. Harmless after `finish` failed. */
  async discard(): Promise<void> {
    await this.#last.catch(() => undefined)
    this.#last = Promise.reject(new Failure('cancelled'))
    this.#last.catch(() => undefined)
    this.#forget()
    await this.#handle.close().catch(() => undefined)
    await rm(path.join(mediaFolder(this.#folder), this.#name + partEnding), { force: true })
  }

  /** One call after another; once one has failed all fail, so that nothing with a hole in it is ever kept. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => told(work))
    this.#last = turn
    turn.catch(() => undefined)
    return turn
  }

  async #seal(last: boolean): Promise<void> {
    if (this.#sealedUsed + sealedLength > this.#sealed.length) await this.#write()
    const sealed = this.#sealed.subarray(this.#sealedUsed, this.#sealedUsed + this.#heldLength + tagLength)
    sealChunk(sealed, this.#held.subarray(0, this.#heldLength), this.#index, last, this.#key)
    this.#sealedUsed += sealed.length
    this.#index += 1
    this.#heldLength = 0
  }

  async #write(): Promise<void> {
    for (let at = 0; at < this.#sealedUsed;) {
      const { bytesWritten } = await this.#handle.write(this.#sealed, at, this.#sealedUsed - at)
      at += bytesWritten
    }
    this.#sealedUsed = 0
  }

  #forget(): void {
    sodium.sodium_memzero(this.#key)
    sodium.sodium_memzero(this.#held)
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw knownFailure(error) ?? error
  }
}
