// Moving in a story by keys: arrows go by passage and by word.
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { wordsOf, type ChosenSpan } from './selection-offsets.ts'

interface StoryKeys {
  readonly passages: readonly Passage[]
  readonly here: number
  readonly go: (index: number) => void
  readonly tell: (words: string) => void
}

interface AtWord {
  readonly passage: string
  readonly word: number
}

export function useStoryKeys(keys: StoryKeys): {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly wordHere: readonly ChosenSpan[]
} {
  const { passages, here, go, tell } = keys
  const [at, setAt] = useState<AtWord | null>(null)
  const passage = passages[here]

  const byPassage = (index: number): void => {
    setAt(null)
    go(Math.max(0, Math.min(passages.length - 1, index)))
  }

  const byWord = (step: number): void => {
    if (passage === undefined) return
    const words = wordsOf(passage.text, passage.language)
    const from = at !== null && at.passage === passage.id ? at.word : step > 0 ? -1 : words.length
    const word = Math.max(0, Math.min(words.length - 1, from + step))
    const found = words[word]
    if (found === undefined) return
    setAt({ passage: passage.id, word })
    tell(passage.text.slice(found.start, found.end))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const onPassage = event.target instanceof HTMLElement && event.target.dataset['passage'] !== undefined
    if (!onPassage || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const forwards = passage?.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const { key } = event
    if (key === 'ArrowDown') byPassage(here + 1)
    else if (key === 'ArrowUp') byPassage(here - 1)
    else if (key === 'Home') byPassage(0)
    else if (key === 'End') byPassage(passages.length - 1)
    else if (key === 'ArrowLeft' || key === 'ArrowRight') byWord(key === forwards ? 1 : -1)
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
