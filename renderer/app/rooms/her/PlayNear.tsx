// To play her recording and stop it, with where it is.
import type { SoundPlayer } from '../../../features/story/sound-player.ts'
import { usePlayerState } from '../../../features/story/use-player.ts'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import styles from './HerSound.module.css'

export function PlayNear({ player }: { player: SoundPlayer }) {
  const say = useWords()
  const playing = usePlayerState(player, (state) => state.playing)
  const seconds = usePlayerState(player, (state) => Math.floor(state.positionMs / 1000))
  const durationMs = usePlayerState(player, (state) => state.durationMs)
  return (
    <div className={styles.play}>
      <Button kind="primary" onPress={player.toggle}>
        {say(playing ? 'her.stop' : 'her.near.play')}
      </Button>
      <p>
        {say.rich('story.player.where', {
          position: say.time(seconds * 1000),
          duration: say.time(durationMs),
          b: (parts) => <b key="at">{parts}</b>,
        })}
      </p>
    </div>
  )
}
