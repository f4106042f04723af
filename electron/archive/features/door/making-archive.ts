// Making an archive: nothing of it is on the disk before its paper key has been typed back.
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import { requireFolderPath } from '../../files/places.ts'
import { syncFolder } from '../../files/write-durably.ts'
import type { Surroundings } from '../../session.ts'
import type { ArgonParameters } from '../../vault/argon.ts'
import { setPaperKey } from '../../vault/keyring-change.ts'
import { createKeyring, keyringName, previousName, type OpenedKeyring } from '../../vault/keyring.ts'
import { areTypedBack, paperKeyLength } from '../../vault/paper-key.ts'
import { normalisePassphrase, requireStrength } from '../../vault/passphrase.ts'
import { showPaperKey, type ShownPaperKey } from './change-keys.ts'
import { abandonMaking, beginMaking, requireFit } from './unfinished-making.ts'

interface Making {
  readonly folder: string
  readonly archivist: string
  readonly passphrase: Buffer
  readonly paperKey: Buffer
  readonly shown: ShownPaperKey
}

/** What it asks of the door. */
interface DoorOfMaking {
  readonly isOpen: () => boolean
  /** Makes the database of an archive with this keyring, and opens it. */
  readonly enter: (folder: string, keyring: OpenedKeyring, archivist: string) => Promise<void>
  readonly lock: () => Promise<void>
}

export class MakingArchive {
  readonly #surroundings: Surroundings
  readonly #argon: () => Promise<ArgonParameters>
  readonly #door: DoorOfMaking
  #making: Making | null = null
  /** One was begun and never made; said at the door until another is begun or opened. */
  #leftUnmade = false

  constructor(surroundings: Surroundings, argon: () => Promise<ArgonParameters>, door: DoorOfMaking) {
    this.#surroundings = surroundings
    this.#argon = argon
    this.#door = door
  }

  /** Whether one was begun, and is not made. */
  isLeft(): boolean {
    return this.#making !== null || this.#leftUnmade
  }

  /** An archive is open: what was begun before is no longer of interest. */
  opened(): void {
    this.#leftUnmade = false
  }

  forget(): void {
    this.#leftUnmade ||= this.#making !== null
    this.#making?.passphrase.fill(0)
    this.#making?.paperKey.fill(0)
    this.#making = null
  }

  async begin(asked: { folder: string; passphrase: string; archivist: string; language: string }) {
    if (this.#door.isOpen()) throw new Failure('archiveHere')
    this.forget()
    this.#leftUnmade = false
    const folder = requireFolderPath(asked.folder)
    requireFit(folder)
    await requireStrength(asked.passphrase)
    const paperKey = this.#surroundings.random(paperKeyLength)
    const shown = showPaperKey(paperKey, asked.language, this.#surroundings.random)
    this.#making = {
      folder,
      archivist: asked.archivist,
      passphrase: normalisePassphrase(asked.passphrase),
      paperKey,
      shown,
    }
    return shown
  }

  async confirm(typed: readonly string[]): Promise<{ right: boolean }> {
    const making = this.#making
    if (making === null) throw new Failure('notFound')
    const right = areTypedBack(making.shown.paperKey, making.shown.check, typed)
    if (!right) return { right }
    await this.#make(making)
    this.forget()
    this.#leftUnmade = false
    return { right }
  }

  async #make({ folder, archivist, passphrase, paperKey }: Making): Promise<void> {
    requireFit(folder)
    const { random } = this.#surroundings
    const now = this.#surroundings.now().getTime()
    try {
      const making = await beginMaking(folder)
      const parameters = await this.#argon()
      const keyring = await createKeyring({ folder: making, passphrase, parameters, random, now })
      const entries = await setPaperKey({ folder: making, key: keyring.key, paperKey, random, now })
      await this.#door.enter(folder, { ...keyring, entries }, archivist)
      // The keyring comes last: without it nobody can open what lies here, and it is an unfinished archive.
      for (const name of [previousName, keyringName]) await rename(path.join(making, name), path.join(folder, name))
      await rm(making, { recursive: true })
      await syncFolder(folder)
    } catch (error) {
      await this.#door.lock()
      await abandonMaking(folder)
      throw asFailure(error)
    }
  }
}
