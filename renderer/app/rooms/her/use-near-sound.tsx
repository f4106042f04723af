// One recording of hers as it is heard and drawn from near: the whole of it, with everything that is silent for anybody.
import { useEffect, useMemo, useRef } from 'react'
import type { Recording } from '../../../../shared/domain/story.ts'
import { usePeaks } from '../../../features/story/use-peaks.ts'
import { usePlayer, usePlayerState } from '../../../features/story/use-player.ts'
import type { ReadStory } from '../../../features/with-her/her-shapes.ts'
import { drawnRanges } from '../story/drawn-ranges.ts'
import { useGaps } from '../story/use-gaps.ts'

export function useNearSound({ story, marks }: ReadStory, recording: Recording) {
  const player = usePlayer()
  const audio = useRef<HTMLAudioElement>(null)
  const { id, media, durationMs } = recording
  const address = `/media/${media}`
  useEffect(() => player.attach(audio.current), [player])
  useEffect(() => player.load(id, address, durationMs, 0), [player, id, address, durationMs])
  const heard = useMemo(() => ({ kind: 'ready', address }) as const, [address])
  const levels = usePeaks(recording, heard)
  const gaps = useGaps(id)
  const ranges = useMemo(() => drawnRanges(story, marks, id, null, gaps), [story, marks, id, gaps])
  const unplayable = usePlayerState(player, (state) => state.unplayable)
  const brokenAtMs = usePlayerState(player, (state) => state.brokenAtMs)
  const element = <audio ref={audio} preload="metadata" hidden />
  return { player, element, levels, ranges, unplayable, brokenAtMs }
}
