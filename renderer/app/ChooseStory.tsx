// Finds one story that is here, by its title or a name: a search, and the first stories that fit. Each room has words of its own.
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useWords } from '../words/say.tsx'
import { useAnswer } from './archive.tsx'

export interface ChosenStory {
  readonly testimony: string
  readonly title: string
  readonly narratorName: string
  readonly language: string
}

interface ChooseStoryProps {
  /** How many are shown at most. */
  readonly shown: number
  readonly says: {
    readonly find: string
    readonly list: string
    readonly none: string
    readonly more: string
    readonly by: (name: string) => string
  }
  /** The class names of the room, of a CSS module. */
  readonly look: Readonly<Record<'rows' | 'story' | 'hers' | 'soft', string | undefined>>
  readonly onChosen: (story: ChosenStory) => void
}

export function ChooseStory({ shown, says, look, onChosen }: ChooseStoryProps) {
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
      <SearchField label={says.find} value={words} onChange={setWords} />
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {value?.total === 0 && <p>{says.none}</p>}
      <ul className={look.rows} aria-label={says.list}>
        {value?.cards.map(({ id, title, titleBy, narratorName, language }) => (
          <li key={id}>
            <Button
              kind="quiet"
              className={look.story ?? ''}
              onPress={() => onChosen({ testimony: id, title, narratorName, language })}
            >
              <span className={look.hers} data-hers={titleBy === 'narrator' || undefined} lang={language} dir="auto">
                {title}
              </span>
              <span className={look.soft}>{says.by(narratorName)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {value !== undefined && value.total > shown && <p className={look.soft}>{says.more}</p>}
    </>
  )
}
