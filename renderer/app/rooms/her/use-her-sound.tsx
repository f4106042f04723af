// The sound of one passage of hers: its recording is loaded when she asks for it, plays to the passage's end and stops.
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Passage, Story } from '../../../../shared/domain/story.ts'
import { usePlayer, usePlayerState } from '../../../features/story/use-player.ts'
import type { PassageSound } from '../../../features/with-her/passage-sound.ts'

type Told = Pick<Story, 'passages' | 'recordings'>

/** Where a passage lies in its recording, in milliseconds; null where nobody has said. */
export function stretchOf(
  { passages, recordings }: Told,
  passage: Passage,
): { readonly recording: string; readonly startMs: number; readonly endMs: number } | null {
  const recording = recordings.find(({ id }) => id === passage.recording)
  if (recording === undefined || passage.startMs === null) return null
  const { startMs } = passage
  const next = passages.find(
    (one) => one.recording === passage.recording && one.startMs !== null && one.startMs > startMs,
  )
  return { recording: recording.id, startMs, endMs: passage.endMs ?? next?.startMs ?? recording.durationMs }
}

/** How near to its end a passage counts as heard: the player looks ten times a second. */
const nearMs = 400

export function useHerSound(story: Told): { readonly sound: PassageSound; readonly element: ReactNode } {
  const player = usePlayer()
  const element = useRef<HTMLAudioElement>(null)
  useEffect(() => player.attach(element.current), [player])
  const playing = usePlayerState(player, (state) => state.playing)
  const unplayable = usePlayerState(player, (state) => state.unplayable)
  const sound = useMemo<PassageSound>(
    () => ({
      playing,
      unplayable,
      has: (passage) => stretchOf(story, passage) !== null,
      play(passage) {
        const stretch = stretchOf(story, passage)
        const recording = story.recordings.find(({ id }) => id === stretch?.recording)
        if (stretch === null || recording === undefined) return
        player.hear(stretch.recording, stretch.startMs, stretch.endMs)
        player.load(recording.id, `/media/${recording.media}`, recording.durationMs, stretch.startMs)
      },
      reachedEnd(passage) {
        const stretch = stretchOf(story, passage)
        const { recording, positionMs } = player.current()
        return stretch !== null && recording === stretch.recording && positionMs >= stretch.endMs - nearMs
      },
      stop: () => player.pause(),
    }),
    [player, story, playing, unplayable],
  )
  return { sound, element: <audio ref={element} preload="metadata" hidden /> }
}
