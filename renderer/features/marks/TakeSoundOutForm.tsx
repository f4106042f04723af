// Taking sound out by itself: which stretch, what is heard there, from whom, why. Words stay as they are written.
import { useState, type FormEvent } from 'react'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkForm.module.css'
import type { SoundHand } from './sound-hand.ts'
import { answered, askedOf, type TakeOutWords } from './take-out-words.ts'
import { TakeOutQuestions } from './TakeOutQuestions.tsx'
import { TimesFields, timesHold, type Times } from './TimesFields.tsx'

interface TakeSoundOutFormProps {
  readonly recording: string
  readonly startMs: number
  readonly endMs: number
  readonly sound: SoundHand
  readonly onKeep: (stretch: { startMs: number; endMs: number }, words: TakeOutWords) => Promise<void>
  readonly onClose: () => void
}

export function TakeSoundOutForm({ recording, startMs, endMs, sound, onKeep, onClose }: TakeSoundOutFormProps) {
  const say = useWords()
  const [asked, setAsked] = useState(() => ({ ...askedOf(null), way: 'silence' as const }))
  const [times, setTimes] = useState<Times>({ startMs, endMs })
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const words = answered(asked)
    const { startMs: from, endMs: until } = times
    if (words === null || from === null || until === null || !timesHold(times)) return
    doing.run(async () => {
      await onKeep({ startMs: from, endMs: until }, words)
      onClose()
    })
  }
  return (
    <Dialog title={say('marks.takeSoundOut.new')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} className={styles.form} noValidate>
        <TimesFields recording={recording} times={times} onTimes={setTimes} sound={sound} />
        <Notice kind="note">{say('marks.takeSoundOut.wordsStay')}</Notice>
        <TakeOutQuestions
          asked={asked}
          onAsked={(next) => setAsked({ ...next, way: 'silence' })}
          tried={tried}
          isSoundAlone
        />
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy}>
            {say('marks.takeSoundOut.keep')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
