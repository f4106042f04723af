// The sound from near: closer and further, a stretch chosen by dragging, by keys or by writing it, and what can be done
// with it.
import { useEffect, useId, useRef, useState } from 'react'
import type { PeakLevels } from '../../app/sound/peak-levels.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { DrawnRanges, Stretch } from './drawn-sound.ts'
import { CloseSlider } from './CloseSlider.tsx'
import { MissingSound } from './MissingSound.tsx'
import styles from './SoundUpClose.module.css'
import { around, holding, moved, wholeOf, zoomed, type SoundWindow } from './sound-window.ts'
import type { SoundPlayer } from './sound-player.ts'
import { TimeField } from './TimeField.tsx'
import { usePlayerState } from './use-player.ts'
import { writtenTime } from './written-time.ts'

interface SoundUpCloseProps {
  readonly player: SoundPlayer
  readonly levels: PeakLevels | undefined
  readonly ranges: DrawnRanges
  /** What can be done with what is chosen; null for nothing: while it is looked at as somebody else. */
  readonly act: SoundAct | null
  /** Chosen from the start. */
  readonly first?: Stretch | null
  /** Grows whenever somebody comes here by a command or a button: they come to the slider. */
  readonly arrivals?: number
}

export interface SoundAct {
  readonly name: string
  readonly run: (stretch: Stretch) => void
}

export function SoundUpClose({ player, levels, ranges, act, first = null, arrivals = 0 }: SoundUpCloseProps) {
  const say = useWords()
  const help = useId()
  const durationMs = usePlayerState(player, (state) => state.durationMs)
  const [wanted, setWindow] = useState<SoundWindow | null>(null)
  const [startMs, setStart] = useState<number | null>(first?.startMs ?? null)
  const [endMs, setEnd] = useState<number | null>(first?.endMs ?? null)
  const window = wanted ?? wholeOf(durationMs)
  const isWrong = startMs !== null && endMs !== null && endMs <= startMs
  const chosen = startMs !== null && endMs !== null && endMs > startMs ? { startMs, endMs } : null
  const choose = (stretch: Stretch | null): void => {
    setStart(stretch === null ? null : Math.round(stretch.startMs))
    setEnd(stretch === null ? null : Math.round(stretch.endMs))
  }
  const middle = (): number => {
    const { positionMs } = player.current()
    const { startMs: from, spanMs } = window
    return positionMs >= from && positionMs <= from + spanMs ? positionMs : from + spanMs / 2
  }
  const zoom = (factor: number, aroundMs = middle()): void => setWindow(zoomed(window, factor, aroundMs, durationMs))
  const here = (): number => Math.round(player.current().positionMs)
  const top = useRef<HTMLDivElement>(null)
  // On a narrow screen it opens below the story, where it leaves the words in sight.
  useEffect(() => {
    // NOTE: what it gives is a promise in newer browsers, and no way to undo it.
    top.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    if (arrivals > 0) top.current?.querySelector<HTMLElement>('[role="slider"]')?.focus()
  }, [arrivals])
  const goTo = (ms: number): void => {
    player.seek(ms)
    if (wanted !== null) setWindow(holding(window, ms, durationMs))
  }
  return (
    <div ref={top} className={styles.close} data-up-close role="group" aria-label={say('story.close')}>
      <div className={styles.tools}>
        <Button small onPress={() => zoom(0.5)} aria-label={say('story.close.closer')}>
          +
        </Button>
        <Button small onPress={() => zoom(2)} aria-label={say('story.close.further')}>
          −
        </Button>
        <Button small onPress={() => setWindow(null)}>
          {say('story.close.whole')}
        </Button>
        <Button
          small
          isDisabled={chosen === null}
          onPress={() => chosen !== null && setWindow(around(chosen.startMs, chosen.endMs, durationMs))}
        >
          {say('story.close.chosen')}
        </Button>
        <p className={styles.seen}>
          {say('story.close.seen', {
            start: writtenTime(window.startMs),
            end: writtenTime(window.startMs + window.spanMs),
          })}
        </p>
      </div>
      <CloseSlider
        player={player}
        levels={levels}
        ranges={ranges}
        window={window}
        chosen={chosen}
        describedBy={help}
        onChoose={choose}
        onZoom={zoom}
        onMove={(byMs) => setWindow(moved(window, byMs, durationMs))}
        onHold={(ms) => setWindow(wanted === null ? null : holding(window, ms, durationMs))}
        onWhole={() => setWindow(null)}
      />
      <p id={help} className={styles.help}>
        {say('story.close.help')}
      </p>
      <div className={styles.stretch} role="group" aria-label={say('story.close.stretch')}>
        <div className={styles.time}>
          <TimeField label={say('story.close.from')} value={startMs} onChange={setStart} />
        </div>
        <Button small onPress={() => setStart(here())}>
          {say('story.close.startHere')}
        </Button>
        <div className={styles.time}>
          <TimeField
            label={say('story.close.to')}
            value={endMs}
            onChange={setEnd}
            wrong={isWrong ? say('story.times.wrong') : null}
          />
        </div>
        <Button small onPress={() => setEnd(here())}>
          {say('story.close.endHere')}
        </Button>
        <Button
          small
          isDisabled={chosen === null}
          onPress={() => chosen !== null && player.playStretch(chosen.startMs, chosen.endMs)}
        >
          {say('story.close.play')}
        </Button>
        {act !== null && (
          <Button small kind="primary" isDisabled={chosen === null} onPress={() => chosen !== null && act.run(chosen)}>
            {act.name}
          </Button>
        )}
        <Button small kind="quiet" isDisabled={startMs === null && endMs === null} onPress={() => choose(null)}>
          {say('story.close.none')}
        </Button>
      </div>
      <MissingSound gaps={ranges.gaps} onGo={goTo} />
    </div>
  )
}
