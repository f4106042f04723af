// How a passage is named in a sentence: by its time in the sound, or by its first words.
import type { Passage } from '../../../shared/domain/story.ts'
import type { Say } from '../../words/say.tsx'

const lettersShown = 42

/** The first words, never cut inside a letter that is written with several code points. */
export function firstWords(text: string): string {
  if (text.length <= lettersShown) return text
  let cut = 0
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > lettersShown) break
    cut = index + segment.length
  }
  const wordEnd = text.lastIndexOf(' ', cut)
  return `${text.slice(0, wordEnd > lettersShown / 2 ? wordEnd : cut).trimEnd()}…`
}

export function placeOf(say: Say, passage: Passage): string {
  return passage.startMs === null
    ? say('excerpts.quoted', { words: firstWords(passage.text) })
    : say.time(passage.startMs)
}
