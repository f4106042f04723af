// Another passphrase, another paper key. Whoever asks shows first that she can open the archive, though it is open.
import { encode } from 'uqr'
import type { Handlers } from '../../../shared/contract/define.ts'
import type { door } from '../../../shared/contract/door.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import { asFailure } from '../as-failure.ts'
import type { OpenSession } from '../session.ts'
import { openWithPaperKey, openWithPassphrase, type Secret } from '../vault/keyring.ts'
import { changePassphrase, setPaperKey } from '../vault/keyring-change.ts'
import { paperKeyLength, paperKeyWords, positionsToCheck, readPaperKey, sameWord } from '../vault/paper-key.ts'
import { normalisePassphrase, requireStrength } from '../vault/passphrase.ts'
import type { RandomSource } from '../vault/random.ts'

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
  const { data, size } = encode(words.join(' '), { ecc: 'M', border: 0 })
  const qrPath = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { paperKey: words, qrPath, qrSize: size, check: positionsToCheck(random) }
}

export function isTypedBack({ paperKey, check }: ShownPaperKey, typed: readonly string[]): boolean {
  return typed.length === check.length && check.every((at, place) => sameWord(typed[place] ?? '', paperKey[at] ?? ''))
}

function readSecret({ kind, words }: { kind: 'passphrase' | 'paper'; words: string }): Secret {
  return { kind, bytes: kind === 'paper' ? readPaperKey(words) : normalisePassphrase(words) }
}

export class ChangeKeys {
  readonly #open: OpenSession
  readonly #random: RandomSource
  #begun: { folder: string; key: Buffer; paperKey: Buffer; shown: ShownPaperKey } | null = null

  constructor(open: OpenSession, random: RandomSource) {
    this.#open = open
    this.#random = random
  }

  /** A paper key that was begun and not typed back: it opens nothing. */
  forget(): void {
    this.#begun?.key.fill(0)
    this.#begun?.paperKey.fill(0)
    this.#begun = null
  }

  handlers(alone: <T>(work: () => Promise<T>) => Promise<T>): Handlers<Calls> {
    return {
      changePassphrase: ({ opensWith, passphrase }) =>
        alone(async () => {
          const { folder } = this.#open()
          await requireStrength(passphrase)
          const opens = readSecret(opensWith)
          const bytes = normalisePassphrase(passphrase)
          try {
            await changePassphrase({ folder, opens, passphrase: bytes, random: this.#random })
          } catch (error) {
            throw asFailure(error)
          } finally {
            for (const secret of [opens.bytes, bytes]) secret.fill(0)
          }
          return {}
        }),
      beginNewPaperKey: ({ opensWith, language }) =>
        alone(async () => {
          const { folder } = this.#open()
          this.forget()
          const opens = readSecret(opensWith)
          try {
            const { key } = await (opens.kind === 'paper' ? openWithPaperKey : openWithPassphrase)(folder, opens.bytes)
            this.#open() // locked meanwhile: nothing is begun
            const paperKey = this.#random(paperKeyLength)
            const shown = showPaperKey(paperKey, language, this.#random)
            this.#begun = { folder, key, paperKey, shown }
            return shown
          } finally {
            opens.bytes.fill(0)
          }
        }),
      confirmNewPaperKey: ({ words }) =>
        alone(async () => {
          const begun = this.#begun
          if (begun === null) throw new Failure('notFound')
          if (!isTypedBack(begun.shown, words)) return { right: false }
          const { folder, key, paperKey } = begun
          await setPaperKey({ folder, key, paperKey, random: this.#random }).catch((error: unknown) => {
            throw asFailure(error)
          })
          this.forget()
          return { right: true }
        }),
    }
  }
}
