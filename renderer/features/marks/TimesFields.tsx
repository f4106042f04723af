// Start and end in the sound, in seconds, to be written, taken from the player, and listened to.
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkForm.module.css'
import type { SoundHand } from './sound-hand.ts'

export interface Times {
  readonly startMs: number | null
  readonly endMs: number | null
}

interface TimesFieldsProps {
  readonly recording: string
  readonly times: Times
  readonly onTimes: (times: Times) => void
  readonly sound: SoundHand
}

// NOTE: commitBehavior: what is written stays to the millisecond; only the buttons go in steps.
const asSeconds = (ms: number | null): number => (ms === null ? Number.NaN : ms / 1000)
const asMs = (seconds: number): number | null => (Number.isFinite(seconds) ? Math.round(seconds * 1000) : null)

export function TimesFields({ recording, times, onTimes, sound }: TimesFieldsProps) {
  const say = useWords()
  const { startMs, endMs } = times
  const wrong = startMs !== null && endMs !== null && endMs <= startMs
  const format = { maximumFractionDigits: 3 } as const
  return (
    <div className={styles.times}>
      {sound.transport(recording)}
      <div className={styles.seconds}>
        <NumberField
          label={say('marks.times.start')}
          value={asSeconds(startMs)}
          minValue={0}
          step={0.1}
          commitBehavior="validate"
          formatOptions={format}
          onChange={(seconds) => onTimes({ startMs: asMs(seconds), endMs })}
        />
      </div>
      <div className={styles.seconds}>
        <NumberField
          label={say('marks.times.end')}
          value={asSeconds(endMs)}
          minValue={0}
          step={0.1}
          commitBehavior="validate"
          formatOptions={format}
          onChange={(seconds) => onTimes({ startMs, endMs: asMs(seconds) })}
          wrong={wrong ? say('marks.times.wrong') : null}
        />
      </div>
      <Button small onPress={() => onTimes({ startMs: sound.positionIn(recording) ?? startMs, endMs })}>
        {say('marks.times.takeStart')}
      </Button>
      <Button small onPress={() => onTimes({ startMs, endMs: sound.positionIn(recording) ?? endMs })}>
        {say('marks.times.takeEnd')}
      </Button>
      <Button
        small
        isDisabled={startMs === null || endMs === null || wrong}
        onPress={() => startMs !== null && endMs !== null && sound.playStretch(recording, startMs, endMs)}
      >
        {say('marks.times.play')}
      </Button>
    </div>
  )
}

/** Both or neither, and the end after the start. */
export function timesHold({ startMs, endMs }: Times): boolean {
  return startMs === null || endMs === null ? startMs === endMs : endMs > startMs
}
