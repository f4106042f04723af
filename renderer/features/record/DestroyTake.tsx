// Before a recording that waits is destroyed: how much of it that is, and what nobody decided about goes with it.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

interface DestroyTakeProps {
  readonly keptMs: number
  /** Said off the record, and not decided. */
  readonly offRecordMs: number
  readonly isBusy: boolean
  readonly onDestroy: () => void
  readonly onLeave: () => void
}

export function DestroyTake({ keptMs, offRecordMs, isBusy, onDestroy, onLeave }: DestroyTakeProps) {
  const say = useWords()
  const time = say.time(keptMs)
  return (
    <div className={styles.choice} role="group" aria-label={say('record.waiting.destroy')}>
      <p>{say('record.waiting.destroy.says', { time })}</p>
      {offRecordMs > 0 && <p>{say('record.waiting.destroy.offRecord', { time: say.time(offRecordMs) })}</p>}
      <div className={styles.buttons}>
        <Button autoFocus onPress={onDestroy} isDisabled={isBusy}>
          {say('record.waiting.destroy.do', { time })}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {say('record.waiting.leave')}
        </Button>
      </div>
    </div>
  )
}
