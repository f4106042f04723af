// The sound rests while somebody types, and goes on when the hands have rested. Only for who has chosen so.
import { useEffect } from 'react'
import { usePreferences } from '../../app/preferences.tsx'
import type { SoundPlayer } from './sound-player.ts'

/** How long the hands rest before the sound goes on. */
export const restMs = 1_000

const written = '[contenteditable="true"], textarea, input[type="text"], input:not([type])'

export function usePauseWhileTyping(player: SoundPlayer): void {
  const { pauseWhileTyping } = usePreferences().keys
  useEffect(() => (pauseWhileTyping ? pauseWhileTypingIn(document, player) : undefined), [player, pauseWhileTyping])
}

type Paused = Pick<SoundPlayer, 'current' | 'pause' | 'play' | 'subscribe'>

/** Starts listening for typing in `place`; gives what stops it. */
export function pauseWhileTypingIn(place: EventTarget, player: Paused): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** Paused here, and by nobody else since. */
  let isResting = false
  const goOn = (): void => {
    if (!isResting) return
    isResting = false
    player.play()
  }
  const typed = (event: Event): void => {
    const { target } = event
    if (!(target instanceof Element) || target.closest(written) === null) return
    if (player.current().playing) {
      isResting = true
      player.pause()
    }
    clearTimeout(waiting)
    // NOTE: an input method that is composing keeps the hands busy, however long it takes.
    if (isResting && !(event instanceof InputEvent && event.isComposing)) waiting = setTimeout(goOn, restMs)
  }
  let wasPlaying = player.current().playing
  /** Whoever presses Play meanwhile, or leaves the recording, has decided. */
  const unsubscribe = player.subscribe(() => {
    const { playing, address } = player.current()
    if ((playing && !wasPlaying) || address === null) isResting = false
    wasPlaying = playing
  })
  place.addEventListener('input', typed)
  place.addEventListener('compositionend', typed)
  return () => {
    clearTimeout(waiting)
    unsubscribe()
    place.removeEventListener('input', typed)
    place.removeEventListener('compositionend', typed)
  }
}
