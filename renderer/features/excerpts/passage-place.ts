// How a passage is named in a sentence: by its number in the story and its first words.
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

/** @param number counted from 1 in the whole story */
export function placeOf(say: Say, { text }: Pick<Passage, 'text'>, number: number): string {
  const words = firstWords(text.trim())
  return words === '' ? say('excerpts.nth', { number }) : say('excerpts.numbered', { number, words })
}
