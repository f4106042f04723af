// The place that listens for keys while it has the focus. Tab leaves it, so that nobody is caught in it.
import { useEffect, useRef, useState } from 'react'
import styles from './keys.module.css'
import { usePressedKeys } from './use-pressed-keys.ts'

interface PressHereProps {
  /** What to do here: 'Press the new keys'. */
  readonly prompt: string
  /** What it is for, for people who listen to the screen. */
  readonly about: string
  /** Why the last keys could not be had. */
  readonly refused: string | null
  readonly onKeys: (keys: string) => void
  readonly onPad?: (pedal: string) => void
}

export function PressHere({ prompt, about, refused, onKeys, onPad }: PressHereProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isListening, setListening] = useState(false)
  useEffect(() => place.current?.focus(), [])
  usePressedKeys({ isListening, onKeys, ...(onPad === undefined ? {} : { onPad }) })
  return (
    // NOTE: `application` lets screen readers hand the keys on instead of taking them for their own.
    <div
      className={styles.press}
      ref={place}
      tabIndex={0}
      role="application"
      aria-label={`${prompt}: ${about}`}
      onFocus={() => setListening(true)}
      onBlur={() => setListening(false)}
    >
      <p className={styles.prompt}>{prompt}</p>
      <p role="status" className={styles.refused}>
        {refused}
      </p>
    </div>
  )
}
