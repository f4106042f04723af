// Where each taken-out place is in the sound, and the way to say it better.
import { useState } from 'react'
import type { Range } from '../../../shared/domain/marks/marks.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'
import { exactTime } from './exact-time.ts'
import type { SoundHand } from './sound-hand.ts'
import { TimesDialog } from './TimesDialog.tsx'
import type { Times } from './TimesFields.tsx'

interface TakenOutTimesProps {
  readonly ranges: readonly Range[]
  readonly passages: readonly Passage[]
  readonly sound: SoundHand
  readonly onTimes: (range: Range, times: Times) => Promise<void>
}

export function TakenOutTimes({ ranges, passages, sound, onTimes }: TakenOutTimesProps) {
  const say = useWords()
  const [changing, setChanging] = useState<{ range: Range; recording: string } | null>(null)
  const recordings = new Map(passages.map(({ id, recording }) => [id, recording]))
  return (
    <ul className={styles.times}>
      {ranges.map((range) => {
        const recording = recordings.get(range.passage) ?? null
        if (recording === null) return null
        const { startMs, endMs } = range
        const where =
          startMs === null || endMs === null
            ? say('marks.times.stillHeardHere')
            : say('marks.times.from', { start: exactTime(say, startMs), end: exactTime(say, endMs) })
        return (
          <li key={range.id}>
            <span className={startMs === null ? styles.care : undefined}>{where}</span>{' '}
            <Button
              kind="quiet"
              small
              onPress={() => setChanging({ range, recording })}
              aria-label={say('marks.times.change.named', { words: range.quote.slice(0, 60) })}
            >
              {say('marks.change')}
            </Button>
          </li>
        )
      })}
      {changing !== null && (
        <TimesDialog
          quote={changing.range.quote}
          startMs={changing.range.startMs}
          endMs={changing.range.endMs}
          recording={changing.recording}
          sound={sound}
          onClose={() => setChanging(null)}
          onKeep={(times) => onTimes(changing.range, times)}
        />
      )}
    </ul>
  )
}
