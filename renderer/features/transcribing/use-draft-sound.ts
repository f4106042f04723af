// The sound of one passage of a draft: from its beginning to its end, then silence.
import { useEffect, useRef, useState, type RefObject } from 'react'
import { hideEvent } from '../../app/hide.ts'

/** Times by machine are about right: a little before and after is heard too. */
const aroundMs = 250

export interface DraftSound {
  readonly element: RefObject<HTMLAudioElement | null>
  readonly playing: boolean
  readonly toggle: () => void
}

export function useDraftSound(
  { startMs, endMs }: { startMs: number; endMs: number },
  onUnplayable: () => void,
): DraftSound {
  const element = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const unplayable = useRef(onUnplayable)
  unplayable.current = onUnplayable
  const from = Math.max(0, startMs - aroundMs) / 1_000
  const until = (endMs + aroundMs) / 1_000
  useEffect(() => {
    const audio = element.current
    if (audio === null) return undefined
    const began = (): void => setPlaying(true)
    const ended = (): void => setPlaying(false)
    const failed = (): void => unplayable.current()
    const hide = (): void => {
      audio.pause()
      audio.removeAttribute('src')
    }
    const watching = setInterval(() => {
      if (!audio.paused && audio.currentTime >= until) audio.pause()
    }, 40)
    audio.addEventListener('play', began)
    audio.addEventListener('pause', ended)
    audio.addEventListener('ended', ended)
    audio.addEventListener('error', failed)
    window.addEventListener(hideEvent, hide)
    return () => {
      clearInterval(watching)
      audio.pause()
      audio.removeEventListener('play', began)
      audio.removeEventListener('pause', ended)
      audio.removeEventListener('ended', ended)
      audio.removeEventListener('error', failed)
      window.removeEventListener(hideEvent, hide)
    }
  }, [until])
  const toggle = (): void => {
    const audio = element.current
    if (audio === null) return
    if (!audio.paused) return audio.pause()
    audio.currentTime = from
    audio.play().catch((thrown: unknown) => {
      // NOTE: stopped before it began, as when another passage is gone to, it can be played all the same.
      if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) unplayable.current()
    })
  }
  return { element, playing, toggle }
}
