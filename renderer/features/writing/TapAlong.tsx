// Giving a transcript its times by tapping while the sound plays: each tap begins the next passage that is not sealed.
import { useEffect, useRef, useState } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { passagesToTap } from './passages-to-tap.ts'
import styles from './writing.module.css'

interface TapAlongProps {
  readonly passages: readonly Passage[]
  readonly isSealed: (passage: string) => boolean
  /** The passage to begin with. */
  readonly from: string
  readonly positionMs: () => number
  readonly onPlay: () => void
  /** The passage begins at `ms`, and the one before it ends there; null where none does. */
  readonly onTap: (passage: string, before: string | null, ms: number) => void
  readonly onHere: (passage: string) => void
  readonly onClose: () => void
}

export function TapAlong({ passages, isSealed, from, positionMs, onPlay, onTap, onHere, onClose }: TapAlongProps) {
  const say = useWords()
  const announce = useAnnounce()
  const [at, setAt] = useState(0)
  const [begun, setBegun] = useState(false)
  const [last, setLast] = useState<string | null>(null)
  const main = useRef<HTMLButtonElement>(null)
  const toTap = passagesToTap(passages, isSealed, from)
  const next = toTap[at]?.passage
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
    onTap(next.id, toTap[at]?.ends ?? null, ms)
    setLast(say('writing.tap.did', { time: say.time(ms), words: next.text.slice(0, 40) }))
    if (at + 1 >= toTap.length) announce(say('writing.tap.done'))
    else onHere(toTap[at + 1]?.passage.id ?? '')
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
          isDisabled={at === 0}
          onPress={() => {
            setAt(at - 1)
            onHere(toTap[at - 1]?.passage.id ?? '')
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
