// Finds one story that is here, by its title or a name.
import { useState } from 'react'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useWords } from '../../words/say.tsx'
import type { ChosenStory } from './record-draft.ts'
import styles from './record.module.css'

const shown = 8

interface ChooseOneStoryProps {
  readonly label: string
  readonly onChosen: (story: ChosenStory) => void
}

export function ChooseOneStory({ label, onChosen }: ChooseOneStoryProps) {
  const say = useWords()
  const [words, setWords] = useState('')
  const { value, failure } = useAnswer(
    ['shelf'],
    (archive, signal) =>
      archive.shelf.list(
        { words, language: '', label: '', state: 'all', order: 'title', from: 0, count: shown },
        signal,
      ),
    [words],
    { keepOld: true },
  )
  return (
    <div className={styles.fields}>
      <SearchField label={label} value={words} onChange={setWords} />
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {value?.total === 0 && <p>{say('record.find.none')}</p>}
      <ul className={styles.rows} aria-label={say('record.find.list')}>
        {value?.cards.map(({ id, title, titleBy, narratorName, language }) => (
          <li key={id}>
            <Button
              kind="quiet"
              className={styles.story ?? ''}
              onPress={() => onChosen({ testimony: id, title, narratorName, language })}
            >
              <span className={styles.hers} data-hers={titleBy === 'narrator' || undefined} lang={language} dir="auto">
                {title}
              </span>
              <span className={styles.soft}>{say('record.waiting.by', { name: narratorName })}</span>
            </Button>
          </li>
        ))}
      </ul>
      {value !== undefined && value.total > shown && <p className={styles.soft}>{say('record.find.more')}</p>}
    </div>
  )
}
