// What is taken out of a story, as cards: what, from whom, how, where in the words and in the sound.
import type { Range, Redaction, SoundStretch } from '../../../shared/domain/marks/marks.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'
import { exactTime } from './exact-time.ts'
import { MarkPlaces } from './MarkPlaces.tsx'
import type { SoundHand } from './sound-hand.ts'
import { TakenOutStretches } from './TakenOutStretches.tsx'
import { TakenOutTimes } from './TakenOutTimes.tsx'
import type { Times } from './TimesFields.tsx'

interface TakenOutCardsProps {
  readonly redactions: readonly Redaction[]
  readonly passages: readonly Passage[]
  readonly sound: SoundHand | null
  readonly canAdd: boolean
  readonly onAdd: () => void
  readonly onChange: (redaction: Redaction) => void
  readonly onPutBack: (redaction: Redaction) => void
  readonly onTimes: (range: Range, times: Times) => Promise<void>
  readonly onStretch: (stretch: SoundStretch, times: { startMs: number; endMs: number }) => Promise<void>
  readonly onJump: (range: Range) => void
}

export function TakenOutCards(props: TakenOutCardsProps) {
  const { redactions, passages, sound, canAdd, onAdd, onChange, onPutBack, onTimes, onStretch, onJump } = props
  const say = useWords()
  return (
    <div className={styles.cards}>
      {redactions.length === 0 && <p className={styles.none}>{say('marks.takenOut.none')}</p>}
      {redactions.map((redaction) => {
        const { stretches = [] } = redaction
        const [stretch] = stretches
        const quote =
          redaction.ranges[0]?.quote ??
          (stretch === undefined ? '' : say('marks.stretch.named', { start: exactTime(say, stretch.startMs) }))
        const named = { words: quote.length > 60 ? `${quote.slice(0, 60)}…` : quote }
        return (
          <article key={redaction.id} className={styles.card}>
            <h3 className={styles.words}>{say(`uses.thing.${redaction.thing}`)}</h3>
            {stretches.length > 0 && <p className={styles.who}>{say('marks.stretch.soundAlone')}</p>}
            <p className={styles.who}>{say(`marks.takeOut.reach.${redaction.reach}`)}</p>
            <p className={styles.who}>
              {redaction.replacement === ''
                ? say(`uses.way.${redaction.way}`)
                : say('marks.takenOut.instead', {
                    way: say(`uses.way.${redaction.way}`),
                    words: redaction.replacement,
                  })}
            </p>
            {redaction.why !== '' && (
              <p className={styles.meaning} dir="auto">
                {redaction.why}
              </p>
            )}
            <MarkPlaces ranges={redaction.ranges} onJump={onJump} />
            {sound !== null && (
              <TakenOutTimes ranges={redaction.ranges} passages={passages} sound={sound} onTimes={onTimes} />
            )}
            <TakenOutStretches stretches={stretches} sound={sound} onTimes={onStretch} />
            <div className={styles.actions}>
              <Button small onPress={() => onChange(redaction)} aria-label={say('marks.takenOut.change.named', named)}>
                {say('marks.change')}
              </Button>
              <Button
                small
                onPress={() => onPutBack(redaction)}
                aria-label={say('marks.takenOut.putBack.named', named)}
              >
                {say('marks.putBack')}
              </Button>
            </div>
          </article>
        )
      })}
      <div>
        <Button kind="primary" onPress={onAdd} isDisabled={!canAdd}>
          {say('marks.takeOut.add')}
        </Button>
        {!canAdd && <p className={styles.none}>{say('marks.chooseFirst')}</p>}
      </div>
    </div>
  )
}
