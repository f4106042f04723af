// Whether what is written is kept: a quiet line while it is, a plain loud one while it is not.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { leavePage } from '../../app/hide.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { TakeElsewhere } from './TakeElsewhere.tsx'
import styles from './writing.module.css'

export type KeptState =
  | { readonly kind: 'kept'; readonly at: string | null }
  | { readonly kind: 'waiting' | 'keeping' }
  | { readonly kind: 'failed'; readonly code: FailureCode }

interface KeptLineProps {
  readonly state: KeptState
  readonly onAgain: () => void
  /** Trying again would not help: the story is shown as it is kept instead. Null where trying helps. */
  readonly onLetGo: (() => void) | null
  /** All words of the story as they stand in the window. */
  readonly allWords: () => string
}

export function KeptLine({ state, onAgain, onLetGo, allWords }: KeptLineProps) {
  const say = useWords()
  const [elsewhere, setElsewhere] = useState<string | null>(null)
  if (state.kind !== 'failed') {
    const clock = state.kind === 'kept' && state.at !== null ? say.clock(state.at) : null
    if (state.kind === 'kept' && clock === null) return null
    return (
      <p className={styles.kept} data-state={state.kind}>
        {clock === null
          ? say(`writing.${state.kind === 'keeping' ? 'keeping' : 'waiting'}`)
          : say('writing.kept', { time: clock })}
      </p>
    )
  }
  return (
    <>
      <Notice
        kind="care"
        said
        title={say(onLetGo === null ? 'writing.failed' : 'writing.failed.lasts.title')}
        action={
          <div className={styles.actions}>
            {onLetGo === null && state.code !== 'disconnected' && (
              <Button kind="primary" onPress={onAgain}>
                {say('writing.failed.again')}
              </Button>
            )}
            <Button onPress={() => setElsewhere(allWords())}>{say('writing.failed.elsewhere')}</Button>
            {state.code === 'disconnected' && <Button onPress={leavePage}>{say('shell.again')}</Button>}
            {onLetGo !== null && <Button onPress={onLetGo}>{say('writing.failed.letGo')}</Button>}
          </div>
        }
      >
        {state.code === 'disconnected' ? (
          <p>{say('writing.failed.stopped')}</p>
        ) : (
          <>
            <p>{say.failure(state.code)}</p>
            <p>{say(onLetGo === null ? 'writing.failed.stays' : 'writing.failed.lasts')}</p>
          </>
        )}
      </Notice>
      {elsewhere !== null && <TakeElsewhere words={elsewhere} onClose={() => setElsewhere(null)} />}
    </>
  )
}
