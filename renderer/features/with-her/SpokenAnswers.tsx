// What she has said about this passage, to be heard again or thrown away.
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { ShownAnswer } from './her-shapes.ts'
import styles from './with-her.module.css'

interface SpokenAnswersProps {
  readonly answers: readonly ShownAnswer[]
  readonly onThrowAway: (answer: string) => Promise<void>
}

export function SpokenAnswers({ answers, onThrowAway }: SpokenAnswersProps) {
  const say = useWords()
  const doing = useDoing()
  return (
    <>
      {answers.map(({ id, media, durationMs, at }) => (
        <section key={id} className={styles.card} aria-label={say('her.spoken')}>
          <p className={styles.state}>{say('her.spoken.at', { date: say.moment(at), time: say.time(durationMs) })}</p>
          <audio
            controls
            controlsList="nodownload noplaybackrate noremoteplayback"
            preload="none"
            src={`/media/${media}`}
            className={styles.audio}
            aria-label={say('her.sayIt.again')}
          />
          <p className={styles.soft} id={`for-good-${id}`}>
            {say('her.spoken.forGood')}
          </p>
          <Button
            isDisabled={doing.busy}
            onPress={() => doing.run(() => onThrowAway(id))}
            aria-describedby={`for-good-${id}`}
          >
            {say('her.sayIt.throwAway')}
          </Button>
        </section>
      ))}
      <Failed failure={doing.failure} />
    </>
  )
}
