// The door: making an archive, opening it, closing it. The only place where an archive key is in the features' hands.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Handlers } from '../../../shared/contract/define.ts'
import type { door as contract } from '../../../shared/contract/door.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import { forgetKeys, type Actor } from '../actor.ts'
import { asFailure } from '../as-failure.ts'
import { createMediaKey, sweepMedia } from '../files/media.ts'
import { requireOwnFiles } from '../files/own-files.ts'
import { inspectFolder, requireFolderPath } from '../files/places.ts'
import { sweepTakes } from '../files/take-names.ts'
import { migrations } from '../migrations/index.ts'
import { Session, type OpenSession, type Surroundings } from '../session.ts'
import { ArchiveDatabase } from '../store/archive-database.ts'
import { insertArchive } from '../store/archive-row.ts'
import { openDatabase } from '../store/connection.ts'
import { mediaNames } from '../store/media-rows.ts'
import { migrate } from '../store/migrate.ts'
import { requireOwnSchema } from '../store/own-schema.ts'
import { offRecordFiles } from '../store/off-record.ts'
import { takeFiles } from '../store/takes.ts'
import { calibrate, measureArgon, type ArgonParameters } from '../vault/argon.ts'
import {
  openWithPaperKey,
  openWithPassphrase,
  settleKeyring,
  openKeyring,
  type MayRaise,
  type OpenedKeyring,
} from '../vault/keyring.ts'
import type { KeyringEntries } from '../vault/keyring-map.ts'
import { lookAtPaperWords, readPaperKey } from '../vault/paper-key.ts'
import { estimatePassphrase, normalisePassphrase, proposePassphrase } from '../vault/passphrase.ts'
import { version, builtAt } from '../version.ts'
import type { Changes } from './care.ts'
import { backupKeyOf } from '../files/backup/backup-key.ts'
import { sweepTrying } from './backup/tried.ts'
import { finishNewKey } from './members/new-key.ts'
import { membersHandlers } from './members/index.ts'
import type { MembersKeeper, Reopening } from './members/keeper.ts'
import { lookAtSheetsFor } from './members/look-at-shares.ts'
import { withSecret } from './members/opens-with.ts'
import { Raising } from './members/raising.ts'
import { Sheets } from './members/sheets.ts'
import { archivistAt } from './members/who-opened.ts'
import { ChangeKeys } from './change-keys.ts'
import { MakingArchive } from './making-archive.ts'
import { folderHandlers } from './folders.ts'
import { forgetUnnamedEvidence } from './consent/evidence.ts'
import { finishErasing } from './erase/carry-out.ts'
import { finishLeaving } from './leaving.ts'
import { herInHerCopy, type Keeper } from './her-session/hand-over.ts'
import { LeftAlone } from './her-session/left-alone.ts'
import { LastFolder } from './last-folder.ts'
import { markOf, opensSameKey, type OpenedSame } from './her-session/same-key.ts'
import { finishMaking } from './unfinished-making.ts'
import { keepPreferences, readPreferences } from './preferences.ts'

const databaseName = 'archive.db'

export class Door implements Keeper, MembersKeeper {
  readonly #dataFolder: string
  readonly #surroundings: Surroundings
  readonly #changes: Changes
  readonly argon: () => Promise<ArgonParameters>
  readonly #onLock: () => void
  readonly #changeKeys: ChangeKeys
  readonly #sheets: Sheets
  readonly #raising: Raising
  readonly isRecording: () => boolean
  readonly #leftAlone: LeftAlone
  #session: Session | null = null
  #keyMark: Buffer | null = null
  readonly #making: MakingArchive
  readonly #lastFolder: LastFolder
  /** It is being taken off this machine: whoever asks meanwhile is told nothing of it. */
  #isLeaving = false
  #busy: Promise<unknown> = Promise.resolve()
  #locks = 0
  /** While the database is closed for a while and nobody is locked out. */
  #between: { readonly locked: AbortController; readonly ended: Promise<unknown>; readonly name: string } | null = null

  constructor(
    dataFolder: string,
    surroundings: Surroundings,
    changes: Changes,
    argon: ArgonParameters | null,
    onLock: () => void,
    isRecording: () => boolean = () => false,
  ) {
    this.#dataFolder = dataFolder
    this.#lastFolder = new LastFolder(dataFolder)
    this.#surroundings = surroundings
    this.#changes = changes
    this.argon =
      argon === null
        ? () => calibrate((parameters) => measureArgon(parameters, surroundings.random))
        : () => Promise.resolve(argon)
    this.#onLock = onLock
    this.isRecording = isRecording
    const { random, now } = surroundings
    this.#changeKeys = new ChangeKeys(this, random, now)
    this.#sheets = new Sheets(this, random, now)
    this.#making = new MakingArchive(surroundings, this.argon, {
      isOpen: () => this.#session !== null,
      enter: (folder, keyring, archivist) => this.#enter(folder, () => Promise.resolve(keyring), archivist),
      lock: () => this.lock(),
    })
    this.#raising = new Raising({
      random,
      argon: this.argon,
      isGiven: argon !== null,
      alone: this.alone,
      done: (entries) => {
        if (this.#session !== null) this.keepEntries(this.#session, entries)
      },
    })
    this.#leftAlone = new LeftAlone(surroundings.now, () => void this.lock())
  }

  readonly open: OpenSession = () => {
    if (this.#session === null) throw new Failure(this.isBetween() ? 'makingNewKey' : 'locked')
    return this.#session
  }

  session(): Session | null {
    return this.#session
  }

  /** Whether the database is closed for a while, and opens again by itself. */
  isBetween(): boolean {
    return this.#between !== null
  }

  async lock(): Promise<void> {
    this.#locks += 1
    this.#making.forget()
    this.#forgetShown()
    this.#raising.forget()
    this.#leftAlone.end()
    // NOTE: whoever is not waited for is locked out before anything else can happen.
    if (this.#between !== null) {
      this.#between.locked.abort()
      await this.#between.ended
    }
    const session = this.#session
    this.#session = null
    this.#keyMark = null
    this.#onLock()
    if (session !== null) await session.close()
    this.#changes.tell('door')
  }

  /** A call came, or sound was asked for: somebody is at the window. */
  heard(): void {
    this.#leftAlone.heard()
  }

  /** What was begun at the window ends first, and what was shown there is forgotten. Throws Failure locked. */
  async handTo(session: Session, actor: Actor): Promise<void> {
    await session.clearWindow()
    session.become(actor)
    this.#forgetShown()
    this.#onLock()
    this.#watch(actor)
    this.#changes.tell('door')
  }

  /** Whose normalised passphrase opens exactly this archive, and no other keyring laid in its place; null else. */
  async opensThis(passphrase: Buffer): Promise<OpenedSame | null> {
    const { folder } = this.open()
    const mark = this.#keyMark
    return mark === null ? null : opensSameKey(folder, passphrase, mark)
  }

  readonly keepEntries = (session: Session, entries: KeyringEntries): void => {
    if (session.keyring !== null) session.keyring = { entries, slot: session.keyring.slot }
    this.#changes.tell('door')
  }

  /** As `MembersKeeper` says. Throws what `work` failed with, and locked. */
  async whileClosed(work: (folder: string, signal: AbortSignal) => Promise<Reopening>): Promise<void> {
    const session = this.open()
    const { folder, actor } = session
    const locks = this.#locks
    const locked = new AbortController()
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    this.#between = { locked, ended, name: actor.name }
    try {
      this.#session = null
      this.#forgetShown()
      this.#raising.forget()
      this.#onLock()
      await session.close()
      const { opened, failure } = await work(folder, locked.signal)
      if (opened !== null && locks !== this.#locks) opened.key.fill(0)
      else if (opened !== null) await this.#enter(folder, () => Promise.resolve(opened))
      if (failure !== null) throw asFailure(failure)
    } finally {
      this.#between = null
      end()
      this.#changes.tell('door')
    }
  }

  #forgetShown(): void {
    this.#changeKeys.forget()
    this.#sheets.forget()
  }

  membersHandlers(): ReturnType<typeof membersHandlers> {
    return membersHandlers(this, this.#sheets, this.#surroundings)
  }

  #watch(actor: Actor): void {
    if (actor.role === 'narrator') this.#leftAlone.begin()
    else this.#leftAlone.end()
  }

  handlers(): Handlers<typeof contract> {
    return {
      state: async () => {
        const folder = await this.#lastFolder.read()
        const place = inspectFolder(folder)
        return {
          state:
            this.#session !== null || this.#between !== null
              ? 'open'
              : place.hasArchive && !this.#isLeaving
                ? 'closed'
                : 'none',
          folder,
          synced: place.synced,
          archivist:
            this.#session?.actor.role === 'archivist' ? this.#session.actor.name : (this.#between?.name ?? null),
          role: this.#session?.actor.role ?? (this.#between === null ? null : 'archivist'),
          usedPreviousKeyring: this.#session?.usedPreviousKeyring ?? false,
          leftUnmade: this.#making.isLeft(),
          preferences: await readPreferences(this.#dataFolder),
          version,
          builtAt,
        }
      },
      keepPreferences: async (kept) => {
        await keepPreferences(this.#dataFolder, kept).catch((error: unknown) => {
          throw asFailure(error)
        })
        return {}
      },
      proposePassphrase: async ({ language }) => ({
        passphrase: await proposePassphrase(language, this.#surroundings.random),
      }),
      estimatePassphrase: async ({ passphrase }) => {
        const { verdict, guessesLog10 } = await estimatePassphrase(passphrase)
        return { verdict, guessesLog10 }
      },
      create: (asked) => this.alone(() => this.#making.begin(asked)),
      confirmPaperKey: ({ words }) => this.alone(() => this.#making.confirm(words)),
      open: ({ folder, passphrase }) =>
        this.alone(async () => {
          const bytes = normalisePassphrase(passphrase)
          try {
            let [took, behind] = [0, false]
            const openKeyring = async () => {
              const since = performance.now()
              const opened = await openWithPassphrase(folder, bytes, this.#mayRaise())
              took = performance.now() - since
              behind = opened.behind
              return opened
            }
            await this.#enter(folder, openKeyring, null, bytes)
            void this.#raising.after({ folder, passphrase: bytes, behind, took })
          } finally {
            bytes.fill(0)
          }
          return {}
        }),
      openWithPaperKey: ({ folder, words }) =>
        this.alone(async () => {
          const bytes = readPaperKey(words)
          try {
            await this.#enter(folder, () => openWithPaperKey(folder, bytes, this.#mayRaise()))
          } finally {
            bytes.fill(0)
          }
          return {}
        }),
      lookAtShares: ({ folder, sheets }) => lookAtSheetsFor(requireFolderPath(folder), sheets),
      openWithShares: ({ folder, sheets }) =>
        this.alone(async () => {
          const asked = { kind: 'shares', words: sheets.join('\n') } as const
          await withSecret(asked, (opens) => this.#enter(folder, () => openKeyring(folder, opens)))
          return {}
        }),
      ...this.#changeKeys.handlers(),
      lookAtPaperWords: ({ words }) => lookAtPaperWords(words),
      lock: async () => {
        await this.lock()
        return {}
      },
      ...folderHandlers,
    }
  }

  /** One at a time: opening twice at once would find its own lock. */
  readonly alone = <T>(work: () => Promise<T>): Promise<T> => {
    const before = this.#busy
    const mine = before.catch(() => undefined).then(work)
    this.#busy = mine
    return mine
  }

  #mayRaise(): MayRaise {
    return { random: this.#surroundings.random, now: this.#surroundings.now().getTime() }
  }

  /** Locks, lets `remove` take the archive off this machine, and forgets that it was here. Throws Failure locked. */
  async leaveMachine(remove: (folder: string) => Promise<void>): Promise<void> {
    await this.alone(async () => {
      const { folder } = this.open()
      this.#isLeaving = true
      try {
        await this.lock()
        await remove(folder)
        await this.#lastFolder.forget()
      } finally {
        this.#isLeaving = false
        this.#changes.tell('door')
      }
    })
  }

  /** Opens the database with a key from the keyring, brings it up to date, and finishes what a crash interrupted. */
  async #enter(
    asked: string,
    openKeyring: () => Promise<OpenedKeyring>,
    newArchivist: string | null = null,
    passphrase: Buffer | null = null,
  ): Promise<void> {
    const folder = requireFolderPath(asked)
    const locks = this.#locks
    if (this.#session !== null) throw new Failure('alreadyOpenElsewhere')
    if (!inspectFolder(folder).exists) throw new Failure('folderMissing')
    requireOwnFiles(folder)
    if (newArchivist === null) {
      if (!inspectFolder(folder).hasArchive && !existsSync(path.join(folder, databaseName)))
        throw new Failure('noArchiveHere')
      await finishMaking(folder).catch(() => undefined) // the keyring before it opens too
    }
    const { key, archiveId, usedPrevious, entries, slot } = await openKeyring()
    const now = this.#surroundings.now().toISOString()
    const keyMark = markOf(key)
    const backupKey = backupKeyOf(key)
    let database
    try {
      if (newArchivist === null) await finishNewKey(folder, key)
      database = openDatabase(path.join(folder, databaseName), key, newArchivist === null ? 'open' : 'create')
    } finally {
      key.fill(0)
    }
    try {
      requireOwnSchema(database, migrations)
      migrate(database, migrations, now)
      const archive = new ArchiveDatabase(database)
      if (newArchivist !== null) {
        const { recipient, identity } = await createMediaKey()
        const row = { id: archiveId, archivist: newArchivist, mediaRecipient: recipient, mediaIdentity: identity }
        archive.transaction((writable) => insertArchive(writable, row, now))
      }
      const session = new Session(archive, folder, usedPrevious, this.#surroundings, this.#changes.tell)
      session.keepBackupKey(backupKey)
      session.keepMoment()
      await finishErasing(session)
      forgetUnnamedEvidence(session)
      await sweepTrying(folder)
      await sweepMedia(folder, mediaNames(archive))
      await sweepTakes(folder, takeFiles(archive), offRecordFiles(archive))
      await finishLeaving(session)
      if (entries !== null) session.keyring = { entries, slot }
      session.become((await herInHerCopy(session, passphrase)) ?? archivistAt(session))
      // NOTE: opening takes a second, and whoever locked meanwhile meant this archive.
      if (locks !== this.#locks) {
        forgetKeys(session.actor)
        throw new Failure('locked')
      }
      this.#session = session
      this.#keyMark = keyMark
      this.#watch(session.actor)
      this.#making.opened()
    } catch (error) {
      backupKey.fill(0)
      database.close()
      throw asFailure(error)
    }
    await settleKeyring(folder).catch(() => undefined) // where nothing can be written, nothing was changed either
    await this.#lastFolder.keep(folder).catch(() => undefined) // only a convenience: the archive itself is open
    this.#changes.tell('door')
  }
}
