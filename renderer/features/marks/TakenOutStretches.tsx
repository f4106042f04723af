// Sound that is taken out by itself, each stretch with a way to hear it and to say better where it is.
import { useState } from 'react'
import type { SoundStretch } from '../../../shared/domain/marks/marks.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'
import { exactTime } from './exact-time.ts'
import type { SoundHand } from './sound-hand.ts'
import { TimesDialog } from './TimesDialog.tsx'

interface TakenOutStretchesProps {
  readonly stretches: readonly SoundStretch[]
  /** Null while the sound cannot be heard as it is. */
  readonly sound: SoundHand | null
  readonly onTimes: (stretch: SoundStretch, times: { startMs: number; endMs: number }) => Promise<void>
}

export function TakenOutStretches({ stretches, sound, onTimes }: TakenOutStretchesProps) {
  const say = useWords()
  const [changing, setChanging] = useState<SoundStretch | null>(null)
  if (stretches.length === 0) return null
  return (
    <ul className={styles.times}>
      {stretches.map((stretch) => {
        const { id, recording, startMs, endMs } = stretch
        const where = say('marks.times.from', { start: exactTime(say, startMs), end: exactTime(say, endMs) })
        return (
          <li key={id}>
            <span>{where}</span>{' '}
            {sound !== null && (
              <>
                <Button
                  kind="quiet"
                  small
                  onPress={() => sound.playStretch(recording, startMs, endMs)}
                  aria-label={say('marks.stretch.play.named', { where })}
                >
                  {say('marks.stretch.play')}
                </Button>
                <Button
                  kind="quiet"
                  small
                  onPress={() => setChanging(stretch)}
                  aria-label={say('marks.stretch.change.named', { where })}
                >
                  {say('marks.change')}
                </Button>
              </>
            )}
          </li>
        )
      })}
      {changing !== null && sound !== null && (
        <TimesDialog
          quote=""
          startMs={changing.startMs}
          endMs={changing.endMs}
          recording={changing.recording}
          sound={sound}
          onClose={() => setChanging(null)}
          onKeep={async ({ startMs, endMs }) => {
            if (startMs !== null && endMs !== null) await onTimes(changing, { startMs, endMs })
          }}
        />
      )}
    </ul>
  )
}
