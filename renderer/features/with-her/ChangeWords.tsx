// Her words, to be changed by her: in the reading face, as large as they are read.
import { useState, type FormEvent } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import styles from './with-her.module.css'

interface ChangeWordsProps {
  readonly passage: Passage
  readonly onKeep: (text: string) => Promise<void>
  readonly onClose: () => void
}

export function ChangeWords({ passage, onKeep, onClose }: ChangeWordsProps) {
  const say = useWords()
  const doing = useDoing()
  const [text, setText] = useState(passage.text)
  const [wrong, setWrong] = useState<string | null>(null)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return setWrong(say('her.change.empty'))
    if (text === passage.text) return onClose()
    doing.run(async () => {
      await onKeep(text)
      onClose()
    })
  }
  return (
    <form className={styles.change} onSubmit={keep} noValidate>
      <TextArea
        label={say('her.change.label')}
        note={say('her.change.note')}
        value={text}
        onChange={setText}
        lang={passage.language}
        dir={passage.direction}
        rows={Math.min(12, Math.max(3, Math.ceil(passage.text.length / 60) + 1))}
        maxLength={200_000}
        wrong={wrong}
        autoFocus
      />
      <Failed failure={doing.failure} />
      <div className={styles.row}>
        <Button kind="primary" type="submit" isDisabled={doing.busy}>
          {say('her.change.keep')}
        </Button>
        <Button onPress={onClose}>{say('her.change.leave')}</Button>
      </div>
    </form>
  )
}
