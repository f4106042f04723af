// A passage in the reading face, large: her labels under the words, what is taken out hatched, both said to who listens.
import { forwardRef } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { LabelMark } from '../../ui/LabelMark.tsx'
import { useWords } from '../../words/say.tsx'
import { piecesOn, type MarkedPiece, type MarksHere } from './marks-here.ts'
import styles from './with-her.module.css'

interface HerWordsProps {
  readonly passage: Passage
  readonly here: MarksHere
  /** Who says it, where it is not she. */
  readonly by: string | null
  readonly hidden: boolean
}

export const HerWords = forwardRef<HTMLDivElement, HerWordsProps>(function HerWords(
  { passage, here, by, hidden },
  place,
) {
  const say = useWords()
  return (
    <div
      ref={place}
      tabIndex={-1}
      role="group"
      aria-label={say(by === null ? 'her.passage' : 'her.passage.by', { name: by ?? '' })}
      className={styles.place}
      data-voice={by === null ? 'hers' : 'others'}
      data-passage={passage.id}
      data-focus-home
    >
      {hidden ? (
        <p className={styles.soft}>{say('her.hidden.here')}</p>
      ) : (
        <p className={styles.said} lang={passage.language} dir={passage.direction}>
          {piecesOn(passage.text, here, passage.id).map((piece) => (
            <Piece key={piece.start} piece={piece} />
          ))}
        </p>
      )}
    </div>
  )
})

function Piece({ piece }: { piece: MarkedPiece }) {
  const say = useWords()
  const words = piece.takenOut ? (
    <span className={styles.takenOut}>
      <span className={styles.unseen}>{say('her.takenOut.said')} </span>
      {piece.text}
    </span>
  ) : (
    piece.text
  )
  return piece.colour === null ? <span>{words}</span> : <LabelMark colour={piece.colour}>{words}</LabelMark>
}
