// Changing something that is taken out: what, from whom, how, why. Its places stay as they are.
import { useState, type FormEvent } from 'react'
import type { Redaction } from '../../../shared/domain/marks/marks.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkForm.module.css'
import { answered, askedOf, type TakeOutWords } from './take-out-words.ts'
import { TakeOutQuestions } from './TakeOutQuestions.tsx'

interface ChangeTakenOutFormProps {
  readonly redaction: Redaction
  readonly onKeep: (words: TakeOutWords) => Promise<void>
  readonly onClose: () => void
}

export function ChangeTakenOutForm({ redaction, onKeep, onClose }: ChangeTakenOutFormProps) {
  const say = useWords()
  const [asked, setAsked] = useState(() => askedOf(redaction))
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const words = answered(asked)
    if (words === null) return
    doing.run(async () => {
      await onKeep(words)
      onClose()
    })
  }
  return (
    <Dialog title={say('marks.takeOut.change')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} className={styles.form} noValidate>
        <TakeOutQuestions
          asked={asked}
          onAsked={setAsked}
          tried={tried}
          isSoundAlone={redaction.ranges.length === 0 && redaction.way === 'silence'}
        />
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit">
            {say('marks.takeOut.keepChange')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
