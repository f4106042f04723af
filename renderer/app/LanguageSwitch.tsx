// The language of the window, named in itself.
import { Choice } from '../ui/Choice.tsx'
import { languageCodes, type LanguageCode } from '../words/index.ts'
import { useWords } from '../words/say.tsx'
import { usePreferences } from './preferences.tsx'

const ownNames: Readonly<Record<LanguageCode, string>> = { en: 'English', es: 'Español', 'en-XB': 'hsilgnE' }

export function LanguageSwitch() {
  const say = useWords()
  const { language, change } = usePreferences()
  // NOTE: the mirrored language is for tests; it is offered only where it has been set already.
  const offered = languageCodes.filter((code) => code !== 'en-XB' || language === 'en-XB')
  return (
    <Choice
      label={say('settings.language')}
      value={language}
      onChange={(code) => change({ language: code })}
      options={offered.map((code) => ({ id: code, name: ownNames[code] }))}
    />
  )
}
