// Longer names in which a name that she took out is found: she says of each that it is somebody else, or takes that back.
import { useMemo } from 'react'
import { longerNamesOf, type LongerName } from '../../../shared/domain/names/longer-names.ts'
import type { Redaction } from '../../../shared/domain/marks/marks.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { ReadStory } from './her-shapes.ts'
import styles from './with-her.module.css'

interface LongerNamesProps {
  readonly redaction: Redaction
  readonly read: ReadStory
  readonly isDisabled: boolean
  readonly onSay: (name: LongerName) => void
}

export function LongerNames({ redaction, read: { story, marks }, isDisabled, onSay }: LongerNamesProps) {
  const say = useWords()
  const names = useMemo(() => longerNamesOf(redaction, marks, story.passages), [redaction, marks, story.passages])
  return (
    names.length > 0 && (
      <div role="group" aria-label={say('her.longer')}>
        <p className={styles.soft}>{say('her.longer.why')}</p>
        {names.map((name) => {
          const { words, other, said } = name
          return (
            <p key={`${words} ${other}`}>
              <span>{say(said === null ? 'her.longer.found' : 'her.longer.said', { words, other })}</span>{' '}
              <Button
                isDisabled={isDisabled}
                onPress={() => onSay(name)}
                aria-label={say(said === null ? 'her.longer.else.named' : 'her.longer.same.named', { other })}
              >
                {say(said === null ? 'her.longer.else' : 'her.longer.same')}
              </Button>
            </p>
          )
        })}
      </div>
    )
  )
}
