// On the shelf: that a recording goes on, or that some wait to be put into their stories.
import { useAnswer } from '../../app/archive.tsx'
import { underWay, useTake } from '../../app/take/use-take.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

export function RecordingGoesOn({ onGo }: { onGo: () => void }) {
  const say = useWords()
  const take = useTake()
  const now = take === undefined ? null : underWay(take)
  const { value } = useAnswer(
    ['shelf', 'story'],
    async (archive, signal) => (await archive.recording.takes({}, signal)).takes,
    [now],
    { keepOld: true },
  )
  const waiting = (value ?? []).filter((one) => !one.underWay).length
  if (now === null && waiting === 0) return null
  return (
    <div className={styles.goesOn}>
      <Notice action={<Button onPress={onGo}>{say('record.goesOn.look')}</Button>}>
        {now === null || take === undefined
          ? say('record.goesOn.waits', { count: waiting })
          : say(take.state === 'paused' ? 'record.goesOn.paused' : 'record.goesOn', { time: say.time(take.keptMs) })}
      </Notice>
    </div>
  )
}
