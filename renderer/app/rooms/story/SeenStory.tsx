// The story as a reach would get it: to be read and heard, not to be changed.
import { useCallback, useMemo } from 'react'
import { PiecesText } from '../../../features/story/PiecesText.tsx'
import { Transcript } from '../../../features/story/Transcript.tsx'
import type { ArchiveClient } from '../../../../shared/contract/index.ts'
import type { Passage, Speaker, Story } from '../../../../shared/domain/story.ts'

export type SeenBy = Awaited<ReturnType<ArchiveClient['story']['viewAs']>>

interface SeenStoryProps {
  readonly story: Story
  readonly seen: SeenBy
  readonly nameOf: (speaker: Speaker) => string
  readonly here: number
  readonly onHere: (index: number) => void
  readonly sounding: string | null
  readonly follows: boolean
  readonly onPlayFrom: ((passage: Passage, offset: number) => void) | null
}

export function SeenStory({ story, seen, nameOf, here, onHere, sounding, follows, onPlayFrom }: SeenStoryProps) {
  const seenOf = useMemo(() => new Map(seen.passages.map((one) => [one.passage, one])), [seen])
  const words = useCallback((passage: Passage) => <PiecesText seen={seenOf.get(passage.id)} />, [seenOf])
  const wordsKey = useCallback((id: string) => JSON.stringify(seenOf.get(id) ?? null), [seenOf])
  // What is only being begun in the window says nothing yet, and nobody would get it.
  const told = useMemo(
    () => ({ ...story, passages: story.passages.filter(({ id, text }) => text !== '' || seenOf.has(id)) }),
    [story, seenOf],
  )
  if (told.passages.length === 0) return null
  return (
    <Transcript
      story={told}
      nameOf={nameOf}
      words={words}
      wordsKey={wordsKey}
      here={Math.min(here, told.passages.length - 1)}
      onHere={onHere}
      sounding={sounding}
      follows={follows}
      onPlayFrom={onPlayFrom}
    />
  )
}
