// The player of an open story, the recording that it shows, and playing from a letter of a passage.
import { useCallback, useState } from 'react'
import type { Passage } from '../../../../shared/domain/story.ts'
import { startOfWord } from '../../../features/story/sounding-passage.ts'
import type { SoundPlayer } from '../../../features/story/sound-player.ts'
import { usePlayer } from '../../../features/story/use-player.ts'

export interface StoryPlayer {
  readonly player: SoundPlayer
  /** Null until one is chosen or played: the first of the story is shown. */
  readonly recordingId: string | null
  readonly onRecording: (recording: string) => void
  /** From the word at an offset; does nothing where the passage has no sound. */
  readonly playFrom: (passage: Passage, offset: number) => void
}

export function useStoryPlayer(): StoryPlayer {
  const player = usePlayer()
  const [recordingId, onRecording] = useState<string | null>(null)
  const playFrom = useCallback(
    (passage: Passage, offset: number): void => {
      const at = startOfWord(passage, offset)
      if (passage.recording === null || at === null) return
      player.goTo(passage.recording, at)
      onRecording(passage.recording)
    },
    [player],
  )
  return { player, recordingId, onRecording, playFrom }
}
