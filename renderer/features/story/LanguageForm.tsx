// The language a story is told in: for reading aloud, for finding, for the right shapes of letters.
import { useState } from 'react'
import type { Testimony } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { KeepRow } from './KeepRow.tsx'
import { useKeeping } from './use-keeping.ts'

/** What is offered; a story keeps any other language that it came with. */
const offered = [
  'am',
  'ar',
  'bn',
  'bg',
  'my',
  'zh',
  'cs',
  'nl',
  'en',
  'fa',
  'fil',
  'fr',
  'de',
  'el',
  'ht',
  'ha',
  'hi',
  'hu',
  'ig',
  'id',
  'it',
  'ja',
  'km',
  'ko',
  'lo',
  'ne',
  'pl',
  'pt',
  'pa',
  'ro',
  'ru',
  'sr',
  'so',
  'es',
  'sw',
  'ta',
  'th',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'yo',
]

export function LanguageForm({ testimony }: { testimony: Testimony }) {
  const say = useWords()
  const archive = useArchive()
  const keeping = useKeeping()
  const [language, setLanguage] = useState(testimony.language)
  const codes = [...new Set([testimony.language, ...offered])]
  const options = codes
    .map((id) => ({ id, name: say.language(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, say.locale))
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        keeping.keep(() => archive.story.changeLanguage({ testimony: testimony.id, language }))
      }}
    >
      <Choice label={say('story.language')} value={language} onChange={setLanguage} options={options} />
      <KeepRow keeping={keeping} name={say('story.language.keep')} isDisabled={language === testimony.language} />
    </form>
  )
}
