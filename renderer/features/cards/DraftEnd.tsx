// The end of a draft: it is kept, left for later, or thrown away.
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './cards.module.css'

interface DraftEndProps {
  readonly failure: FailureCode | null
  readonly isBusy: boolean
  readonly keepWords: string
  readonly onKeep: () => void
  readonly onLeave: () => void
  /** It is gone after this, and left too. */
  readonly onThrowAway: () => void
}

export function DraftEnd({ failure, isBusy, keepWords, onKeep, onLeave, onThrowAway }: DraftEndProps) {
  const say = useWords()
  return (
    <>
      {failure !== null && (
        <Notice kind="care" title={say('cards.notKept')} said>
          {say.failure(failure)}
        </Notice>
      )}
      <p className={styles.soft}>{say('cards.leave.says')}</p>
      <DialogActions>
        <Button
          onPress={() => {
            onThrowAway()
            onLeave()
          }}
        >
          {say('cards.throwAway')}
        </Button>
        <Button onPress={onLeave}>{say('cards.leave')}</Button>
        <Button kind="primary" isDisabled={isBusy} onPress={onKeep}>
          {keepWords}
        </Button>
      </DialogActions>
    </>
  )
}
