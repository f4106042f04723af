// What is heard of an open story: its recording as somebody would get it, what is silent in it, and the words that follow.
import { createElement, useEffect, useMemo, useState } from 'react'
import type { EditorHandle } from '../../../editor/index.ts'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { PlayHere } from '../../../features/story/PlayHere.tsx'
import { soundingPassage } from '../../../features/story/sounding-passage.ts'
import { passageElement } from '../../../features/story/story-places.ts'
import { useHeard } from '../../../features/story/use-heard.ts'
import { usePlayerState } from '../../../features/story/use-player.ts'
import type { ShownView } from '../../../features/story/ViewAsSwitch.tsx'
import { drawnRanges } from './drawn-ranges.ts'
import type { ReadStory } from './read-story.ts'
import { useGaps } from './use-gaps.ts'
import type { StoryPlayer } from './use-story-player.ts'

interface Listening {
  readonly live: ReadStory
  readonly view: ShownView
  readonly editor: EditorHandle | null
}

export function useStorySound(
  { player, recordingId, onRecording }: StoryPlayer,
  { live: { story, marks }, view, editor }: Listening,
) {
  const { recordings, passages } = story
  const isWhole = view === 'whole'
  const [follows, onFollows] = useState(true)
  const recording = recordings.find(({ id }) => id === recordingId) ?? recordings[0] ?? null
  const heard = useHeard(recording, view, JSON.stringify(marks.redactions))
  const gaps = useGaps(recording?.id ?? null)
  const ranges = useMemo(
    () => (recording === null ? null : drawnRanges(story, marks, recording.id, view === 'whole' ? null : view, gaps)),
    [story, marks, view, recording, gaps],
  )
  const sounding = usePlayerState(player, (state) =>
    state.playing || state.positionMs > 0 ? soundingPassage(passages, state.recording, state.positionMs) : null,
  )
  const playing = usePlayerState(player, (state) => state.playing)
  const followed = isWhole && follows && playing
  useEffect(() => {
    editor?.setSounding(sounding)
    if (!followed || sounding === null) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    passageElement(document, sounding)?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
  }, [editor, sounding, followed])

  /** For marks that lie in the sound too; null where there is none to hear. */
  const hand = useMemo<SoundHand | null>(
    () =>
      !isWhole || recordings.length === 0
        ? null
        : {
            transport: (id) => createElement(PlayHere, { player, recording: id, onRecording }),
            positionIn: (id) => (player.current().recording === id ? Math.round(player.current().positionMs) : null),
            playStretch: (id, startMs, endMs) => {
              player.hear(id, startMs, endMs)
              onRecording(id)
            },
          },
    [isWhole, recordings, player, onRecording],
  )
  return { recording, heard, ranges, sounding, playing, follows, onFollows, hand }
}
