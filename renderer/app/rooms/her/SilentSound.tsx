// Sound of this recording that is taken out by itself, each stretch with what can be done with it.
import type { Redaction, SoundStretch } from '../../../../shared/domain/marks/marks.ts'
import { writtenTime } from '../../../features/story/written-time.ts'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import rooms from './HerRooms.module.css'
import styles from './HerSound.module.css'

interface SilentSoundProps {
  readonly redactions: readonly Redaction[]
  readonly recording: string
  readonly isDisabled: boolean
  /** Null where it cannot be played here. */
  readonly onHear: ((stretch: SoundStretch) => void) | null
  readonly onChange: (stretch: SoundStretch) => void
  readonly onPutBack: (redaction: Redaction) => void
}

export function SilentSound({ redactions, recording, isDisabled, onHear, onChange, onPutBack }: SilentSoundProps) {
  const say = useWords()
  const here = redactions.flatMap((redaction) => {
    const stretches = (redaction.stretches ?? []).filter((one) => one.recording === recording)
    return stretches.map((stretch) => ({ redaction, stretch }))
  })
  return (
    <section aria-labelledby="her-silent">
      <h2 id="her-silent">{say('her.near.silent')}</h2>
      {here.length === 0 && <p>{say('her.near.silent.none')}</p>}
      <ul className={styles.silent}>
        {here.map(({ redaction, stretch }) => {
          const where = { start: writtenTime(stretch.startMs), end: writtenTime(stretch.endMs) }
          return (
            <li key={stretch.id} className={rooms.story}>
              <h3>{say('her.near.from', where)}</h3>
              <p>{say(`her.takenOut.from.${redaction.reach}`)}</p>
              {redaction.why !== '' && (
                <p className={rooms.soft}>
                  {say.rich('her.near.why', { words: <bdi key="why">{redaction.why}</bdi> })}
                </p>
              )}
              <div className={rooms.row}>
                {onHear !== null && (
                  <>
                    <Button onPress={() => onHear(stretch)} aria-label={say('her.near.hear.named', where)}>
                      {say('her.near.hear')}
                    </Button>
                    <Button
                      isDisabled={isDisabled}
                      onPress={() => onChange(stretch)}
                      aria-label={say('her.near.edges.named', where)}
                    >
                      {say('her.near.edges')}
                    </Button>
                  </>
                )}
                <Button
                  isDisabled={isDisabled}
                  onPress={() => onPutBack(redaction)}
                  aria-label={say('her.near.putBack.named', where)}
                >
                  {say('her.near.putBack')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {redactions.some(({ ranges }) => ranges.length > 0) && <p className={rooms.soft}>{say('her.near.words')}</p>}
    </section>
  )
}
