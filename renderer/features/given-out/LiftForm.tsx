// Why something is taken off the list of what is called back, or put on it again.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './recall.module.css'

interface Props {
  readonly title: string
  /** It is about words that were told here: whoever told them reads the note at her window. */
  readonly isAboutHers: boolean
  readonly failure: FailureCode | null
  readonly onKeep: (note: string) => void
  readonly onNot: () => void
}

export function LiftForm({ title, isAboutHers, failure, onKeep, onNot }: Props) {
  const say = useWords()
  const [note, setNote] = useState('')
  const [wasTried, setTried] = useState(false)
  return (
    <div className={styles.form} role="group" aria-label={title}>
      <TextField
        label={say('recall.listed.note')}
        {...(isAboutHers ? { note: say('recall.listed.noteRead') } : {})}
        value={note}
        onChange={setNote}
        dir="auto"
        autoFocus
        wrong={wasTried && note.trim() === '' ? say('recall.listed.noteMissing') : null}
      />
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button
          onPress={() => {
            setTried(true)
            if (note.trim() !== '') onKeep(note.trim())
          }}
        >
          {say('recall.listed.keep')}
        </Button>
        <Button kind="quiet" onPress={onNot}>
          {say('recall.listed.not')}
        </Button>
      </div>
    </div>
  )
}
