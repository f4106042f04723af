// Six words chosen by chance in the archive process, to be written on paper; others come with one press.
import { useEffect, useRef } from 'react'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './ProposedPassphrase.module.css'

export function ProposedPassphrase({ onProposed }: { onProposed: (passphrase: string) => void }) {
  const say = useWords()
  const { value, failure, again } = useAnswer(
    [],
    (archive, signal) => archive.door.proposePassphrase({ language: say.locale }, signal),
    [say.locale],
  )
  const tell = useRef(onProposed)
  tell.current = onProposed
  const passphrase = value?.passphrase ?? ''
  useEffect(() => tell.current(passphrase), [passphrase])
  if (failure !== null) return <Notice kind="care">{say.failure(failure)}</Notice>
  return (
    <div className={styles.proposed}>
      <p className={styles.label} id="six-words">
        {say('door.make.words')}
      </p>
      <output className={styles.words} aria-labelledby="six-words" lang={say.locale}>
        {passphrase}
      </output>
      <Button small onPress={again}>
        {say('door.make.another')}
      </Button>
      <p className={styles.note}>{say('door.make.writeDown')}</p>
    </div>
  )
}
