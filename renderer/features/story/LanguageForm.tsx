// The language a story is told in: for reading aloud, for finding, for the right shapes of letters.
import { useMemo, useState } from 'react'
import { offeredLanguages } from '../../../shared/domain/languages/languages.ts'
import type { Testimony } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { KeepRow } from './KeepRow.tsx'

export function LanguageForm({ testimony }: { testimony: Testimony }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
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
        doing.run(() => archive.story.changeLanguage({ testimony: testimony.id, language }), say('story.kept'))
      }}
    >
      <Choice label={say('story.language')} value={language} onChange={setLanguage} options={options} />
      <KeepRow doing={doing} name={say('story.language.keep')} isDisabled={language === testimony.language} />
    </form>
  )
}
