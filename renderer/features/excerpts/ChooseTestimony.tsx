// Chooses the story that an excerpt is taken from: a search, and the first stories that fit.
import { useState } from 'react'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './excerpts.module.css'

const shown = 12

export function ChooseTestimony({ onChosen }: { onChosen: (testimony: string) => void }) {
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
    <>
      <SearchField label={say('excerpts.begin.find')} value={words} onChange={setWords} />
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {value?.total === 0 && <p>{say('excerpts.begin.none')}</p>}
      <ul className={styles.rows} aria-label={say('excerpts.begin.story')}>
        {value?.cards.map(({ id, title, titleBy, narratorName, language }) => (
          <li key={id}>
            <Button kind="quiet" className={styles.story ?? ''} onPress={() => onChosen(id)}>
              <span className={styles.hers} data-hers={titleBy === 'narrator' || undefined} lang={language} dir="auto">
                {title}
              </span>
              <span className={styles.soft}>{say('excerpts.begin.by', { name: narratorName })}</span>
            </Button>
          </li>
        ))}
      </ul>
      {value !== undefined && value.total > shown && <p className={styles.soft}>{say('excerpts.begin.more')}</p>}
    </>
  )
}
