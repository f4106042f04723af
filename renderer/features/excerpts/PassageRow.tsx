// One passage to choose or leave, as the use's readers would get it: her words in the reading face, others' tinted.
import { memo } from 'react'
import type { Passage, SpeakerRole } from '../../../shared/domain/story.ts'
import { GapToken } from '../../ui/GapToken.tsx'
import { useWords } from '../../words/say.tsx'
import type { ShownPassage } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly passage: Passage
  readonly shown: ShownPassage | undefined
  readonly number: number
  readonly speaker: string
  readonly role: SpeakerRole
  readonly isChosen: boolean
  readonly isDisabled: boolean
  readonly onToggle: (passage: string) => void
}

export const PassageRow = memo(function PassageRow({
  passage,
  shown,
  number,
  speaker,
  role,
  isChosen,
  isDisabled,
  onToggle,
}: Props) {
  const say = useWords()
  const { id, language, direction, startMs } = passage
  const place = startMs === null ? say('excerpts.nth', { number }) : say.time(startMs)
  return (
    <li className={styles.passage} data-chosen={isChosen || undefined} data-others={role !== 'narrator' || undefined}>
      <label className={styles.passageLabel}>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isDisabled}
          onChange={() => onToggle(id)}
          data-passage={id}
        />
        <span className={styles.passageWords}>
          <span className={styles.place}>
            {place} · {speaker}
          </span>
          <span className={styles.text} lang={language} dir={direction}>
            {shown === undefined && <span aria-hidden="true">…</span>}
            {shown?.hidden === true && (
              <GapToken lang={say.locale} dir={say.direction}>
                {say('uses.gap.passage')}
              </GapToken>
            )}
            {shown?.hidden === false &&
              shown.pieces.map((piece, index) =>
                piece.kind === 'words' ? (
                  <span key={index}>{piece.text}</span>
                ) : (
                  <GapToken key={index} lang={say.locale} dir={say.direction}>
                    {piece.kind === 'gap' ? say(`uses.gap.${piece.thing}`) : piece.text}
                  </GapToken>
                ),
              )}
          </span>
        </span>
      </label>
    </li>
  )
})
