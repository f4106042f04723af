// Gives every component `say`, and turns the whole page when the language changes.
import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
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

/** Words in another language for a part of the page, which turns with it; the page itself stays as it is. */
export function WordsIn({ language, children }: { language: LanguageCode; children: ReactNode }) {
  const say = useMemo(() => makeSay(language), [language])
  return (
    <SayContext value={say}>
      <I18nProvider locale={languages[language].componentLocale}>
        <div lang={say.locale} dir={say.direction}>
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
