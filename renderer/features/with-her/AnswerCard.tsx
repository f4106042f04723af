// One thing that she said about a passage.
import type { Doing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { LookShape } from './LookShape.tsx'
import styles from './with-her.module.css'

interface AnswerCardProps {
  readonly answer: string
  /** When she said it. */
  readonly state: string
  /** Where it is heard; null where it cannot be. */
  readonly address: string | null
  readonly isSealed: boolean
  readonly doing: Doing
  readonly onThrowAway: (answer: string) => Promise<void>
}

export function AnswerCard({ answer, state, address, isSealed, doing, onThrowAway }: AnswerCardProps) {
  const say = useWords()
  return (
    <div role="group" className={styles.card} aria-label={say('her.spoken')}>
      <p className={styles.state}>
        {isSealed && <LookShape state="sealed" />} {state}
      </p>
      {address !== null && (
        <audio
          controls
          controlsList="nodownload noplaybackrate noremoteplayback"
          preload="none"
          src={address}
          className={styles.audio}
          aria-label={say('her.sayIt.again')}
        />
      )}
      <p className={styles.soft} id={`for-good-${answer}`}>
        {say('her.spoken.forGood')}
      </p>
      <Button
        isDisabled={doing.busy}
        onPress={() => doing.run(() => onThrowAway(answer))}
        aria-describedby={`for-good-${answer}`}
      >
        {say('her.sayIt.throwAway')}
      </Button>
    </div>
  )
}
