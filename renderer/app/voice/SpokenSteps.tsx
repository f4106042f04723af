// The steps of saying something aloud. How loud it is, is said in words.
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useDoing } from '../use-doing.ts'
import type { Spoken } from './use-speaking.ts'
import styles from './voice.module.css'

interface SpokenStepsProps<T> {
  readonly spoken: Spoken<T>
  /** What becomes of it, before she begins. */
  readonly says: string
  /** What holds once it is said; `time` is how long it is. */
  readonly keptSays: (time: string) => string
  /** Where it is heard again; null where it cannot be now. */
  readonly addressOf: (kept: T) => string | null
  /** She wants to leave while she speaks. */
  readonly leaving: boolean
  readonly onThrownAway: () => void
  readonly onKept: (kept: T) => void
  readonly onNot: () => void
  /** How the buttons of a step lie. */
  readonly row: (buttons: ReactNode) => ReactNode
}

export function SpokenSteps<T>(props: SpokenStepsProps<T>) {
  const { spoken, says, keptSays, addressOf, leaving, onThrownAway, onKept, onNot, row } = props
  const say = useWords()
  const doing = useDoing()
  const { speaking, failure, begin, pause, goOn, stop, throwAway } = spoken
  const failed = failure ?? doing.failure
  const care = failed !== null && (
    <Notice kind="care" said>
      {say.failure(failed)}
    </Notice>
  )
  const dropIt = (): void =>
    doing.run(async () => {
      await throwAway()
      onThrownAway()
    })
  if (speaking.state === 'asking') return <p role="status">{say('her.sayIt.asking')}</p>
  if (speaking.state === 'finishing') return <p role="status">{say('her.sayIt.finishing')}</p>
  if (speaking.state === 'ready')
    return (
      <>
        <p>{says}</p>
        {speaking.why !== null && (
          <Notice kind="care" said>
            {say(`her.sayIt.${speaking.why}`)}
          </Notice>
        )}
        {care}
        {row(
          <>
            <Button kind="primary" onPress={() => doing.run(begin)} isDisabled={doing.busy}>
              {say('her.sayIt.begin')}
            </Button>
            <Button onPress={onNot}>{say('her.change.leave')}</Button>
          </>,
        )}
      </>
    )
  const address = speaking.state === 'said' ? addressOf(speaking.kept) : null
  if (speaking.state === 'said')
    return (
      <>
        <p role="status">{keptSays(say.time(speaking.durationMs))}</p>
        {address !== null && (
          <audio
            controls
            controlsList="nodownload noplaybackrate noremoteplayback"
            preload="metadata"
            src={address}
            className={styles.audio}
            aria-label={say('her.sayIt.again')}
          />
        )}
        {care}
        {row(
          <>
            <Button kind="primary" onPress={() => onKept(speaking.kept)}>
              {say('her.sayIt.keep')}
            </Button>
            <Button isDisabled={doing.busy} onPress={dropIt}>
              {say('her.sayIt.throwAway')}
            </Button>
          </>,
        )}
      </>
    )
  const isPaused = speaking.state === 'paused'
  return (
    <>
      <p className={styles.state}>
        {isPaused ? say('her.sayIt.paused') : say('her.sayIt.listening')}{' '}
        <span aria-hidden="true">{say.time(speaking.spokenMs)}</span>
      </p>
      <p role="status">{isPaused ? '' : say(`her.sayIt.level.${speaking.level ?? 'none'}`)}</p>
      {leaving && <Notice kind="care">{say('her.sayIt.leaving')}</Notice>}
      {row(
        <>
          <Button kind="primary" autoFocus onPress={stop}>
            {say('her.sayIt.stop')}
          </Button>
          <Button onPress={isPaused ? goOn : pause}>{say(isPaused ? 'her.sayIt.goOn' : 'her.sayIt.pause')}</Button>
          <Button onPress={dropIt}>{say('her.sayIt.throwAway')}</Button>
        </>,
      )}
    </>
  )
}
