// Moving and choosing in the story by keys: arrows go by passage and by word, Shift chooses, Space takes a whole passage.
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { spansBetween, togglePassage, wholePassages, wordsOf, type ChosenSpan } from './selection-offsets.ts'

interface StoryKeys {
  readonly passages: readonly Passage[]
  readonly here: number
  readonly go: (index: number) => void
  readonly chosen: readonly ChosenSpan[]
  readonly choose: (spans: readonly ChosenSpan[]) => void
  /** Enter, with something chosen: to what can be done with it. */
  readonly act: () => void
  readonly canChoose: boolean
  readonly tell: (words: string) => void
}

interface AtWord {
  readonly passage: string
  readonly anchor: number
  readonly word: number
  readonly choosing: boolean
}

export function useStoryKeys(keys: StoryKeys): {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly wordHere: readonly ChosenSpan[]
} {
  const { passages, here, go, chosen, choose, act, canChoose, tell } = keys
  const anchor = useRef<number | null>(null)
  const [at, setAt] = useState<AtWord | null>(null)
  const passage = passages[here]

  const byPassage = (index: number, extend: boolean): void => {
    const to = Math.max(0, Math.min(passages.length - 1, index))
    setAt(null)
    if (!extend || !canChoose) anchor.current = null
    else {
      anchor.current ??= here
      choose(wholePassages(passages, anchor.current, to))
    }
    go(to)
  }

  const byWord = (step: number, extend: boolean): void => {
    if (passage === undefined) return
    const words = wordsOf(passage.text, passage.language)
    const before = at !== null && at.passage === passage.id ? at : null
    const from = before?.word ?? (step > 0 ? -1 : words.length)
    const firstChoice = extend && before !== null && !before.choosing
    const word = Math.max(0, Math.min(words.length - 1, firstChoice ? from : from + step))
    const found = words[word]
    if (found === undefined) return
    const start = extend ? (before?.choosing === true || firstChoice ? (before?.anchor ?? word) : word) : word
    setAt({ passage: passage.id, anchor: extend ? start : word, word, choosing: extend && canChoose })
    tell(passage.text.slice(found.start, found.end))
    if (!extend || !canChoose) return choose([])
    const [first, last] = [words[Math.min(start, word)], words[Math.max(start, word)]]
    if (first !== undefined && last !== undefined) {
      choose(spansBetween(passages, { index: here, offset: first.start }, { index: here, offset: last.end }))
    }
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const onPassage = event.target instanceof HTMLElement && event.target.dataset['passage'] !== undefined
    if (!onPassage || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const forwards = passage?.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const { key, shiftKey } = event
    if (key === 'ArrowDown') byPassage(here + 1, shiftKey)
    else if (key === 'ArrowUp') byPassage(here - 1, shiftKey)
    else if (key === 'Home' && !shiftKey) byPassage(0, false)
    else if (key === 'End' && !shiftKey) byPassage(passages.length - 1, false)
    else if (key === 'ArrowLeft' || key === 'ArrowRight') byWord(key === forwards ? 1 : -1, shiftKey)
    else if (key === ' ' && canChoose) {
      anchor.current = here
      choose(togglePassage(passages, chosen, here))
    } else if (key === 'Enter' && chosen.length > 0) act()
    else return
    event.preventDefault()
    document.getSelection()?.removeAllRanges()
  }

  const wordHere = useMemo(() => {
    if (at === null || passage === undefined || passage.id !== at.passage) return none
    const word = wordsOf(passage.text, passage.language)[at.word]
    return word === undefined ? none : [{ passage: passage.id, ...word }]
  }, [at, passage])
  return { onKeyDown, wordHere }
}

const none: readonly ChosenSpan[] = []
