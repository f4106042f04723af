// Words that are not to be used of her, each with what to say instead where she wishes.
import { useState } from 'react'
import type { RefusedWord } from '../../shared/domain/story.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import styles from './RefusedWords.module.css'

/** What is said in one way about her and in another way to her. */
const sentences = {
  archivist: {
    word: 'story.refused.word',
    instead: 'story.refused.instead',
    remove: 'story.refused.remove',
    add: 'story.refused.add',
  },
  narrator: {
    word: 'her.refused.word',
    instead: 'her.refused.instead',
    remove: 'her.refused.remove',
    add: 'her.refused.add',
  },
} as const

interface RefusedWordsProps {
  /** Whom the sentences speak to; to her everything is larger, and it is said what may stay empty. */
  readonly speaksTo: keyof typeof sentences
  readonly words: readonly RefusedWord[]
  readonly onWords: (words: readonly RefusedWord[]) => void
}

export function RefusedWords({ speaksTo, words, onWords }: RefusedWordsProps) {
  const say = useWords()
  const ids = sentences[speaksTo]
  const toHer = speaksTo === 'narrator'
  /** The line that was added last: writing goes on there. */
  const [added, setAdded] = useState<number | null>(null)
  const change = (at: number, to: Partial<RefusedWord>): void =>
    onWords(words.map((one, index) => (index === at ? { ...one, ...to } : one)))
  return (
    <>
      {words.length > 0 && (
        <ul className={styles.words}>
          {words.map(({ word, instead }, index) => (
            // Lines have no name of their own; their place is what they are.
            <li key={index} className={styles.word} data-speaks-to={speaksTo}>
              <TextField
                label={say(ids.word, { number: index + 1 })}
                value={word}
                onChange={(to) => change(index, { word: to })}
                autoFocus={index === added}
                dir="auto"
                maxLength={2_000}
              />
              <TextField
                label={say(ids.instead, { number: index + 1 })}
                {...(toHer ? { note: say('her.canStayEmpty') } : {})}
                value={instead}
                onChange={(to) => change(index, { instead: to })}
                dir="auto"
                maxLength={2_000}
              />
              <div>
                <Button
                  small={!toHer}
                  kind={toHer ? 'plain' : 'quiet'}
                  onPress={() => onWords(words.filter((_, nth) => nth !== index))}
                >
                  {say(ids.remove, { number: index + 1 })}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Button
        small={!toHer}
        onPress={() => {
          setAdded(words.length)
          onWords([...words, { word: '', instead: '' }])
        }}
      >
        {say(ids.add)}
      </Button>
    </>
  )
}
