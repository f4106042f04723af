// The player along the bottom of a story: play, where it is, the waveform, how fast, which sitting.
import { useEffect, useRef, useState } from 'react'
import type { Recording } from '../../../shared/domain/story.ts'
import { useCommand, useKeysOf } from '../../app/commands.tsx'
import { usePreferences } from '../../app/preferences.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './Player.module.css'
import type { DrawnRanges, Stretch } from './drawn-sound.ts'
import { PlaySign } from './PlaySign.tsx'
import { SoundSlider } from './SoundSlider.tsx'
import { SoundUpClose } from './SoundUpClose.tsx'
import type { SoundPlayer } from './sound-player.ts'
import type { Heard } from './use-heard.ts'
import { TransportSaid } from './TransportSaid.tsx'
import { usePlayerState } from './use-player.ts'
import { usePauseWhileTyping } from './use-pause-while-typing.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import { usePeaks } from './use-peaks.ts'

interface PlayerProps {
  readonly player: SoundPlayer
  readonly recordings: readonly Recording[]
  readonly recording: Recording
  readonly onRecording: (id: string) => void
  readonly heard: Heard
  readonly ranges: DrawnRanges
  /** Null where nothing can be taken out. */
  readonly onTakeOut: ((stretch: Stretch) => void) | null
  /** Where nobody has written down what is said, the sound is all there is to look at. */
  readonly isSoundAll: boolean
  readonly follows: boolean
  readonly onFollows: (follows: boolean) => void
}

export function Player(props: PlayerProps) {
  const { player, recordings, recording, onRecording, heard, ranges, onTakeOut, isSoundAll, follows, onFollows } = props
  const say = useWords()
  /** Only where there is no room for the rest beside the sound. */
  const [isUnfolded, setUnfolded] = useState(false)
  const element = useRef<HTMLAudioElement>(null)
  const [isClose, setClose] = useState(isSoundAll)
  const [arrivals, setArrivals] = useState(0)
  const whole = useRef<HTMLElement>(null)
  const levels = usePeaks(recording, heard)
  const unplayable = usePlayerState(player, (state) => state.unplayable)
  const brokenAtMs = usePlayerState(player, (state) => state.brokenAtMs)
  const address = heard.kind === 'ready' ? heard.address : null
  const isHeard = address !== null && !unplayable
  useEffect(() => player.attach(element.current), [player])
  useEffect(() => {
    if (address === null) return player.empty()
    const { recording: before, positionMs } = player.current()
    player.load(recording.id, address, recording.durationMs, before === recording.id ? positionMs : 0)
  }, [player, address, recording])
  usePlayerKeys(player, isHeard)
  usePauseWhileTyping(player)
  const goNear = (): void => {
    const isThere =
      isClose && whole.current?.querySelector('[data-up-close]')?.contains(document.activeElement) === true
    setClose(!isThere)
    if (!isThere) setArrivals((count) => count + 1)
  }
  useCommand({ id: 'story.near', run: goNear, when: isHeard })

  return (
    <section
      ref={whole}
      className={styles.player}
      aria-label={say('story.player')}
      data-near={(isClose && isHeard) || undefined}
    >
      <audio ref={element} preload="metadata" hidden />
      <TransportSaid player={player} />
      {recording.isCut === true && isHeard && <p className={styles.soundAll}>{say('story.player.cutShort')}</p>}
      {brokenAtMs !== null && isHeard && (
        <p className={styles.soundAll} role="status">
          {say('story.player.brokenAt', { position: say.time(brokenAtMs) })}
        </p>
      )}
      {isSoundAll && <p className={styles.soundAll}>{say('story.player.soundAll')}</p>}
      {isClose && isHeard && (
        <SoundUpClose
          key={recording.id}
          player={player}
          levels={levels}
          ranges={ranges}
          act={onTakeOut === null ? null : { name: say('story.close.takeOut'), run: onTakeOut }}
          arrivals={arrivals}
        />
      )}
      {heard.kind === 'rendering' ? (
        <div className={styles.waiting}>
          <Progress label={say('story.player.rendering')} value={heard.done} onCancel={heard.cancel} />
        </div>
      ) : heard.kind === 'stopped' ? (
        <div className={styles.waiting}>
          <p>
            {heard.failure === null || heard.failure === 'cancelled'
              ? say('story.player.notRendered')
              : say.failure(heard.failure)}
          </p>
          <Button kind="plain" onPress={heard.again}>
            {say('story.player.render')}
          </Button>
        </div>
      ) : unplayable ? (
        <p className={styles.waiting}>{say('story.player.unplayable', { format: recording.format.toUpperCase() })}</p>
      ) : (
        <>
          <PlayButton player={player} />
          <Where player={player} />
          <SoundSlider player={player} levels={levels} ranges={ranges} />
        </>
      )}
      <button
        type="button"
        className={styles.unfold}
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {say('story.player.more')}
      </button>
      <div className={styles.more} data-unfolded={isUnfolded || undefined}>
        {recordings.length > 1 && (
          <Choice
            label={say('story.player.sitting')}
            value={recording.id}
            onChange={onRecording}
            options={recordings.map(({ id, sitting }) => ({
              id,
              name: say('story.player.sittingNumber', { number: sitting }),
            }))}
          />
        )}
        <Button small isDisabled={!isHeard} aria-expanded={isClose && isHeard} onPress={() => setClose(!isClose)}>
          {say('story.close')}
        </Button>
        <Rate player={player} />
        <CheckBox isSelected={follows} onChange={onFollows}>
          {say('story.player.follow')}
        </CheckBox>
      </div>
    </section>
  )
}

function PlayButton({ player }: { player: SoundPlayer }) {
  const say = useWords()
  const playing = usePlayerState(player, (state) => state.playing)
  return (
    <button
      type="button"
      className={styles.play}
      onClick={player.toggle}
      aria-label={say(playing ? 'story.player.pause' : 'story.player.play')}
    >
      <PlaySign playing={playing} />
    </button>
  )
}

function Where({ player }: { player: SoundPlayer }) {
  const say = useWords()
  const seconds = usePlayerState(player, (state) => Math.floor(state.positionMs / 1000))
  const durationMs = usePlayerState(player, (state) => state.durationMs)
  return (
    <div className={styles.where}>
      <p className={styles.time}>
        {say.rich('story.player.where', {
          position: say.time(seconds * 1000),
          duration: say.time(durationMs),
          b: (parts) => <b key="at">{parts}</b>,
        })}
      </p>
      <KeysHere />
    </div>
  )
}

/** The keys that are wanted most, as they are now. */
function KeysHere() {
  const say = useWords()
  const keysOf = useKeysOf()
  const seconds = usePreferences().keys.skipMs / 1000
  const parts = (['back', 'forward', 'slower'] as const).flatMap((which) => {
    const keys = keysOf(`story.${which}`)
    return keys === null ? [] : [say(`story.player.keys.${which}`, { keys, seconds })]
  })
  return <p className={styles.keys}>{parts.join(' · ')}</p>
}

function Rate({ player }: { player: SoundPlayer }) {
  const say = useWords()
  const rate = usePlayerState(player, (state) => state.rate)
  const said = say('story.player.rate', { rate })
  return (
    <div className={styles.rate} role="group" aria-label={say('story.player.speed')}>
      <button
        type="button"
        onClick={() => player.changeRate(-1)}
        aria-label={say('story.player.slower')}
        disabled={rate <= 0.5}
      >
        −
      </button>
      <span aria-live="polite">{said}</span>
      <button
        type="button"
        onClick={() => player.changeRate(1)}
        aria-label={say('story.player.faster')}
        disabled={rate >= 2}
      >
        +
      </button>
    </div>
  )
}
