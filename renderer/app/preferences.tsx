// How somebody wants the window: language, theme, text size, keys. The archive process keeps them; the page's own storage stays empty.
import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import type { KeyChoices } from '../../shared/contract/key-choices.ts'
import { keyChoicesFromStart } from '../../shared/contract/keys-from-start.ts'
import { languageCodes, nearestLanguage, type LanguageCode } from '../words/index.ts'
import { useTellBeside } from './beside.ts'
import type { Connection } from './connect.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
/** Per cent of the usual size. */
export const textSizes = [100, 125, 150, 175, 200, 250, 300] as const

export interface Preferences {
  readonly language: LanguageCode
  readonly theme: Theme
  readonly textSize: number
  readonly keys: KeyChoices
}

interface Chosen extends Preferences {
  readonly change: (some: Partial<Preferences>) => void
  /** Takes what was kept before. Nothing is drawn until it is known, so that no language flashes by. */
  readonly adopt: (kept: Kept | null) => void
  readonly adopted: boolean
}

/** As they are kept; an empty language is the system's. */
interface Kept {
  readonly language: string
  readonly theme: Theme
  readonly textSize: number
  readonly keys?: KeyChoices | undefined
}

const PreferencesContext = createContext<Chosen | null>(null)

export function PreferencesProvider({ reaching, children }: { reaching: Promise<Connection>; children: ReactNode }) {
  const [preferences, setPreferences] = useState(() => preferencesOf(null))
  const [adopted, setAdopted] = useState(false)
  useLayoutEffect(() => show(preferences), [preferences])
  const { language, theme, textSize } = preferences
  useTellBeside(adopted ? { kind: 'looks', language, theme, textSize } : null)
  const chosen = useMemo<Chosen>(
    () => ({
      ...preferences,
      adopted,
      adopt: (kept) => {
        setPreferences(preferencesOf(kept))
        setAdopted(true)
      },
      change: (some) => {
        const next = { ...preferences, ...some }
        setPreferences(next)
        keep(reaching, next).catch(() => {}) // it lasts as long as the page then
      },
    }),
    [preferences, adopted, reaching],
  )
  return <PreferencesContext value={chosen}>{children}</PreferencesContext>
}

async function keep(reaching: Promise<Connection>, preferences: Preferences): Promise<void> {
  const { archive } = await reaching
  await archive.door.keepPreferences(preferences)
}

export function usePreferences(): Chosen {
  const chosen = useContext(PreferencesContext)
  if (chosen === null) throw new Error('usePreferences outside PreferencesProvider')
  return chosen
}

function preferencesOf(kept: Kept | null): Preferences {
  return {
    language: languageCodes.find((code) => code === kept?.language) ?? nearestLanguage(navigator.languages),
    theme: kept?.theme ?? 'system',
    textSize: textSizes.find((size) => size === kept?.textSize) ?? 100,
    keys: kept?.keys ?? keyChoicesFromStart,
  }
}

function show({ theme, textSize }: Preferences): void {
  const page = document.documentElement
  if (theme === 'system') delete page.dataset['theme']
  else page.dataset['theme'] = theme
  page.style.setProperty('--text-scale', String(textSize / 100))
}
