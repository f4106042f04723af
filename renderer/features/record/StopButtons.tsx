// The end of a recording. Nothing is shared by it, and it can be gone on with.
import type { TakeDoing } from '../../recorder/take-shapes.ts'
import { useWords } from '../../words/say.tsx'
import { KeyButton } from './KeyButton.tsx'
import type { TakeWork } from './use-take-work.ts'
import styles from './record.module.css'

interface StopButtonsProps {
  readonly isOff: boolean
  readonly canSeal: boolean
  readonly keys: boolean
  readonly work: TakeWork
  readonly does: Pick<TakeDoing, 'stop'>
}

export function StopButtons({ isOff, canSeal, keys, work, does }: StopButtonsProps) {
  const say = useWords()
  return (
    <div className={styles.stop}>
      <KeyButton single={keys ? 'X' : null} onPress={() => work.run('stop', () => does.stop('destroy'))}>
        {say(isOff && canSeal ? 'recorder.stop.destroy' : 'recorder.stop')}
      </KeyButton>
      {isOff && canSeal && (
        <KeyButton single={null} onPress={() => work.run('stop', () => does.stop('seal'))}>
          {say('recorder.stop.seal')}
        </KeyButton>
      )}
    </div>
  )
}
