// Finding in a story while its words are worked on: next, before, replace, take out everywhere.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useWords } from '../../words/say.tsx'
import { placesOf, type Place } from './find-in-words.ts'
import styles from './writing.module.css'

interface FindInStoryProps {
  readonly passages: readonly { readonly id: string; readonly text: string }[]
  readonly first: string
  /** Drawn in the story; `current` is the one looked at, -1 for none. */
  readonly onFound: (places: readonly Place[], current: number) => void
  readonly onReplace: ((words: string, places: readonly Place[]) => void) | null
  readonly onEverywhere: (words: string) => void
  /** With the place that was looked at last; null for none. */
  readonly onClose: (place: Place | null) => void
}

export function FindInStory({ passages, first, onFound, onReplace, onEverywhere, onClose }: FindInStoryProps) {
  const say = useWords()
  const [words, setWords] = useState(first)
  const [sameCase, setSameCase] = useState(false)
  const [whole, setWhole] = useState(false)
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const places = placesOf(passages, words, { sameCase, whole })
  const current = places.length === 0 ? -1 : Math.min(at, places.length - 1)
  const drawn = useRef(onFound)
  drawn.current = onFound
  const key = `${current} ${places.map(({ passage, start, end }) => `${passage} ${start} ${end}`).join()}`
  useEffect(() => {
    drawn.current(places, current)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` says when the places differ
  }, [key])
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    return () => drawn.current([], -1)
  }, [])
  const go = (step: number): void => {
    if (places.length > 0) setAt((current + step + places.length) % places.length)
  }
  const close = (): void => onClose(places[current] ?? null)
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const wanted = words.trim()
  return (
    <div className={styles.finding} role="search" aria-label={say('writing.find')} onKeyDownCapture={pressed}>
      <div className={styles.findLine}>
        <SearchField
          label={say('writing.find.words')}
          value={words}
          inputRef={field}
          onChange={(next) => {
            setWords(next)
            setAt(0)
          }}
        />
        <div className={styles.actions}>
          <Button small onPress={() => go(-1)} isDisabled={places.length === 0}>
            {say('writing.find.previous')}
          </Button>
          <Button small onPress={() => go(1)} isDisabled={places.length === 0}>
            {say('writing.find.next')}
          </Button>
          <span className={styles.count} role="status">
            {wanted === ''
              ? ''
              : places.length === 0
                ? say('writing.find.none')
                : say('writing.find.at', { at: current + 1, count: places.length })}
          </span>
        </div>
        <Button small kind="quiet" className={styles.findClose ?? ''} onPress={close}>
          {say('writing.find.close')}
        </Button>
      </div>
      <div className={styles.findLine}>
        <CheckBox isSelected={sameCase} onChange={setSameCase}>
          {say('writing.find.case')}
        </CheckBox>
        <CheckBox isSelected={whole} onChange={setWhole}>
          {say('writing.find.whole')}
        </CheckBox>
        <div className={styles.actions}>
          {onReplace !== null && (
            <Button small onPress={() => onReplace(wanted, places)} isDisabled={places.length === 0}>
              {say('writing.find.replace')}
            </Button>
          )}
          <Button small onPress={() => onEverywhere(wanted)} isDisabled={wanted === ''}>
            {say('writing.find.everywhere')}
          </Button>
        </div>
      </div>
    </div>
  )
}
