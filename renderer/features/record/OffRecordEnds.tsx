// Off the record, and its two ends: destroyed, or kept so that only she can hear it.
import { useEffect, useRef } from 'react'
import type { TakeDoing } from '../../recorder/take-shapes.ts'
import { useWords } from '../../words/say.tsx'
import { KeyButton } from './KeyButton.tsx'
import type { TakeWork } from './use-take-work.ts'
import styles from './record.module.css'

interface OffRecordEndsProps {
  readonly canSeal: boolean
  readonly keys: boolean
  readonly work: TakeWork
  readonly does: Pick<TakeDoing, 'backOnRecord'>
}

export function OffRecordEnds({ canSeal, keys, work, does }: OffRecordEndsProps) {
  const say = useWords()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div className={styles.offRecord} role="group" aria-label={say('recorder.offRecord')}>
      <p>
        {say('recorder.offRecord.says')} {say(canSeal ? 'recorder.offRecord.canSeal' : 'recorder.offRecord.cannotSeal')}
      </p>
      <KeyButton
        ref={first}
        single={keys ? 'B' : null}
        onPress={() => work.run('backOnRecord', () => does.backOnRecord('destroy'))}
      >
        {say(canSeal ? 'recorder.offRecord.destroy' : 'recorder.offRecord.back')}
      </KeyButton>
      {canSeal && (
        <KeyButton single={keys ? 'H' : null} onPress={() => work.run('backOnRecord', () => does.backOnRecord('seal'))}>
          {say('recorder.offRecord.seal')}
        </KeyButton>
      )}
    </div>
  )
}
