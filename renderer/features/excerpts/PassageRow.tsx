// One passage to choose or leave, as the use's readers would get it: her words in the reading face, others' tinted.
import { memo } from 'react'
import type { Passage, SpeakerRole } from '../../../shared/domain/story.ts'
import { GapToken } from '../../ui/GapToken.tsx'
import { useWords } from '../../words/say.tsx'
import { CaptionField } from './CaptionField.tsx'
import type { Caption, ShownPassage } from './excerpt-shapes.ts'
import styles from './PassageRow.module.css'

interface Props {
  readonly passage: Passage
  readonly shown: ShownPassage | undefined
  readonly number: number
  readonly speaker: string
  readonly role: SpeakerRole
  readonly isChosen: boolean
  readonly isDisabled: boolean
  /** What she asks of it, in words. */
  readonly asks: readonly string[] | undefined
  readonly caption: Caption | undefined
  readonly onToggle: (passage: string) => void
  readonly onCaption: (passage: string, text: string) => void
}

export const PassageRow = memo(function PassageRow({
  passage,
  shown,
  number,
  speaker,
  role,
  isChosen,
  isDisabled,
  asks,
  caption,
  onToggle,
  onCaption,
}: Props) {
  const say = useWords()
  const { id, language, direction, startMs } = passage
  const nth = say('excerpts.nth', { number })
  const place = startMs === null ? nth : `${nth} · ${say.time(startMs)}`
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
      {asks !== undefined && (
        <ul className={styles.asks}>
          {asks.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {isChosen && (
        <CaptionField passage={id} number={number} caption={caption} isDisabled={isDisabled} onChange={onCaption} />
      )}
    </li>
  )
})
