// How somebody wants the window: language, theme, text size. The only things kept in the browser; never anything of a story.
import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { languageCodes, nearestLanguage, type LanguageCode } from '../words/index.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
/** Per cent of the usual size. */
export const textSizes = [100, 125, 150, 175, 200, 250, 300] as const

export interface Preferences {
  readonly language: LanguageCode
  readonly theme: Theme
  readonly textSize: number
}

interface Chosen extends Preferences {
  readonly change: (some: Partial<Preferences>) => void
}

const PreferencesContext = createContext<Chosen | null>(null)

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences)
  useLayoutEffect(() => show(preferences), [preferences])
  const chosen = useMemo<Chosen>(
    () => ({
      ...preferences,
      change: (some) => {
        keep(some)
        setPreferences((old) => ({ ...old, ...some }))
      },
    }),
    [preferences],
  )
  return <PreferencesContext value={chosen}>{children}</PreferencesContext>
}

export function usePreferences(): Chosen {
  const chosen = useContext(PreferencesContext)
  if (chosen === null) throw new Error('usePreferences outside PreferencesProvider')
  return chosen
}

function readPreferences(): Preferences {
  const language = read('language')
  const theme = read('theme')
  const textSize = Number(read('textSize'))
  return {
    language: languageCodes.find((code) => code === language) ?? nearestLanguage(navigator.languages),
    theme: themes.find((one) => one === theme) ?? 'system',
    textSize: textSizes.find((size) => size === textSize) ?? 100,
  }
}

function show({ theme, textSize }: Preferences): void {
  const page = document.documentElement
  if (theme === 'system') delete page.dataset['theme']
  else page.dataset['theme'] = theme
  page.style.setProperty('--text-scale', String(textSize / 100))
}

// NOTE: storage may be switched off altogether; then a preference lasts as long as the page.
function read(name: keyof Preferences): string | null {
  try {
    // oxlint-disable-next-line no-restricted-globals -- language, theme and text size, and nothing else
    return localStorage.getItem(`firsthand.${name}`)
  } catch {
    return null
  }
}

function keep(some: Partial<Preferences>): void {
  try {
    for (const [name, value] of Object.entries(some)) {
      // oxlint-disable-next-line no-restricted-globals -- the same three, by the type of `some`
      localStorage.setItem(`firsthand.${name}`, String(value))
    }
  } catch {
    // kept for this page only
  }
}
