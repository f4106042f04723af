// The languages there are. English decides which ids exist; a language that lacks one does not compile.
import { primaryLanguage } from '../../shared/domain/languages/primary-language.ts'
import { words as english } from './en/index.ts'
import { words as spanish } from './es/index.ts'
import { mirroredWords } from './mirrored.ts'

export type WordId = keyof typeof english
export type Words = Readonly<Record<WordId, string>>
export type Direction = 'ltr' | 'rtl'

export const languageCodes = ['en', 'es', 'en-XB'] as const
export type LanguageCode = (typeof languageCodes)[number]

interface Language {
  readonly words: () => Words
  /** BCP 47 for Intl, for `lang`, and for what is asked of the archive. */
  readonly locale: string
  /** How dates are put: day before month in every language there is. */
  readonly dateLocale: string
  /** What the components' own strings are taken from; decides their direction. */
  readonly componentLocale: string
  readonly direction: Direction
}

export const languages: Readonly<Record<LanguageCode, Language>> = {
  en: { words: () => english, locale: 'en', dateLocale: 'en-GB', componentLocale: 'en-GB', direction: 'ltr' },
  es: { words: () => spanish, locale: 'es', dateLocale: 'es', componentLocale: 'es-ES', direction: 'ltr' },
  'en-XB': {
    words: () => mirroredWords(english),
    locale: 'en',
    dateLocale: 'en-GB',
    componentLocale: 'he-IL',
    direction: 'rtl',
  },
}

/** The first of the person's languages that there are words for; English where there is none. */
export function nearestLanguage(wanted: readonly string[]): LanguageCode {
  for (const tag of wanted) {
    const base = primaryLanguage(tag)
    if (base === 'en' || base === 'es') return base
  }
  return 'en'
}
