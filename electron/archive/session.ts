// The open archive as the features see it: its database, its folder, its keys for media, its clock.
import { Failure } from '../../shared/contract/failure.ts'
import { forgetKeys, type Actor, type OpenNarratorKey } from './actor.ts'
import type { ArchiveDatabase, WritableArchive } from './store/archive-database.ts'
import { keepMoment, readArchive, type ArchiveRow } from './store/archive-row.ts'
import { openMedia, type MediaReader } from './files/media.ts'
import { readMedia } from './store/media-rows.ts'
import type { KeyringEntries } from './vault/keyring-map.ts'
import { newId, newSmallId, type RandomSource } from './vault/random.ts'

/** `words`: what somebody writes was kept; the window that they write in has it already. */
export type ChangedConcept =
  | 'shelf'
  | 'story'
  | 'words'
  | 'marks'
  | 'consent'
  | 'excerpts'
  | 'givenOut'
  | 'door'
  | 'transcribing'
  | 'backup'

/** Only the clock and chance can be replaced. */
export interface Surroundings {
  readonly now: () => Date
  readonly random: RandomSource
}

export class Session {
  readonly database: ArchiveDatabase
  readonly folder: string
  readonly usedPreviousKeyring: boolean
  readonly surroundings: Surroundings
  readonly about: ArchiveRow
  /** Whose the keyring's slots are, and which of them opened; null where that cannot be read. No secret is in it. */
  keyring: { readonly entries: KeyringEntries; readonly slot: number } | null = null
  /** Whose testimony a rendition under way is of. */
  readonly testimonyOfRendition = new Map<string, string>()
  readonly #changed: (concept: ChangedConcept) => void
  #actor: Actor
  #atWindow = new AbortController()
  /** How to end each stream, and whatever else is under way for one person alone. */
  readonly #streams = new Set<() => Promise<unknown>>()
  readonly #readers = new Map<string, MediaReader>()
  readonly #onClose: (() => Promise<void>)[] = []
  #latest: string
  #backupKey: Buffer | null = null
  #closed = false

  constructor(
    database: ArchiveDatabase,
    folder: string,
    usedPreviousKeyring: boolean,
    surroundings: Surroundings,
    changed: (concept: ChangedConcept) => void,
  ) {
    this.database = database
    this.folder = folder
    this.usedPreviousKeyring = usedPreviousKeyring
    this.surroundings = surroundings
    this.about = readArchive(database)
    this.#actor = { role: 'archivist', name: this.about.archivist }
    this.#changed = changed
    this.#latest = this.about.latestMoment
  }

  /** Who is at the window now. */
  get actor(): Actor {
    return this.#actor
  }

  /** Fires when somebody else comes to the window, and at lock: what was begun for whoever was there ends. */
  get atWindow(): AbortSignal {
    return this.#atWindow.signal
  }

  /** Something under way that must not go on for somebody else. Gives what to call when it has ended by itself. */
  beginStream(end: () => Promise<unknown>): () => void {
    this.#streams.add(end)
    return () => this.#streams.delete(end)
  }

  /** Resolves when nothing is under way any more of what whoever is at the window began. */
  async clearWindow(): Promise<void> {
    this.#atWindow.abort()
    for (const end of this.#streams) {
      await end().catch(() => undefined)
      this.#streams.delete(end)
    }
  }

  /** From here on somebody else is at the window: keys of hers are zeroed, and nothing that was begun goes on. */
  become(actor: Actor): void {
    if (this.#closed) throw new Failure('locked')
    this.#atWindow.abort()
    this.#atWindow = new AbortController()
    this.testimonyOfRendition.clear()
    if (this.#actor !== actor) forgetKeys(this.#actor)
    this.#actor = actor
  }

  /** The same narrator with her key open, or without it. The one she held before is zeroed. Throws Failure locked, onlyNarrator. */
  holdKey(key: OpenNarratorKey | null): void {
    if (this.#closed) throw new Failure('locked')
    if (this.#actor.role !== 'narrator') throw new Failure('onlyNarrator')
    if (this.#actor.key !== key) forgetKeys(this.#actor)
    this.#actor = { ...this.#actor, key }
  }

  /** What the lists of backups are sealed with; another one when the archive key is another. Zeroed at lock. */
  keepBackupKey(key: Buffer): void {
    this.#backupKey?.fill(0)
    this.#backupKey = key
  }

  /** Throws Failure locked. */
  backupKey(): Buffer {
    if (this.#closed || this.#backupKey === null) throw new Failure('locked')
    return this.#backupKey
  }

  newId(): string {
    return newId(this.surroundings.random)
  }

  /** For turns and passages. */
  newSmallId(): string {
    return newSmallId(this.surroundings.random)
  }

  /** Now, or the latest moment that the archive has seen where the clock was set back. ISO 8601 UTC. */
  moment(): string {
    const now = this.surroundings.now().toISOString()
    if (now > this.#latest) this.#latest = now
    return this.#latest
  }

  /** One transaction: everything in it is kept, with the moment, or nothing. */
  save<T>(concepts: readonly ChangedConcept[], work: (archive: WritableArchive) => T): T {
    const result = this.database.transaction((archive) => {
      const kept = work(archive)
      keepMoment(archive, this.moment())
      return kept
    })
    for (const concept of concepts) this.#changed(concept)
    return result
  }

  /** Keeps what can be worked out again from what is kept: nobody is told, and a backup without it holds everything. */
  keepWorkedOut(work: (archive: WritableArchive) => void): void {
    this.database.transactionOfWorkedOut(work)
  }

  /** A reader that stays open, and is closed with the session. Throws Failure mediaMissing, mediaDamaged. */
  async reader(media: string): Promise<MediaReader> {
    if (this.#closed) throw new Failure('locked')
    const kept = this.#readers.get(media)
    if (kept !== undefined) return kept
    const { header } = readMedia(this.database, media)
    const reader = await openMedia(this.folder, media, header, this.about.mediaIdentity)
    const meanwhile = this.#readers.get(media)
    if (meanwhile !== undefined || this.#closed) {
      await reader.close()
      if (meanwhile === undefined) throw new Failure('locked')
      return meanwhile
    }
    this.#readers.set(media, reader)
    return reader
  }

  async closeReader(media: string): Promise<void> {
    const reader = this.#readers.get(media)
    this.#readers.delete(media)
    await reader?.close()
  }

  /** Run when the archive is locked, before its database closes. */
  onClose(work: () => Promise<void>): void {
    this.#onClose.push(work)
  }

  /** NOTE: a full or failing disk must not keep it open, so what fails on the way is left: the next opening cleans up. */
  async close(): Promise<void> {
    this.#closed = true
    this.#atWindow.abort()
    this.#backupKey?.fill(0)
    forgetKeys(this.#actor)
    for (const work of this.#onClose) await work().catch(() => undefined)
    for (const media of this.#readers.keys()) await this.closeReader(media).catch(() => undefined)
    this.keepMoment()
    this.database.close()
  }

  /** NOTE: on a full disk it is only in memory, and was kept with the last change: that must keep nobody out, nor the archive open. */
  keepMoment(): void {
    try {
      this.database.transaction((archive) => keepMoment(archive, this.moment()))
    } catch {
      return
    }
  }
}

/** Gives the open archive; throws Failure locked where there is none. */
export type OpenSession = () => Session
