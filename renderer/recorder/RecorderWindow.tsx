// The small window that records. It shows time, level and controls, and nothing of whose story it is.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { AnnounceProvider, useAnnounce } from '../app/announce.tsx'
import { matchesKeys, onMac } from '../app/key-match.ts'
import type { AskedCard, ChosenBeside } from '../app/beside.ts'
import { Level } from '../features/record/Level.tsx'
import { TakeControls } from '../features/record/TakeControls.tsx'
import { Button } from '../ui/Button.tsx'
import { CheckBox } from '../ui/CheckBox.tsx'
import { Notice } from '../ui/Notice.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useWords } from '../words/say.tsx'
import { TakeMicrophone } from './MicrophoneChoice.tsx'
import { PlainEnd } from './PlainEnd.tsx'
import type { TakeRecorder } from './take-recorder.ts'
import { underWay } from './take-shapes.ts'
import { TroubleNotice } from './TroubleNotice.tsx'
import { useLeavingGuard } from './use-awake.ts'
import { useBegunByItself } from './use-begun-by-itself.ts'
import { WithMicrophone } from './WithMicrophone.tsx'
import styles from './recorder.module.css'

interface RecorderWindowProps {
  readonly recorder: TakeRecorder
  /** As it was chosen in the main window; null while that has not said it. */
  readonly chosen: ChosenBeside | null
  readonly questions: readonly AskedCard[]
  /** Hide now: here and in the main window. */
  readonly onHide: () => void
}

export function RecorderWindow(props: RecorderWindowProps) {
  return (
    <AnnounceProvider>
      <main className={styles.window}>
        <HideButton onHide={props.onHide} />
        <Inside {...props} />
      </main>
    </AnnounceProvider>
  )
}

/** The same keys as in the main window. */
const hideKeys = 'Mod+Shift+L'

function HideButton({ onHide }: { onHide: () => void }) {
  const say = useWords()
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!matchesKeys(hideKeys, event, onMac())) return
      event.preventDefault()
      onHide()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onHide])
  return (
    <div className={styles.hide}>
      <Button small onPress={onHide}>
        {say('shell.hideNow')}
      </Button>
    </div>
  )
}

function Inside({ recorder, chosen, questions }: Omit<RecorderWindowProps, 'onHide'>) {
  const say = useWords()
  const announce = useAnnounce()
  const now = useSyncExternalStore(recorder.subscribe, recorder.now)
  const [keys, setKeys] = useState(true)
  const [tried, setTried] = useState(false)
  const { take } = now
  const isRecording = now.capture === 'on' && underWay(take) !== null && now.gone === null
  useLeavingGuard(
    isRecording,
    useCallback(() => setTried(true), []),
  )
  const isBeginning = useBegunByItself(recorder, now, chosen)
  useEffect(() => {
    if (!isRecording) setTried(false)
  }, [isRecording])

  if (now.gone !== null || take === null || underWay(take) === null) return <PlainEnd now={now} />
  const does = recorder.doing()
  if (does === null) return null
  const isInterrupted = now.capture === 'off' && !isBeginning
  return (
    <>
      <VisuallyHidden>
        <h1>{say('record.title')}</h1>
      </VisuallyHidden>
      {now.capture === 'asking' && <p role="status">{say('recorder.microphone.asking')}</p>}
      {isInterrupted && now.why === null && (
        <Notice kind="care" said title={say('recorder.interrupted.title')}>
          {say('recorder.interrupted.says', { time: say.time(now.keptMs) })}
        </Notice>
      )}
      <TakeControls
        // NOTE: a window that does not listen cannot record, whatever was going on before it came.
        take={isInterrupted && take.state === 'recording' ? { ...take, state: 'paused' } : take}
        keptMs={now.keptMs}
        does={does}
        keys={keys}
        questions={questions}
        announce={announce}
        level={<Level level={now.level} peak={now.peak} />}
        trouble={
          <TroubleNotice
            trouble={now.trouble ?? (take.trouble === 'windowGone' ? null : take.trouble)}
            why={now.why}
            keptMs={now.keptMs}
          >
            {(now.trouble === 'unplugged' || now.why !== null) && (
              <TakeMicrophone now={now.microphone.id} onTake={(id) => void recorder.listen(id)} />
            )}
          </TroubleNotice>
        }
      />
      {tried && (
        <Notice kind="care" said>
          {say('recorder.leaving')}
        </Notice>
      )}
      {now.trouble !== 'unplugged' && (
        <WithMicrophone now={now} announce={announce} onTake={(id) => void recorder.listen(id)} />
      )}
      <CheckBox isSelected={keys} onChange={setKeys}>
        {say('recorder.keys')}
      </CheckBox>
    </>
  )
}
