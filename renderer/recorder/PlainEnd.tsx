// What the small window says when it does not record: stopped, gone, taken over, or with nothing to do.
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/say.tsx'
import type { Recording } from './recording-now.ts'
import styles from './recorder.module.css'

export function PlainEnd({ now }: { now: Recording }) {
  const say = useWords()
  if (now.gone === 'lost')
    return (
      <div className={styles.end} role="alert">
        <h1>{say('recorder.gone.title')}</h1>
        <p>{say('recorder.gone.says', { time: say.time(now.keptMs) })}</p>
        <Button kind="primary" onPress={() => location.reload()}>
          {say('recorder.gone.again')}
        </Button>
      </div>
    )
  // NOTE: nothing is drawn until it is known how it is.
  if (now.gone === null && now.take === null) return null
  const [title, says] =
    now.gone === 'elsewhere'
      ? [say('recorder.elsewhere.title'), say('recorder.elsewhere.says')]
      : now.stoppedAtMs === null
        ? [say('recorder.none.title'), say('recorder.none.says')]
        : [say('recorder.stopped.title'), say('recorder.stopped.says')]
  return (
    <div className={styles.end} role="status">
      <h1>{title}</h1>
      {now.gone === null && now.stoppedAtMs !== null && (
        <p className={styles.kept}>{say('recorder.stopped.kept', { time: say.time(now.stoppedAtMs) })}</p>
      )}
      <p>{says}</p>
      <Button onPress={() => window.close()}>{say('recorder.close')}</Button>
    </div>
  )
}
