// The language a story is told in: for reading aloud, for finding, for the right shapes of letters.
import { useMemo, useState } from 'react'
import { offeredLanguages } from '../../../shared/domain/languages.ts'
import type { Testimony } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { KeepRow } from './KeepRow.tsx'
import { useKeeping } from './use-keeping.ts'

export function LanguageForm({ testimony }: { testimony: Testimony }) {
  const say = useWords()
  const archive = useArchive()
  const keeping = useKeeping()
  const [language, setLanguage] = useState(testimony.language)
  const options = useMemo(
    () => [
      { id: 'und', name: say.language('und') },
      ...offeredLanguages(say.locale, [testimony.language]).map(({ code: id, name }) => ({ id, name })),
    ],
    [say, testimony.language],
  )
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
