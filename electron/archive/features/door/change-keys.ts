// Another passphrase, another paper key. Whoever asks shows first that she can open the archive, though it is open.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { door } from '../../../../shared/contract/door.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import type { Session } from '../../session.ts'
import { changePassphrase, setPaperKey } from '../../vault/keyring-change.ts'
import { areTypedBack, paperKeyLength, paperKeyWords, positionsToCheck } from '../../vault/paper-key.ts'
import type { RandomSource } from '../../vault/random.ts'
import { secretBytes } from '../../vault/secret-bytes.ts'
import type { MembersKeeper } from '../members/keeper.ts'
import { withNewPassphrase, withOpened } from '../members/opens-with.ts'
import { squareCode } from '../square-code.ts'

type Calls = Pick<typeof door, 'changePassphrase' | 'beginNewPaperKey' | 'confirmNewPaperKey'>

/** A paper key as it is shown, and the places of the words to be typed back. */
export interface ShownPaperKey {
  readonly paperKey: readonly string[]
  readonly qrPath: string
  readonly qrSize: number
  readonly check: readonly number[]
}

export function showPaperKey(paperKey: Buffer, language: string, random: RandomSource): ShownPaperKey {
  const words = paperKeyWords(paperKey, language)
  return { paperKey: words, ...squareCode(words.join(' ')), check: positionsToCheck(random) }
}

export class ChangeKeys {
  readonly #keeper: Pick<MembersKeeper, 'open' | 'alone' | 'keepEntries'>
  readonly #random: RandomSource
  readonly #now: () => Date
  #begun: { session: Session; key: Buffer; paperKey: Buffer; shown: ShownPaperKey } | null = null

  constructor(keeper: Pick<MembersKeeper, 'open' | 'alone' | 'keepEntries'>, random: RandomSource, now: () => Date) {
    this.#keeper = keeper
    this.#random = random
    this.#now = now
  }

  /** A paper key that was begun and not typed back: it opens nothing. */
  forget(): void {
    this.#begun?.key.fill(0)
    this.#begun?.paperKey.fill(0)
    this.#begun = null
  }

  handlers(): Handlers<Calls> {
    const { open, alone, keepEntries } = this.#keeper
    const random = this.#random
    return {
      changePassphrase: ({ opensWith, passphrase, member }) =>
        alone(async () => {
          const session = open()
          const { folder } = session
          const whose = member === undefined ? {} : { member }
          const entries = await withNewPassphrase(opensWith, passphrase, (opens, bytes) =>
            changePassphrase({ folder, opens, passphrase: bytes, ...whose, random }),
          )
          keepEntries(session, entries)
          return {}
        }),
      beginNewPaperKey: ({ opensWith, language }) =>
        alone(async () => {
          const session = open()
          this.forget()
          return withOpened(session.folder, opensWith, ({ key }) => {
            if (open() !== session) throw new Failure('locked') // meanwhile: nothing is begun
            const paperKey = random(paperKeyLength)
            const shown = showPaperKey(paperKey, language, random)
            this.#begun = { session, key: secretBytes(key), paperKey, shown }
            return Promise.resolve(shown)
          })
        }),
      confirmNewPaperKey: ({ words }) =>
        alone(async () => {
          const begun = this.#begun
          if (begun === null) throw new Failure('notFound')
          if (!areTypedBack(begun.shown.paperKey, begun.shown.check, words)) return { right: false }
          const { session, key, paperKey } = begun
          const asked = { folder: session.folder, key, paperKey, random, now: this.#now().getTime() }
          const entries = await setPaperKey(asked).catch((error: unknown) => {
            throw asFailure(error)
          })
          keepEntries(session, entries)
          this.forget()
          return { right: true }
        }),
    }
  }
}
