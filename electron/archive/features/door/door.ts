// The door: whether an archive is open, for whom, and how it is closed. Only here and in what lies beside it is an archive
// key in the features' hands.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { door as contract } from '../../../../shared/contract/door.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Actor } from '../../actor.ts'
import { asFailure } from '../../as-failure.ts'
import { requireFolderPath } from '../../files/places.ts'
import type { OpenSession, Session, Surroundings } from '../../session.ts'
import { calibrate, measureArgon, type ArgonParameters } from '../../vault/argon.ts'
import { settleKeyring } from '../../vault/keyring.ts'
import type { KeyringEntries } from '../../vault/keyring-map.ts'
import type { Changes } from '../care.ts'
import type { Keeper } from '../her-session/hand-over.ts'
import { LeftAlone } from '../her-session/left-alone.ts'
import { opensSameKey, type OpenedSame } from '../her-session/same-key.ts'
import { membersHandlers } from '../members/index.ts'
import type { MembersKeeper, Reopening } from '../members/keeper.ts'
import { Raising } from '../members/raising.ts'
import { Sheets } from '../members/sheets.ts'
import { ChangeKeys } from './change-keys.ts'
import { enterArchive, type Entering } from './entering.ts'
import { doorHandlers } from './handlers.ts'
import { LastFolder } from './last-folder.ts'
import { MakingArchive } from './making-archive.ts'

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
      enter: (folder, keyring, archivist) =>
        this.#enter(folder, { openKeyring: () => Promise.resolve(keyring), newArchivist: archivist }),
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
      else if (opened !== null) await this.#enter(folder, { openKeyring: () => Promise.resolve(opened) })
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
    return doorHandlers({
      dataFolder: this.#dataFolder,
      surroundings: this.#surroundings,
      lastFolder: this.#lastFolder,
      making: this.#making,
      changeKeys: this.#changeKeys,
      raising: this.#raising,
      standing: () => ({
        session: this.#session,
        openBetween: this.#between?.name ?? null,
        isLeaving: this.#isLeaving,
      }),
      alone: this.alone,
      enter: (folder, entering) => this.#enter(folder, entering),
      lock: () => this.lock(),
    })
  }

  /** One at a time: opening twice at once would find its own lock. */
  readonly alone = <T>(work: () => Promise<T>): Promise<T> => {
    const before = this.#busy
    const mine = before.catch(() => undefined).then(work)
    this.#busy = mine
    return mine
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

  async #enter(asked: string, entering: Entering): Promise<void> {
    const folder = requireFolderPath(asked)
    const locks = this.#locks
    if (this.#session !== null) throw new Failure('alreadyOpenElsewhere')
    const { session, keyMark } = await enterArchive(folder, entering, this.#surroundings, this.#changes.tell)
    // NOTE: opening takes a second, and whoever locked meanwhile meant this archive.
    if (locks !== this.#locks) {
      await session.close()
      throw new Failure('locked')
    }
    this.#session = session
    this.#keyMark = keyMark
    this.#watch(session.actor)
    this.#making.opened()
    await settleKeyring(folder).catch(() => undefined) // where nothing can be written, nothing was changed either
    await this.#lastFolder.keep(folder).catch(() => undefined) // only a convenience: the archive itself is open
    this.#changes.tell('door')
  }
}
