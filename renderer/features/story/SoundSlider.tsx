// The whole recording as a slider: a press or a drag goes there; arrow keys go by a second, page keys by ten.
import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { PeakLevels } from '../../app/sound/peak-levels.ts'
import { useWords } from '../../words/say.tsx'
import { isIn, type DrawnRanges } from './drawn-sound.ts'
import styles from './SoundSlider.module.css'
import type { SoundPlayer } from './sound-player.ts'
import { spokenTime } from '../../app/sound/spoken-time.ts'
import { wholeOf } from './sound-window.ts'
import { usePlayerState } from './use-player.ts'
import { Waveform } from './Waveform.tsx'

interface SoundSliderProps {
  readonly player: SoundPlayer
  readonly levels: PeakLevels | undefined
  readonly ranges: DrawnRanges
}

export function SoundSlider({ player, levels, ranges }: SoundSliderProps) {
  const say = useWords()
  const dragging = useRef(false)
  const positionMs = usePlayerState(player, (state) => state.positionMs)
  const durationMs = usePlayerState(player, (state) => state.durationMs)
  const window = useMemo(() => wholeOf(durationMs), [durationMs])

  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    player.seek(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * durationMs)
  }
  const pressed = (event: KeyboardEvent): void => {
    const by: Readonly<Record<string, number>> = {
      ArrowRight: 1_000,
      ArrowUp: 1_000,
      ArrowLeft: -1_000,
      ArrowDown: -1_000,
      PageUp: 10_000,
      PageDown: -10_000,
      Home: -Infinity,
      End: Infinity,
    }
    const step = by[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (step === Infinity) player.seek(durationMs)
    else player.seek(step === -Infinity ? 0 : positionMs + step)
  }
  return (
    // NOTE: time runs from left to right here in every language, as on every recorder.
    <div
      dir="ltr"
      role="slider"
      tabIndex={0}
      className={styles.slider}
      aria-label={say('story.player.position')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(positionMs / 1000)}
      aria-valuetext={say('story.spoken.at', {
        position: spokenTime(say, positionMs),
        duration: spokenTime(say, durationMs),
        takenOut: isIn(ranges.takenOut, positionMs) ? 'yes' : 'no',
      })}
      onKeyDown={pressed}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        dragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => dragging.current && follow(event)}
      onPointerUp={() => (dragging.current = false)}
      onPointerCancel={() => (dragging.current = false)}
    >
      <Waveform levels={levels} window={window} positionMs={positionMs} ranges={ranges} chosen={null} isClose={false} />
    </div>
  )
}
