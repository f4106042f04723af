// A passage that only she can read: closed until her key is open, then in her words, with the way to open it for others again.
import { useState, type ReactNode } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { useAnswer } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { LookShape } from './LookShape.tsx'
import styles from './with-her.module.css'

interface SealedPassageProps {
  readonly testimony: string
  readonly passage: Passage
  readonly keyOpen: boolean
  readonly hidden: boolean
  /** A form that asks her passphrase. */
  readonly openKey: ReactNode
  readonly onUnseal: () => Promise<void>
}

export function SealedPassage({ testimony, passage, keyOpen, hidden, openKey, onUnseal }: SealedPassageProps) {
  const say = useWords()
  const doing = useDoing()
  const [asking, setAsking] = useState(false)
  const { value, failure } = useAnswer(
    ['story'],
    async (archive, signal) =>
      keyOpen ? archive.herSession.readSealed({ testimony, passage: passage.id }, signal) : null,
    [testimony, passage.id, keyOpen],
  )
  return (
    <div className={styles.sealed} tabIndex={-1} data-focus-home>
      <p className={styles.look}>
        <LookShape state="sealed" /> {say('her.sealed')}
      </p>
      {keyOpen && value !== undefined && value !== null && !hidden && (
        <p className={styles.said} lang={passage.language} dir={passage.direction} data-voice="hers">
          {value.text}
        </p>
      )}
      <Failed failure={failure ?? doing.failure} />
      {keyOpen ? (
        <Button isDisabled={doing.busy} onPress={() => doing.run(onUnseal)}>
          {say('her.unseal')}
        </Button>
      ) : asking ? (
        openKey
      ) : (
        <Button onPress={() => setAsking(true)}>{say('her.sealed.read')}</Button>
      )}
    </div>
  )
}
