// Where one taken-out place is in the sound, said better.
import { useState } from 'react'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkForm.module.css'
import type { SoundHand } from './sound-hand.ts'
import { TimesFields, timesHold, type Times } from './TimesFields.tsx'

interface TimesDialogProps extends Times {
  /** The words whose sound it is; empty for sound alone. */
  readonly quote: string
  readonly recording: string
  readonly sound: SoundHand
  readonly onKeep: (times: Times) => Promise<void>
  readonly onClose: () => void
}

export function TimesDialog({ quote, startMs, endMs, recording, sound, onKeep, onClose }: TimesDialogProps) {
  const say = useWords()
  const [times, setTimes] = useState<Times>({ startMs, endMs })
  const doing = useDoing()
  const mustHave = quote === ''
  const holds = timesHold(times) && !(mustHave && times.startMs === null)
  return (
    <Dialog title={say('marks.times.change')} isOpen onClose={onClose}>
      <div className={styles.form}>
        {quote !== '' && (
          <blockquote className={styles.quote} dir="auto">
            {quote}
          </blockquote>
        )}
        <TimesFields recording={recording} times={times} onTimes={setTimes} sound={sound} />
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button
            kind="primary"
            isDisabled={!holds || doing.busy}
            onPress={() => doing.run(() => onKeep(times).then(onClose))}
          >
            {say('marks.times.keep')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
