// Play and pause where the player itself is out of reach: in a panel that lies over the story, to find a moment by ear.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './PlayHere.module.css'
import type { SoundPlayer } from './sound-player.ts'
import { usePlayerState } from './use-player.ts'
import { writtenTime } from './written-time.ts'

interface PlayHereProps {
  readonly player: SoundPlayer
  /** Which one is to be heard here. */
  readonly recording: string
  readonly onRecording: (recording: string) => void
}

export function PlayHere({ player, recording, onRecording }: PlayHereProps) {
  const say = useWords()
  const isHere = usePlayerState(player, (state) => state.recording === recording)
  const playing = usePlayerState(player, (state) => state.playing) && isHere
  const tenths = usePlayerState(player, (state) =>
    state.recording === recording ? Math.floor(state.positionMs / 100) : 0,
  )
  const toggle = (): void => {
    if (isHere) return player.toggle()
    player.goTo(recording, 0)
    onRecording(recording)
  }
  return (
    <div className={styles.here}>
      <Button small onPress={toggle}>
        {say(playing ? 'story.player.pause' : 'story.player.play')}
      </Button>
      <p className={styles.at}>{say('story.player.said.at', { position: writtenTime(tenths * 100) })}</p>
    </div>
  )
}
