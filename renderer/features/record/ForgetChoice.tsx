// What exactly is to be forgotten. It says that it cannot be brought back, and asks nothing more.
import { useEffect, useRef } from 'react'
import type { Forgotten } from '../../recorder/take-shapes.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

interface ForgetChoiceProps {
  readonly keptMs: number
  readonly sincePauseMs: number
  readonly onForget: (what: Forgotten) => void
  readonly onLeave: () => void
}

/** As the archive forgets it. */
const lastBitMs = 30_000

export function ForgetChoice({ keptMs, sincePauseMs, onForget, onLeave }: ForgetChoiceProps) {
  const say = useWords()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const seconds = Math.max(1, Math.floor(Math.min(lastBitMs, keptMs) / 1000))
  /** It was never paused: since the pause is all of it. */
  const isAll = sincePauseMs >= keptMs
  return (
    <div
      className={styles.choice}
      role="group"
      aria-label={say('recorder.forget')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onLeave()
      }}
    >
      <p>{say('recorder.forget.says')}</p>
      <Button ref={first} onPress={() => onForget('lastBit')}>
        {say('recorder.forget.lastBit', { seconds })}
      </Button>
      {sincePauseMs > 0 && (
        <Button onPress={() => onForget('sincePause')}>
          {say(isAll ? 'recorder.forget.all' : 'recorder.forget.sincePause', { time: say.time(sincePauseMs) })}
        </Button>
      )}
      <Button kind="quiet" onPress={onLeave}>
        {say('recorder.forget.leave')}
      </Button>
    </div>
  )
}
