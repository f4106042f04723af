// What has been handed over but not kept: texts in memory, sounds encrypted on the disk without a row that names them.
import { createHash, type Hash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure, type FailureCode } from '../../../../shared/contract/failure.ts'
import type { ImportedSound, ImportedTranscript, SoundSaying } from '../../../../shared/domain/imported.ts'
import { mediaFolder, MediaWriter, openMedia, type StoredMedia } from '../../files/media.ts'
import { readTranscriptOf } from '../../importers/read-transcript.ts'
import { recognise, type FileKind } from '../../importers/recognise.ts'
import { readSayings } from '../../importers/sound/says.ts'
import { readSound } from '../../importers/sound/index.ts'
import type { Session } from '../../session.ts'
import { takeIn } from '../recall/listed.ts'
import type { Item } from './item.ts'

/** A transcript is held in memory whole; no interview comes near this. */
export const mostTextBytes = 32 * 1024 * 1024

/** What a file is, is told by so much of its beginning. */
const headLength = 4 * 1024

export class HandedFile {
  readonly id: string
  readonly name: string
  kind: FileKind = 'unknown'
  closed = false
  failure: FailureCode | null = null
  transcript: ImportedTranscript | null = null
  sound: (ImportedSound & { readonly media: StoredMedia }) | null = null
  /** What else its sound says; shown, and kept nowhere. */
  says: readonly SoundSaying[] = []
  sha256 = ''
  /** Its id on the list of what is called back, where it is a recall file. */
  listed: string | null = null
  readonly #session: Session
  readonly #hash: Hash = createHash('sha256')
  #pieces: Uint8Array[] = []
  #length = 0
  #writer: Promise<MediaWriter> | null = null

  constructor(session: Session, name: string) {
    this.#session = session
    this.id = session.newId()
    this.name = name
  }

  async append(bytes: Uint8Array): Promise<void> {
    if (this.closed) throw new Failure('badInput')
    if (this.#length === 0) this.kind = recognise(this.name, bytes.subarray(0, headLength))
    this.#length += bytes.length
    this.#hash.update(bytes)
    if (this.failure !== null || this.kind === 'unknown' || this.kind === 'picture') return
    if (this.kind !== 'sound') {
      if (this.#length > mostTextBytes) {
        this.failure = 'fileTooLarge'
        this.#pieces = []
      } else this.#pieces.push(bytes)
      return
    }
    const { folder, about, surroundings } = this.#session
    // NOTE: kept before it is there: the next piece may come meanwhile, and must go to the same writer.
    this.#writer ??= MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
    await (await this.#writer).append(bytes)
  }

  /** Reads what was handed over. What is wrong with it is kept as its `failure`; nothing is thrown for it. */
  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    this.sha256 = this.#hash.digest('hex')
    if (this.failure !== null) return
    try {
      if (this.#length === 0) throw new Failure('fileEmpty')
      if (this.#writer !== null) await this.#readSound(await this.#writer)
      else if (this.kind === 'recall')
        this.listed = takeIn(this.#session, this.name, Buffer.concat(this.#pieces).toString('utf8'))
      else if (this.kind === 'unknown' || this.kind === 'picture') throw new Failure('formatUnknown')
      else this.transcript = readTranscriptOf(this.kind, this.name, Buffer.concat(this.#pieces))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      this.failure = error.code
      await this.forget()
    } finally {
      this.#pieces = []
    }
  }

  async #readSound(writer: MediaWriter): Promise<void> {
    const media = await writer.finish()
    const { folder, about } = this.#session
    const reader = await openMedia(folder, media.name, media.header, about.mediaIdentity)
    try {
      const access = { size: reader.size, read: (start: number, end: number) => reader.read(start, end) }
      const described = await readSound(access)
      this.says = await readSayings(access)
      this.sound = { ...described, media }
    } catch (error) {
      await rm(path.join(mediaFolder(folder), media.name), { force: true })
      throw error
    } finally {
      await reader.close()
    }
  }

  /** Deletes what lies on the disk. Not for a file that has been kept. */
  async forget(): Promise<void> {
    this.#pieces = []
    const writer = await this.#writer?.catch(() => null)
    await writer?.discard()
    if (this.sound !== null)
      await rm(path.join(mediaFolder(this.#session.folder), this.sound.media.name), { force: true })
    this.sound = null
    this.says = []
    this.transcript = null
  }
}

export class Batch {
  readonly id: string
  readonly files = new Map<string, HandedFile>()
  readonly items = new Map<string, Item>()
  /** Files whose pairing a person has chosen; they are not paired by name again. */
  readonly pairedByHand = new Set<string>()

  constructor(id: string) {
    this.id = id
  }

  file(id: string | null): HandedFile | null {
    return id === null ? null : (this.files.get(id) ?? null)
  }

  item(id: string): Item {
    const item = this.items.get(id)
    if (item === undefined) throw new Failure('notFound')
    return item
  }

  /** Forgets everything but what `kept` names. */
  async forget(kept: ReadonlySet<string>): Promise<void> {
    for (const file of this.files.values()) if (!kept.has(file.id)) await file.forget()
    this.files.clear()
    this.items.clear()
  }
}
