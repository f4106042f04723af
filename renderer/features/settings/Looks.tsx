// Language, light or dark, text size.
import type { ReactNode } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { textSizes, themes, type Theme } from '../../app/preferences.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './settings.module.css'

export interface LooksProps {
  languageSwitch: ReactNode
  theme: Theme
  textSize: number
  onChange: (some: { theme?: Theme; textSize?: number }) => void
}

export function Looks({ languageSwitch, theme, textSize, onChange }: LooksProps) {
  const say = useWords()
  return (
    <section className={styles.part} aria-labelledby="settings-look">
      <h2 id="settings-look">{say('settings.look')}</h2>
      <div className={styles.fields}>
        {languageSwitch}
        <Choice
          label={say('settings.theme')}
          value={theme}
          onChange={(chosen) => onChange({ theme: chosen })}
          options={themes.map((id) => ({ id, name: say(`settings.theme.${id}`) }))}
        />
        <Choice
          label={say('settings.textSize')}
          value={String(textSize)}
          onChange={(chosen) => onChange({ textSize: Number(chosen) })}
          options={textSizes.map((size) => ({ id: String(size), name: say('settings.textSize.one', { size }) }))}
        />
      </div>
    </section>
  )
}
