// Recordings that are kept and not in their stories yet, however they ended.
import { useAnswer } from '../../app/archive.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { OneTake } from './OneTake.tsx'
import styles from './record.module.css'

interface TakesWaitingProps {
  /** Whatever changes when one begins or stops. */
  readonly changed: string
  readonly isRecording: boolean
  readonly onGoOn: (take: string) => void
  readonly onFinished: (testimony: string, recording: string) => void
}

export function TakesWaiting({ changed, isRecording, onGoOn, onFinished }: TakesWaitingProps) {
  const say = useWords()
  const { value, failure, again } = useAnswer(
    ['shelf', 'story'],
    async (archive, signal) => (await archive.recording.takes({}, signal)).takes,
    [changed],
    { keepOld: true },
  )
  if (failure !== null)
    return (
      <Notice kind="care" said>
        {say.failure(failure)}
      </Notice>
    )
  const waiting = (value ?? []).filter(({ underWay }) => !underWay)
  if (waiting.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby="record-waiting">
      <h2 id="record-waiting">{say('record.waiting.title')}</h2>
      <p className={styles.soft}>{say('record.waiting.says')}</p>
      <ul className={styles.rows} aria-labelledby="record-waiting">
        {waiting.map((one) => (
          <OneTake
            key={one.take}
            one={one}
            isRecording={isRecording}
            onGoOn={() => onGoOn(one.take)}
            onFinished={(recording) => onFinished(one.testimony, recording)}
            onChanged={again}
          />
        ))}
      </ul>
    </section>
  )
}
