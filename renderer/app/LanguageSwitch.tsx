// The language of the window, named in itself. The platform's own list, so that the door needs nothing heavier.
import { useId } from 'react'
import { languageCodes, type LanguageCode } from '../words/index.ts'
import { useWords } from '../words/say.tsx'
import fields from '../ui/field.module.css'
import { usePreferences } from './preferences.tsx'

const ownNames: Readonly<Record<LanguageCode, string>> = { en: 'English', es: 'Español', 'en-XB': 'hsilgnE' }

export function LanguageSwitch() {
  const say = useWords()
  const id = useId()
  const { language, change } = usePreferences()
  // NOTE: the mirrored language is for tests; it is offered only where it has been set already.
  const offered = languageCodes.filter((code) => code !== 'en-XB' || language === 'en-XB')
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        {say('settings.language')}
      </label>
      <select
        id={id}
        className={fields.box}
        value={language}
        onChange={(event) => {
          const chosen = languageCodes.find((code) => code === event.currentTarget.value)
          if (chosen !== undefined) change({ language: chosen })
        }}
      >
        {offered.map((code) => (
          <option key={code} value={code} lang={code === 'en-XB' ? 'en' : code}>
            {ownNames[code]}
          </option>
        ))}
      </select>
    </div>
  )
}
