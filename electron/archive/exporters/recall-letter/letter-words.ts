// The words of a letter that asks for something back, for each language it is written in; English where there are none.
import { primaryLanguage } from '../../../../shared/domain/languages/primary-language.ts'
import { english } from './words-english.ts'
import { spanish } from './words-spanish.ts'

/** `{name}` parts are filled in. */
export interface LetterWords {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly to: string
  readonly toSomebody: string
  readonly given: string
  readonly whole: string
  readonly some: string
  readonly one: string
  readonly facts: {
    readonly reference: string
    readonly what: string
    readonly when: string
    readonly which: string
    readonly sound: string
  }
  /** One passage, `{number}` and `{from}` to `{to}` in the sound. */
  readonly heard: string
  readonly noReason: string
  readonly her: string
  readonly asked: string
  readonly asks: readonly string[]
  readonly file: string
  readonly page: string
  readonly answer: string
  readonly answers: readonly string[]
  readonly thanks: string
}

const written: Readonly<Record<string, LetterWords>> = { en: english, es: spanish }

/** @param language BCP 47 */
export function letterWordsFor(language: string): LetterWords {
  return written[primaryLanguage(language)] ?? english
}
