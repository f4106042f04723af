// The part of a recording that is seen from near, as a slider: a press goes there, a drag chooses, the wheel looks closer.
// Keys: arrows go, with Shift they choose; + and − look closer and from further away, 0 shows the whole.
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { PeakLevels } from '../../app/sound/peak-levels.ts'
import { useWords } from '../../words/say.tsx'
import { isIn, type DrawnRanges, type Stretch } from './drawn-sound.ts'
import { missingAt, saidMissing } from './missing-sound.ts'
import styles from './SoundUpClose.module.css'
import type { SoundPlayer } from './sound-player.ts'
import { stepOf, type SoundWindow } from './sound-window.ts'
import { spokenTime } from '../../app/sound/spoken-time.ts'
import { usePlayerState } from './use-player.ts'
import { Waveform } from './Waveform.tsx'

/** Pixels; a press that moves less goes there and chooses nothing. */
const leastDrag = 4

interface CloseSliderProps {
  readonly player: SoundPlayer
  readonly levels: PeakLevels | undefined
  readonly ranges: DrawnRanges
  readonly window: SoundWindow
  readonly chosen: Stretch | null
  readonly describedBy: string
  readonly onChoose: (stretch: Stretch | null) => void
  readonly onZoom: (factor: number, aroundMs: number) => void
  readonly onMove: (byMs: number) => void
  /** The moment that has to be seen. */
  readonly onHold: (ms: number) => void
  readonly onWhole: () => void
}

export function CloseSlider(props: CloseSliderProps) {
  const { player, levels, ranges, window, chosen, describedBy, onChoose, onZoom, onMove, onHold, onWhole } = props
  const say = useWords()
  const element = useRef<HTMLDivElement>(null)
  const drag = useRef<{ readonly fromMs: number; readonly fromPx: number } | null>(null)
  /** Where choosing by keys began, until something else is chosen or gone to. */
  const anchor = useRef<number | null>(null)
  const positionMs = usePlayerState(player, (state) => state.positionMs)
  const durationMs = usePlayerState(player, (state) => state.durationMs)
  const playing = usePlayerState(player, (state) => state.playing)
  const held = useRef({ onHold, onZoom, onMove, window })
  useEffect(() => {
    held.current = { onHold, onZoom, onMove, window }
  })
  useEffect(() => {
    if (playing) held.current.onHold(positionMs)
  }, [playing, positionMs])

  const momentAt = (clientX: number): number => {
    const box = element.current?.getBoundingClientRect()
    if (box === undefined) return 0
    const { startMs, spanMs } = held.current.window
    return Math.max(0, Math.min(durationMs, startMs + ((clientX - box.left) / box.width) * spanMs))
  }
  useEffect(() => {
    const target = element.current
    if (target === null) return
    const turned = (event: WheelEvent): void => {
      event.preventDefault()
      const { startMs, spanMs } = held.current.window
      const box = target.getBoundingClientRect()
      const sideways = event.shiftKey ? event.deltaY : event.deltaX
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        held.current.onMove((sideways / box.width) * spanMs)
        return
      }
      held.current.onZoom(2 ** (event.deltaY / 240), startMs + ((event.clientX - box.left) / box.width) * spanMs)
    }
    // NOTE: not by React, whose wheel listeners may not keep the page from moving.
    target.addEventListener('wheel', turned, { passive: false })
    return () => target.removeEventListener('wheel', turned)
  }, [])

  const goTo = (ms: number, chooses: boolean): void => {
    const to = Math.max(0, Math.min(durationMs, ms))
    if (chooses) {
      anchor.current ??= positionMs
      onChoose({ startMs: Math.min(anchor.current, to), endMs: Math.max(anchor.current, to) })
    } else anchor.current = null
    player.seek(to)
    onHold(to)
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const step = stepOf(window)
    const by: Readonly<Record<string, number>> = {
      ArrowRight: step,
      ArrowUp: step,
      ArrowLeft: -step,
      ArrowDown: -step,
      PageUp: window.spanMs * 0.8,
      PageDown: -window.spanMs * 0.8,
      Home: -durationMs,
      End: durationMs,
    }
    const distance = by[event.key]
    if (distance !== undefined) goTo(positionMs + distance, event.shiftKey)
    else if (event.key === '+' || event.key === '=') onZoom(0.5, positionMs)
    else if (event.key === '-' || event.key === '−') onZoom(2, positionMs)
    else if (event.key === '0') onWhole()
    else return
    event.preventDefault()
  }
  const dragged = (event: PointerEvent): void => {
    if (drag.current === null || Math.abs(event.clientX - drag.current.fromPx) < leastDrag) return
    const to = momentAt(event.clientX)
    const { fromMs } = drag.current
    onChoose({ startMs: Math.min(fromMs, to), endMs: Math.max(fromMs, to) })
  }
  return (
    // NOTE: time runs from left to right here in every language, as on every recorder.
    <div
      ref={element}
      dir="ltr"
      role="slider"
      tabIndex={0}
      className={styles.slider}
      aria-label={say('story.close.position')}
      aria-describedby={describedBy}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs)}
      aria-valuenow={Math.round(positionMs)}
      aria-valuetext={[
        say('story.spoken.at', {
          position: spokenTime(say, positionMs, true),
          duration: spokenTime(say, durationMs),
          takenOut: isIn(ranges.takenOut, positionMs) ? 'yes' : 'no',
        }),
        ...missingAt(ranges.gaps, positionMs, stepOf(window)).map((gap) =>
          say('story.missing.here', { what: saidMissing(say, gap) }),
        ),
        ...(chosen === null
          ? []
          : [
              say('story.spoken.chosen', {
                start: spokenTime(say, chosen.startMs, true),
                end: spokenTime(say, chosen.endMs, true),
              }),
            ]),
      ].join('; ')}
      onKeyDown={pressed}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        anchor.current = null
        drag.current = { fromMs: momentAt(event.clientX), fromPx: event.clientX }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={dragged}
      onPointerUp={(event) => {
        const from = drag.current
        drag.current = null
        if (from !== null && Math.abs(event.clientX - from.fromPx) < leastDrag) player.seek(from.fromMs)
      }}
      onPointerCancel={() => (drag.current = null)}
    >
      <Waveform levels={levels} window={window} positionMs={positionMs} ranges={ranges} chosen={chosen} isClose />
    </div>
  )
}
