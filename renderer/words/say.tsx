// Gives every component `say`, and turns the whole page when the language changes.
import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { sayToAnswer, type AnsweringWords } from './answering.ts'
import { languages, type LanguageCode } from './index.ts'
import { makeSay, type Say } from './make-say.ts'

export type { Say } from './make-say.ts'

const SayContext = createContext<Say | null>(null)

export function WordsProvider({ language, children }: { language: LanguageCode; children: ReactNode }) {
  const say = useMemo(() => makeSay(language), [language])
  useLayoutEffect(() => {
    document.documentElement.lang = say.locale
    document.documentElement.dir = say.direction
  }, [say])
  return (
    <SayContext value={say}>
      <I18nProvider locale={languages[language].componentLocale}>{children}</I18nProvider>
    </SayContext>
  )
}

interface WordsToAnswerProps {
  /** BCP 47, of the cards that she wants. */
  readonly language: string
  readonly given: AnsweringWords | null
  /** Of what is around them. */
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** What she answers in is hers, for a part of the page, which turns with it; the page itself stays as it is. */
export function WordsToAnswer({ language, given, className, children }: WordsToAnswerProps) {
  const around = useWords()
  const say = useMemo(() => sayToAnswer(around, language, given), [around, language, given])
  const isOwn = languages[say.code].locale === say.locale
  return (
    <SayContext value={say}>
      <I18nProvider locale={isOwn ? languages[say.code].componentLocale : say.locale}>
        <div lang={say.locale} dir={say.direction} className={className}>
          {children}
        </div>
      </I18nProvider>
    </SayContext>
  )
}

export function useWords(): Say {
  const say = useContext(SayContext)
  if (say === null) throw new Error('useWords outside WordsProvider')
  return say
}
