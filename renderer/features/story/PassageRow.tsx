// One passage of the story: its time at the margin, its words in the voice of who says them.
import { memo, type ReactNode } from 'react'
import type { Passage, SpeakerRole } from '../../../shared/domain/story.ts'
import { VoiceOfNarrator, VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './PassageRow.module.css'

export interface PassageRowProps {
  readonly passage: Passage
  readonly index: number
  readonly role: SpeakerRole
  readonly speaker: string
  /** Differs whenever what `words` draws for this passage differs. */
  readonly wordsKey: string
  readonly words: (passage: Passage) => ReactNode
  readonly isHere: boolean
  readonly sounds: boolean
  readonly hasSound: boolean
  readonly onHere: (index: number) => void
  readonly onPlayFrom: ((passage: Passage) => void) | null
}

export const PassageRow = memo(
  function PassageRow(props: PassageRowProps) {
    const { passage, index, role, speaker, words, isHere, sounds, hasSound, onHere, onPlayFrom } = props
    const say = useWords()
    const time = passage.startMs === null ? null : say.time(passage.startMs)
    const inWords = {
      role: 'paragraph',
      tabIndex: isHere ? 0 : -1,
      lang: passage.language,
      dir: passage.direction,
      'data-passage': passage.id,
      onFocus: () => onHere(index),
    } as const
    return (
      <div
        className={styles.row}
        data-sounds={sounds || undefined}
        data-voice={role === 'narrator' ? 'hers' : 'others'}
      >
        <div className={styles.margin}>
          {time !== null && onPlayFrom !== null && hasSound ? (
            <button
              type="button"
              className={styles.time}
              tabIndex={isHere ? 0 : -1}
              onClick={() => onPlayFrom(passage)}
              aria-label={say('story.passage.goTo', { time })}
            >
              {time}
            </button>
          ) : (
            time !== null && <span className={styles.time}>{time}</span>
          )}
        </div>
        {role === 'narrator' ? (
          <VoiceOfNarrator {...inWords} className={styles.words ?? ''}>
            <span className={styles.unseen}>{say('story.passage.says', { name: speaker })} </span>
            {words(passage)}
          </VoiceOfNarrator>
        ) : (
          <VoiceOfOthers
            {...inWords}
            className={styles.words ?? ''}
            signed={<span className={styles.beside}>{say('story.passage.says', { name: speaker })}</span>}
          >
            {words(passage)}
          </VoiceOfOthers>
        )}
      </div>
    )
  },
  (before, after) =>
    samePassage(before.passage, after.passage) &&
    (Object.keys(after) as (keyof PassageRowProps)[]).every(
      (key) => key === 'passage' || key === 'words' || before[key] === after[key],
    ) &&
    (before.words === after.words || before.wordsKey === after.wordsKey),
)

function samePassage(one: Passage, other: Passage): boolean {
  return (
    one === other ||
    (one.id === other.id &&
      one.text === other.text &&
      one.language === other.language &&
      one.direction === other.direction &&
      one.recording === other.recording &&
      one.startMs === other.startMs &&
      one.endMs === other.endMs &&
      one.wordTimes.length === other.wordTimes.length)
  )
}
