// Words that she does not want used of her, each with what to say instead if she wishes.
import { useState } from 'react'
import type { RefusedWord } from '../../../shared/domain/story.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './with-her.module.css'

interface RefusedByHerProps {
  readonly words: readonly RefusedWord[]
  readonly onWords: (words: readonly RefusedWord[]) => void
}

export function RefusedByHer({ words, onWords }: RefusedByHerProps) {
  const say = useWords()
  /** The line that was added last: writing goes on there. */
  const [added, setAdded] = useState<number | null>(null)
  const change = (at: number, to: Partial<RefusedWord>): void =>
    onWords(words.map((one, index) => (index === at ? { ...one, ...to } : one)))
  return (
    <>
      {words.length > 0 && (
        <ul className={styles.lines}>
          {words.map(({ word, instead }, index) => (
            // Lines have no name of their own; their place is what they are.
            <li key={index} className={styles.card}>
              <TextField
                label={say('her.refused.word', { number: index + 1 })}
                value={word}
                onChange={(to) => change(index, { word: to })}
                autoFocus={index === added}
                dir="auto"
                maxLength={2_000}
              />
              <TextField
                label={say('her.refused.instead', { number: index + 1 })}
                note={say('her.canStayEmpty')}
                value={instead}
                onChange={(to) => change(index, { instead: to })}
                dir="auto"
                maxLength={2_000}
              />
              <Button onPress={() => onWords(words.filter((_, nth) => nth !== index))}>
                {say('her.refused.remove', { number: index + 1 })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        onPress={() => {
          setAdded(words.length)
          onWords([...words, { word: '', instead: '' }])
        }}
      >
        {say('her.refused.add')}
      </Button>
    </>
  )
}
