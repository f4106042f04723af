// Saying it instead of writing it: begin, pause, stop, listen again, keep or throw away. How loud it is, is said in words.
import { useState } from 'react'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { useSpokenAnswer } from './use-spoken-answer.ts'
import styles from './with-her.module.css'

interface SayItProps {
  readonly testimony: string
  readonly passage: string | null
  readonly onKept: (answer: string) => void
  readonly onClose: () => void
}

export function SayIt({ testimony, passage, onKept, onClose }: SayItProps) {
  const say = useWords()
  const doing = useDoing()
  const { speaking, failure, begin, pause, goOn, stop, throwAway } = useSpokenAnswer(testimony, passage)
  const [leaving, setLeaving] = useState(false)
  const isUnderWay = speaking.state === 'speaking' || speaking.state === 'paused'
  const close = (): void => {
    if (speaking.state === 'said') return onKept(speaking.answer)
    if (isUnderWay) return setLeaving(true)
    onClose()
  }
  return (
    <Dialog title={say('her.sayIt')} isOpen onClose={close}>
      {speaking.state === 'ready' && (
        <>
          <p>{say('her.sayIt.says')}</p>
          {speaking.why !== null && (
            <Notice kind="care" said>
              {say(`her.sayIt.${speaking.why}`)}
            </Notice>
          )}
          <Failed failure={failure} />
          <DialogActions>
            <Button kind="primary" onPress={() => doing.run(begin)} isDisabled={doing.busy}>
              {say('her.sayIt.begin')}
            </Button>
            <Button onPress={onClose}>{say('her.change.leave')}</Button>
          </DialogActions>
        </>
      )}
      {speaking.state === 'asking' && <p role="status">{say('her.sayIt.asking')}</p>}
      {isUnderWay && (
        <>
          <p className={styles.state}>
            {speaking.state === 'paused' ? say('her.sayIt.paused') : say('her.sayIt.listening')}{' '}
            <span aria-hidden="true">{say.time(speaking.spokenMs)}</span>
          </p>
          <p role="status">{speaking.state === 'paused' ? '' : say(`her.sayIt.level.${speaking.level ?? 'none'}`)}</p>
          {leaving && <Notice kind="care">{say('her.sayIt.leaving')}</Notice>}
          <DialogActions>
            <Button kind="primary" autoFocus onPress={stop}>
              {say('her.sayIt.stop')}
            </Button>
            {speaking.state === 'paused' ? (
              <Button onPress={goOn}>{say('her.sayIt.goOn')}</Button>
            ) : (
              <Button onPress={pause}>{say('her.sayIt.pause')}</Button>
            )}
            <Button
              onPress={() =>
                doing.run(async () => {
                  await throwAway()
                  if (leaving) onClose()
                })
              }
            >
              {say('her.sayIt.throwAway')}
            </Button>
          </DialogActions>
        </>
      )}
      {speaking.state === 'finishing' && <p role="status">{say('her.sayIt.finishing')}</p>}
      {speaking.state === 'said' && (
        <>
          <p role="status">{say('her.sayIt.kept', { time: say.time(speaking.durationMs) })}</p>
          <audio
            controls
            controlsList="nodownload noplaybackrate noremoteplayback"
            preload="metadata"
            src={`/media/${speaking.media}`}
            className={styles.audio}
            aria-label={say('her.sayIt.again')}
          />
          <Failed failure={doing.failure} />
          <DialogActions>
            <Button kind="primary" onPress={() => onKept(speaking.answer)}>
              {say('her.sayIt.keep')}
            </Button>
            <Button isDisabled={doing.busy} onPress={() => doing.run(throwAway)}>
              {say('her.sayIt.throwAway')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
