// The story as somebody would get it: every passage in the order in which it was told, to be read, heard and moved through.
import { useCallback, useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import type { Passage, Speaker, Story } from '../../../shared/domain/story.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { useWords } from '../../words/say.tsx'
import { PassageRow } from './PassageRow.tsx'
import { offsetInPassage, passageElement } from './story-places.ts'
import styles from './Transcript.module.css'
import { usePainted } from './use-choosing.ts'
import { useStoryKeys } from './use-story-keys.ts'

export interface TranscriptProps {
  readonly story: Story
  readonly nameOf: (speaker: Speaker) => string
  readonly words: (passage: Passage) => ReactNode
  readonly wordsKey: (passage: string) => string
  readonly here: number
  readonly onHere: (index: number) => void
  readonly sounding: string | null
  readonly follows: boolean
  readonly onPlayFrom: ((passage: Passage, offset: number) => void) | null
}

export function Transcript(props: TranscriptProps) {
  const { story, nameOf, words, wordsKey, here, onHere, sounding, follows, onPlayFrom } = props
  const say = useWords()
  const announce = useAnnounce()
  const root = useRef<HTMLDivElement>(null)
  const { passages } = story

  const go = (index: number): void => {
    onHere(index)
    const to = passages[index]
    if (to !== undefined && root.current !== null) passageElement(root.current, to.id)?.focus()
  }
  const { onKeyDown, wordHere } = useStoryKeys({ passages, here, go, tell: announce })
  usePainted(root, 'word-here', wordHere, words)
  useFollowing(root, sounding, follows)

  const playFrom = useCallback((passage: Passage) => onPlayFrom?.(passage, 0), [onPlayFrom])
  const goToWord = (event: MouseEvent): void => {
    if (onPlayFrom === null || !(event.target instanceof Element)) return
    const element = event.target.closest<HTMLElement>('[data-passage]')
    const passage = passages.find(({ id }) => id === element?.dataset['passage'])
    const point = document.getSelection()
    if (element === null || passage === undefined || point === null || point.anchorNode === null) return
    const at = element.contains(point.anchorNode) ? offsetInPassage(element, point.anchorNode, point.anchorOffset) : 0
    onPlayFrom(passage, at)
  }

  const speakers = new Map(story.speakers.map((speaker) => [speaker.id, speaker]))
  const turns = new Map(story.turns.map((turn) => [turn.id, turn]))
  return (
    <div ref={root} className={styles.story} onKeyDown={onKeyDown} onDoubleClick={goToWord}>
      <h2 className={styles.unseen}>{say('story.transcript')}</h2>
      {passages.length === 0 && <p className={styles.none}>{say('story.noWords')}</p>}
      {passages.map((passage, index) => {
        const speaker = speakers.get(turns.get(passage.turn)?.speaker ?? '')
        return (
          <PassageRow
            key={passage.id}
            passage={passage}
            index={index}
            role={speaker?.role ?? 'other'}
            speaker={speaker === undefined ? say('uses.role.other') : nameOf(speaker)}
            wordsKey={wordsKey(passage.id)}
            words={words}
            isHere={index === here}
            sounds={passage.id === sounding}
            hasSound={passage.recording !== null}
            onHere={onHere}
            onPlayFrom={onPlayFrom === null ? null : playFrom}
          />
        )
      })}
    </div>
  )
}

/** Brings the passage that sounds into sight, never the focus. */
function useFollowing(root: { readonly current: HTMLElement | null }, sounding: string | null, follows: boolean): void {
  useEffect(() => {
    if (!follows || sounding === null || root.current === null) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    passageElement(root.current, sounding)?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
  }, [root, sounding, follows])
}
