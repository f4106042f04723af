// How loud it comes in: a bar, and the same in words. The words alone say it too.
import type { levels } from '../../../shared/contract/recording.ts'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

type LevelWord = (typeof levels)[number]

/** Where the bar ends when only the word is known: the middle of what the word means. */
const middle: Readonly<Record<LevelWord, number>> = { none: 0, quiet: 0.2, good: 0.55, loud: 0.88, clipped: 1 }

interface LevelProps {
  readonly level: LevelWord
  /** The loudest sample of the last moments, 0 to 1; left out where nobody here listens. */
  readonly peak?: number
}

/** A bar in decibels, from -60 to 0. */
const lengthOf = (peak: number): number => Math.max(0, Math.min(1, 1 + (20 * Math.log10(Math.max(0.000_1, peak))) / 60))

export function Level({ level, peak }: LevelProps) {
  const say = useWords()
  const length = peak === undefined ? middle[level] : lengthOf(peak)
  return (
    <div className={styles.level}>
      <div
        className={styles.meter}
        role="meter"
        aria-label={say('recorder.level')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(length * 100)}
        aria-valuetext={say(`recorder.level.${level}`)}
      >
        <div className={styles.filled} data-level={level} style={{ inlineSize: `${length * 100}%` }} />
      </div>
      <p className={styles.levelWord} data-level={level}>
        {say(`recorder.level.${level}`)}
      </p>
    </div>
  )
}
