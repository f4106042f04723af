// Giving a transcript its times by tapping while the sound plays: each tap begins the next passage.
import { useEffect, useRef, useState } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './writing.module.css'

interface TapAlongProps {
  readonly passages: readonly Passage[]
  /** The passage to begin with. */
  readonly from: number
  readonly positionMs: () => number
  readonly onPlay: () => void
  /** The passage begins at `ms`, and the one before it ends there. */
  readonly onTap: (passage: string, before: string | null, ms: number) => void
  readonly onHere: (passage: string) => void
  readonly onClose: () => void
}

export function TapAlong({ passages, from, positionMs, onPlay, onTap, onHere, onClose }: TapAlongProps) {
  const say = useWords()
  const announce = useAnnounce()
  const [at, setAt] = useState(from)
  const [begun, setBegun] = useState(false)
  const [last, setLast] = useState<string | null>(null)
  const main = useRef<HTMLButtonElement>(null)
  const next = passages[at]
  const stop = useRef<HTMLButtonElement>(null)
  const isDone = next === undefined
  useEffect(() => (isDone ? stop : main).current?.focus(), [begun, isDone])
  const tap = (): void => {
    if (!begun) {
      setBegun(true)
      onPlay()
      return
    }
    if (next === undefined) return
    const ms = Math.round(positionMs())
    onTap(next.id, at > from ? (passages[at - 1]?.id ?? null) : null, ms)
    setLast(say('writing.tap.did', { time: say.time(ms), words: next.text.slice(0, 40) }))
    if (at + 1 >= passages.length) announce(say('writing.tap.done'))
    else onHere(passages[at + 1]?.id ?? '')
    setAt(at + 1)
  }
  return (
    <div
      className={styles.tapping}
      role="group"
      aria-label={say('writing.tap')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <p>{say('writing.tap.how')}</p>
      {next === undefined ? (
        <p role="status">{say('writing.tap.done')}</p>
      ) : (
        <>
          <Button kind="primary" className={styles.tapButton ?? ''} onPressStart={tap} ref={main}>
            {say(begun ? 'writing.tap.now' : 'writing.tap.begin')}
          </Button>
          <p className={styles.nextWords} lang={next.language} dir={next.direction}>
            {say('writing.tap.next', { words: next.text.slice(0, 160) })}
          </p>
        </>
      )}
      <p className={styles.soft}>{last}</p>
      <div className={styles.actions}>
        <Button
          small
          isDisabled={at <= from}
          onPress={() => {
            setAt(at - 1)
            onHere(passages[at - 1]?.id ?? '')
          }}
        >
          {say('writing.tap.back')}
        </Button>
        <Button small onPress={onClose} ref={stop}>
          {say('writing.tap.stop')}
        </Button>
      </div>
    </div>
  )
}
