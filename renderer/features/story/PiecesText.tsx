// A passage as a reach gets it: words, what is said instead, and gaps of one fixed form.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { GapToken } from '../../ui/GapToken.tsx'
import { useWords } from '../../words/say.tsx'

export type Seen = Awaited<ReturnType<ArchiveClient['story']['viewAs']>>
export type SeenPassage = Seen['passages'][number]

export function PiecesText({ seen }: { seen: SeenPassage | undefined }) {
  const say = useWords()
  if (seen === undefined || seen.hidden) return <GapToken>{say('story.gap.passage')}</GapToken>
  return seen.pieces.map((piece, index) => {
    // A piece has no name of its own; its place is what it is.
    if (piece.kind === 'words') return <span key={index}>{piece.text}</span>
    if (piece.kind === 'instead') return <span key={index}>{piece.text}</span>
    return <GapToken key={index}>{say(`uses.gap.${piece.thing}`)}</GapToken>
  })
}
