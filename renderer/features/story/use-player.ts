// The player for one story, and parts of what it says, so that only what shows the time is drawn again as time passes.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { hideEvent } from '../../app/hide.ts'
import { SoundPlayer, type PlayerState } from './sound-player.ts'

export function usePlayer(): SoundPlayer {
  const [player] = useState(() => new SoundPlayer())
  useEffect(() => {
    const silence = (): void => player.empty()
    window.addEventListener(hideEvent, silence)
    return () => window.removeEventListener(hideEvent, silence)
  }, [player])
  return player
}

/** `pick` gives a plain value (string, number, boolean, null), so that sameness can be seen. */
export function usePlayerState<T extends string | number | boolean | null>(
  player: SoundPlayer,
  pick: (state: PlayerState) => T,
): T {
  return useSyncExternalStore(player.subscribe, () => pick(player.current()))
}
