// Words that are not to be used of her, and what to say instead.
import { useState } from 'react'
import type { RefusedWord } from '../../../shared/domain/story.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'

export function RefusedWords({
  words,
  onWords,
}: {
  words: readonly RefusedWord[]
  onWords: (words: readonly RefusedWord[]) => void
}) {
  const say = useWords()
  /** The line that was added last: writing goes on there. */
  const [added, setAdded] = useState<number | null>(null)
  const change = (at: number, to: Partial<RefusedWord>): void =>
    onWords(words.map((one, index) => (index === at ? { ...one, ...to } : one)))
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.head}>{say('story.refused')}</legend>
      <ul className={styles.words}>
        {words.map(({ word, instead }, index) => (
          // Lines have no name of their own; their place is what they are.
          <li key={index} className={styles.word}>
            <TextField
              label={say('story.refused.word', { number: index + 1 })}
              value={word}
              onChange={(to) => change(index, { word: to })}
              autoFocus={index === added}
              dir="auto"
              maxLength={2_000}
            />
            <TextField
              label={say('story.refused.instead', { number: index + 1 })}
              value={instead}
              onChange={(to) => change(index, { instead: to })}
              dir="auto"
              maxLength={2_000}
            />
            <div>
              <Button small kind="quiet" onPress={() => onWords(words.filter((_, nth) => nth !== index))}>
                {say('story.refused.remove', { number: index + 1 })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button
        small
        onPress={() => {
          setAdded(words.length)
          onWords([...words, { word: '', instead: '' }])
        }}
      >
        {say('story.refused.add')}
      </Button>
    </fieldset>
  )
}
