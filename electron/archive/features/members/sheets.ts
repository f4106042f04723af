// A new set of shares: shown a sheet a person to whoever can open the archive, and counting once some of each is typed back.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { members as contract } from '../../../../shared/contract/members.ts'
import { asFailure } from '../../as-failure.ts'
import type { Session } from '../../session.ts'
import { endShares, setShares } from '../../vault/keyring-change.ts'
import { readEither } from '../../vault/keyring-read.ts'
import type { KeyringEntries } from '../../vault/keyring-map.ts'
import { areTypedBack } from '../../vault/paper-key.ts'
import type { RandomSource } from '../../vault/random.ts'
import { secretBytes } from '../../vault/secret-bytes.ts'
import { shareWords } from '../../vault/share-words.ts'
import { makeShares } from '../../vault/shares.ts'
import { squareCode } from '../square-code.ts'
import { withOpened } from './opens-with.ts'
import type { MembersKeeper } from './keeper.ts'

type Calls = Pick<Handlers<typeof contract>, 'beginShares' | 'confirmShares' | 'endShares'>

const wordsToCheck = 2

interface Begun {
  readonly session: Session
  readonly key: Buffer
  readonly secret: Buffer
  readonly set: Buffer
  readonly needed: number
  readonly of: number
  readonly sheets: readonly {
    readonly number: number
    readonly words: readonly string[]
    readonly check: readonly number[]
  }[]
}

export class Sheets {
  readonly #keeper: MembersKeeper
  readonly #random: RandomSource
  readonly #now: () => Date
  #begun: Begun | null = null

  constructor(keeper: MembersKeeper, random: RandomSource, now: () => Date) {
    this.#keeper = keeper
    this.#random = random
    this.#now = now
  }

  /** Shares that were begun and not typed back: they open nothing. */
  forget(): void {
    this.#begun?.key.fill(0)
    this.#begun?.secret.fill(0)
    this.#begun = null
  }

  handlers(): Calls {
    const { alone, open } = this.#keeper
    return {
      beginShares: ({ opensWith, needed, of, language }) =>
        alone(async () => {
          if (needed > of) throw new Failure('badInput')
          const session = open()
          this.forget()
          return withOpened(session.folder, opensWith, async ({ key }) => {
            const archiveId = (await readEither(session.folder)).file.archive
            const { secret, set, shares } = await makeShares({ archiveId, needed, of }, this.#random)
            const sheets = shares.map((share, at) => {
              const words = shareWords(share, language)
              share.fill(0)
              return { number: at + 1, words, check: placesToCheck(this.#random), ...squareCode(words.join(' ')) }
            })
            if (open() !== session) throw new Failure('locked')
            this.#begun = { session, key: secretBytes(key), secret, set, needed, of, sheets }
            return { needed, of, sheets }
          })
        }),
      confirmShares: ({ words }) =>
        alone(async () => {
          const begun = this.#begun
          if (begun === null || open() !== begun.session) throw new Failure('notFound')
          const wrong = begun.sheets.flatMap((sheet, at) =>
            areTypedBack(sheet.words, sheet.check, words[at] ?? []) ? [] : [sheet.number],
          )
          if (wrong.length > 0) return { wrong }
          const { session, key, secret, set, needed, of } = begun
          const now = this.#now().getTime()
          const { folder } = session
          await this.#keep(session, setShares({ folder, key, secret, set, needed, of, random: this.#random, now }))
          this.forget()
          return { wrong }
        }),
      endShares: ({ opensWith }) =>
        alone(async () => {
          const session = open()
          const { folder } = session
          this.forget()
          await withOpened(folder, opensWith, ({ key }) =>
            this.#keep(session, endShares({ folder, key, random: this.#random })),
          )
          return {}
        }),
    }
  }

  async #keep(session: Session, change: Promise<KeyringEntries>): Promise<void> {
    const entries = await change.catch((error: unknown) => {
      throw asFailure(error)
    })
    this.#keeper.keepEntries(session, entries)
  }
}

/** One in each half of the sheet, in order. */
function placesToCheck(random: RandomSource): number[] {
  const half = 24 / wordsToCheck
  return Array.from({ length: wordsToCheck }, (_, nth) => nth * half + (random(4).readUInt32BE(0) % half))
}
