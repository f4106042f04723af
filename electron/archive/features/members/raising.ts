// The work of a passphrase, raised after an opening where this machine does it much faster than a second. Nobody is asked
// and nobody waits; whoever locks meanwhile ends it.
import { setTimeout } from 'node:timers/promises'
import { secretBytes } from '../../vault/secret-bytes.ts'
import { argonFloor, type ArgonParameters } from '../../vault/argon.ts'
import { raiseWork } from '../../vault/keyring-change.ts'
import type { KeyringEntries } from '../../vault/keyring-map.ts'
import type { RandomSource } from '../../vault/random.ts'

/** Milliseconds: an opening that took longer is not looked at. Half as much again as what is aimed at would be twice the work. */
const muchFaster = 400

/** Milliseconds: measuring takes all of the machine for seconds, and an archive that was just opened has other things to draw. */
const firstDrawing = 15_000

interface JustOpened {
  readonly folder: string
  readonly passphrase: Buffer
  /** Hers is still the work from before somebody else's was raised. */
  readonly behind: boolean
  /** Milliseconds that the opening of the keyring took. */
  readonly took: number
}

interface AroundRaising {
  readonly random: RandomSource
  /** What the work should be here. Measuring it takes a second or two. */
  readonly argon: () => Promise<ArgonParameters>
  /** Whether that is given and need not be measured. */
  readonly isGiven: boolean
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly done: (entries: KeyringEntries) => void
}

export class Raising {
  readonly #around: AroundRaising
  readonly #restMs: number
  #passphrase: Buffer | null = null
  #forgotten = new AbortController()

  /** @param restMs for so long after an opening nothing is measured */
  constructor(around: AroundRaising, restMs = firstDrawing) {
    this.#around = around
    this.#restMs = restMs
  }

  /** The passphrase that is held for it is zeroed, and nothing is written any more. */
  forget(): void {
    this.#forgotten.abort()
    this.#passphrase?.fill(0)
    this.#passphrase = null
  }

  /** Holds a copy of the passphrase until it is done. Nothing that fails is said: it opens as it did. */
  async after({ folder, passphrase, behind, took }: JustOpened): Promise<void> {
    this.forget()
    const { random, argon, isGiven, alone, done } = this.#around
    if (!behind && !isGiven && took > muchFaster) return
    const own = secretBytes(passphrase)
    this.#passphrase = own
    const forgotten = new AbortController()
    this.#forgotten = forgotten
    const isWanted = (): boolean => this.#passphrase === own
    try {
      if (!behind && !isGiven) await setTimeout(this.#restMs, undefined, { signal: forgotten.signal, ref: false })
      const parameters = behind ? argonFloor : await argon()
      if (!isWanted()) return
      const entries = await alone(() => raiseWork({ folder, passphrase: own, parameters, behind, random, isWanted }))
      if (entries !== null && isWanted()) done(entries)
    } catch {
      return
    } finally {
      own.fill(0)
      if (isWanted()) this.#passphrase = null
    }
  }
}
