// The step in which the exact files are made, with the real progress of it, and from which they are looked at.
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import type { Making } from './use-making.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly making: Making
  readonly recipientName: string
  readonly isDisabled: boolean
  readonly onMake: () => void
  readonly onStop: () => void
  readonly onShow: () => void
}

export function MakeToLookAt({ making, recipientName, isDisabled, onMake, onStop, onShow }: Props) {
  const say = useWords()
  const isRunning = making.state === 'sound' || making.state === 'files'
  return (
    <section>
      <h2>{say('excerpts.prepare.title', { recipient: recipientName })}</h2>
      <p className={styles.soft}>{say('excerpts.prepare.says')}</p>
      {making.state === 'sound' && (
        <Progress
          label={say(making.done < 1 ? 'excerpts.prepare.sound' : 'soundOut.writing')}
          value={making.done < 1 ? making.done : null}
          onCancel={onStop}
        />
      )}
      {making.state === 'files' && <Progress label={say('excerpts.prepare.files')} value={null} onCancel={onStop} />}
      {making.state === 'failed' && making.failure === 'cancelled' && (
        <Notice said>{say('excerpts.prepare.cancelled')}</Notice>
      )}
      {making.state === 'failed' && making.failure !== 'cancelled' && (
        <Notice kind="care" said title={say('excerpts.prepare.failed')}>
          {say.failure(making.failure)}
        </Notice>
      )}
      {!isRunning &&
        (making.state === 'made' ? (
          <Button onPress={onShow}>{say('excerpts.preview.open')}</Button>
        ) : (
          <Button onPress={onMake} isDisabled={isDisabled}>
            {say('excerpts.prepare')}
          </Button>
        ))}
    </section>
  )
}
