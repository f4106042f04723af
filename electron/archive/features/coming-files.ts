// Files that come piece by piece and are encrypted as they come. What somebody at the window began is gone with them.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure, type FailureCode } from '../../../shared/contract/failure.ts'
import {
  destroyMedia,
  mediaFolder,
  MediaWriter,
  openMedia,
  type MediaReader,
  type StoredMedia,
} from '../files/media.ts'
import type { ChangedConcept, OpenSession, Session } from '../session.ts'
import type { WritableArchive } from '../store/archive-database.ts'
import { insertMedia } from '../store/media-rows.ts'

/** Bytes of one file, and of one piece of it. */
const longest = 200 * 1024 * 1024
const longestPiece = 1024 * 1024
const mostUnderWay = 8

/** How each kind of file begins. */
const beginnings: Readonly<Record<string, Buffer>> = {
  'audio/webm': Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
  'audio/ogg': Buffer.from('OggS'),
  'audio/wav': Buffer.from('RIFF'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'application/pdf': Buffer.from('%PDF-'),
  'audio/flac': Buffer.from('fLaC'),
}

function beginsAs(type: string, bytes: Uint8Array): boolean {
  const first = Buffer.from(bytes.subarray(0, 12))
  if (type === 'audio/mp4') return first.toString('latin1', 4, 8) === 'ftyp'
  // A tag before the frames, or a frame.
  if (type === 'audio/mpeg')
    return first.toString('latin1', 0, 3) === 'ID3' || (first[0] === 0xff && ((first[1] ?? 0) & 0xe0) === 0xe0)
  const beginning = beginnings[type]
  return beginning?.equals(first.subarray(0, beginning.length)) === true
}

/** `testimony`: whose file it is to be. */
export interface AboutFile {
  readonly testimony: string
  readonly type: string
}

interface Coming<About extends AboutFile> {
  readonly about: About
  readonly writer: MediaWriter
  size: number
}

export class ComingFiles<About extends AboutFile> {
  readonly #open: OpenSession
  /** Told of each file that is not under way any more. */
  readonly #ended: (id: string) => void
  // NOTE: by session, so that none outlives its lock.
  readonly #ofSession = new WeakMap<Session, Map<string, Coming<About>>>()

  /** How many are being begun, beside those that are. */
  readonly #starting = new WeakMap<Map<string, Coming<About>>, number>()

  constructor(open: OpenSession, ended: (id: string) => void) {
    this.#open = open
    this.#ended = ended
  }

  #coming(session: Session): Map<string, Coming<About>> {
    const kept = this.#ofSession.get(session)
    if (kept !== undefined) return kept
    const begun = new Map<string, Coming<About>>()
    this.#ofSession.set(session, begun)
    const discard = async () => {
      const files = [...begun.values()]
      for (const id of begun.keys()) this.#ended(id)
      begun.clear()
      if (this.#ofSession.get(session) === begun) this.#ofSession.delete(session)
      for (const { writer } of files) await writer.discard()
    }
    session.onClose(discard)
    session.beginStream(discard) // for whoever comes to the window next there is none
    return begun
  }

  #of(session: Session, testimony: string, id: string): Coming<About> {
    const found = this.#coming(session).get(id)
    if (found?.about.testimony !== testimony) throw new Failure('notFound')
    return found
  }

  /** Gives its id. Throws Failure tooManyCalls, diskFull, folderReadOnly, locked. */
  async begin(about: About): Promise<string> {
    const session = this.#open()
    const begun = this.#coming(session)
    const { folder, about: archive, surroundings } = session
    // NOTE: its place is taken before anything is awaited, or calls at the same moment would all find one.
    const starting = (this.#starting.get(begun) ?? 0) + 1
    if (begun.size + starting > mostUnderWay) throw new Failure('tooManyCalls')
    this.#starting.set(begun, starting)
    let writer: MediaWriter
    try {
      writer = await MediaWriter.begin(folder, archive.mediaRecipient, surroundings.random)
    } finally {
      this.#starting.set(begun, (this.#starting.get(begun) ?? 1) - 1)
    }
    if (this.#ofSession.get(session) !== begun || this.#open() !== session) {
      await writer.discard()
      throw new Failure('locked')
    }
    const id = session.newId()
    begun.set(id, { about, writer, size: 0 })
    return id
  }

  /** Throws Failure notFound, badInput, fileTooLarge, diskFull, and `unreadable` where it does not begin as its kind does. */
  async append(testimony: string, id: string, bytes: Uint8Array, unreadable: FailureCode): Promise<void> {
    const file = this.#of(this.#open(), testimony, id)
    if (bytes.length > longestPiece) throw new Failure('badInput')
    if (file.size + bytes.length > longest) throw new Failure('fileTooLarge')
    if (file.size === 0 && !beginsAs(file.about.type, bytes)) throw new Failure(unreadable)
    file.size += bytes.length
    await file.writer.append(bytes)
  }

  /**
   * Keeps it among the media, with what `keep` adds in the same transaction. `look` reads it before: where that throws it
   * is not kept. Throws Failure notFound, fileEmpty, locked.
   */
  async finish(
    testimony: string,
    id: string,
    concepts: readonly ChangedConcept[],
    keep: (archive: WritableArchive, media: StoredMedia, about: About, at: string) => void,
    look: (media: StoredMedia, reader: MediaReader) => Promise<void> = () => Promise.resolve(),
  ): Promise<StoredMedia> {
    const { media } = await this.#finished(testimony, id, async (media, about, reader) => {
      await look(media, reader)
      return this.#keeping(concepts, (archive, at) => {
        insertMedia(archive, { ...media, kind: 'recording', type: about.type }, at)
        keep(archive, media, about, at)
      })
    })
    return media
  }

  /**
   * The same for what is kept in another way: `write` reads it and gives how that is saved. Its own file, whose key no row ever
   * had, is gone afterwards.
   */
  async finishElsewhere(
    testimony: string,
    id: string,
    concepts: readonly ChangedConcept[],
    write: (reader: MediaReader, about: About) => Promise<(archive: WritableArchive, at: string) => void>,
  ): Promise<void> {
    const { session, media } = await this.#finished(testimony, id, async (_media, about, reader) =>
      this.#keeping(concepts, await write(reader, about)),
    )
    await destroyMedia(session.folder, media.name)
  }

  #keeping(concepts: readonly ChangedConcept[], keep: (archive: WritableArchive, at: string) => void) {
    return (session: Session): void => session.save(concepts, (archive) => keep(archive, session.moment()))
  }

  /** Gives its file, which stays only where nothing fails. `work` reads it, and gives how it is saved. */
  async #finished(
    testimony: string,
    id: string,
    work: (media: StoredMedia, about: About, reader: MediaReader) => Promise<(session: Session) => void>,
  ): Promise<{ session: Session; media: StoredMedia }> {
    const session = this.#open()
    const { atWindow } = session
    const { writer, about, size } = this.#of(session, testimony, id)
    if (size === 0) throw new Failure('fileEmpty')
    this.#forget(session, id)
    let name: string | null = null
    try {
      const media = await writer.finish()
      name = media.name
      const reader = await openMedia(session.folder, name, media.header, session.about.mediaIdentity)
      let save: (session: Session) => void
      try {
        save = await work(media, about, reader)
      } finally {
        await reader.close()
      }
      // NOTE: whoever is at the window by now did not bring it.
      if (this.#open() !== session || atWindow.aborted) throw new Failure('locked')
      save(session)
      return { session, media }
    } catch (error) {
      await writer.discard()
      if (name !== null) await rm(path.join(mediaFolder(session.folder), name), { force: true })
      throw error
    }
  }

  /** What is under way; throws Failure notFound. */
  aboutOf(testimony: string, id: string): About {
    return this.#of(this.#open(), testimony, id).about
  }

  /** False where no such file is under way. */
  async drop(testimony: string, id: string): Promise<boolean> {
    const session = this.#open()
    const file = this.#coming(session).get(id)
    if (file === undefined || file.about.testimony !== testimony) return false
    this.#forget(session, id)
    await file.writer.discard()
    return true
  }

  #forget(session: Session, id: string): void {
    this.#coming(session).delete(id)
    this.#ended(id)
  }
}

/** A file whose rows are gone is gone from the disk too, and from the log. */
export async function removeMedia(session: Session, name: string): Promise<void> {
  session.database.emptyLog()
  await session.closeReader(name)
  await destroyMedia(session.folder, name)
}
