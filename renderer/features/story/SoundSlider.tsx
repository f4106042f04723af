// The waveform as a slider: a press or a drag goes there; arrow keys go by a second, page keys by ten.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useWords } from '../../words/say.tsx'
import styles from './SoundSlider.module.css'
import type { SoundPlayer } from './sound-player.ts'
import { usePlayerState } from './use-player.ts'
import { Waveform } from './Waveform.tsx'
import type { Stretch } from './waveform-bars.ts'

interface SoundSliderProps {
  readonly player: SoundPlayer
  readonly peaks: Uint8Array | undefined
  readonly takenOut: readonly Stretch[]
}

export function SoundSlider({ player, peaks, takenOut }: SoundSliderProps) {
  const say = useWords()
  const dragging = useRef(false)
  const positionMs = usePlayerState(player, (state) => state.positionMs)
  const durationMs = usePlayerState(player, (state) => state.durationMs)

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
      aria-valuetext={say('story.player.at', { position: say.time(positionMs), duration: say.time(durationMs) })}
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
      <Waveform peaks={peaks} positionMs={positionMs} durationMs={durationMs} takenOut={takenOut} />
    </div>
  )
}
