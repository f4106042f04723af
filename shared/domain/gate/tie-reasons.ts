// What she asks of passages by ties and seals, held against an excerpt.
import type { Beside } from '../writing/beside.ts'
import type { Excerpt } from '../excerpts/excerpt.ts'
import type { GateReason } from './reasons.ts'
import type { Marks } from '../marks/marks.ts'
import { findSameWords } from '../words/same-words.ts'
import type { Passage, Story } from '../story.ts'
import { tiedPassages } from '../marks/tied-passages.ts'
import { wordsAndGaps } from '../writing/word-edits.ts'

/** So many words of a passage after one another are a quotation. */
const quotedWords = 4

interface Asked {
  readonly excerpt: Excerpt
  readonly story: Story
  readonly marks: Marks
  readonly beside?: Pick<Beside, 'wordsAbout'> | undefined
}

export function tieReasons({ excerpt, story, marks, beside }: Asked): GateReason[] {
  const here = new Set(story.passages.map(({ id }) => id))
  const chosen = new Set(excerpt.passages.filter((id) => here.has(id)))
  const sealed = new Set(marks.seals.map(({ passage }) => passage))
  const reasons: GateReason[] = [...chosen]
    .filter((passage) => sealed.has(passage))
    .map((passage) => ({ kind: 'sealed', passage }))
  for (const tie of marks.ties) {
    const tied = tiedPassages(tie)
    const { id, reason } = tie
    const inIt = [...chosen].filter((passage) => tied.has(passage))
    if (tie.kind === 'together' && inIt.length > 0) {
      for (const passage of tied)
        if (!chosen.has(passage)) reasons.push({ kind: 'tieBroken', passage, tie: id, reason })
    }
    if (tie.kind === 'neverAlone' && inIt.length > 0 && inIt.length === chosen.size) {
      for (const passage of inIt) reasons.push({ kind: 'alone', passage, tie: id, reason })
    }
    if (tie.kind !== 'neverAsTitle') continue
    const { title, keywords, captions, about } = excerpt.framing
    const framing = [
      { part: 'title' as const, text: title },
      ...keywords.map((text) => ({ part: 'keyword' as const, text })),
      ...captions
        .filter(({ passage }) => chosen.has(passage))
        .map(({ passage, text }) => ({ part: 'caption' as const, text, caption: passage })),
      ...(beside?.wordsAbout ?? [])
        .filter((words) => about.includes(words.id))
        .map(({ id: words, text }) => ({ part: 'about' as const, text, about: words })),
    ]
    for (const { text, ...where } of framing) {
      const passage = story.passages.find((one) => tied.has(one.id) && quotes(text, one))
      if (passage !== undefined) reasons.push({ kind: 'asTitle', passage: passage.id, tie: id, reason, ...where })
    }
  }
  return reasons
}

/** Whether a name says words of a passage that is never to be a title. */
export function namesNeverTitle(name: string, { story, marks }: Pick<Asked, 'story' | 'marks'>): boolean {
  return marks.ties.some((tie) => {
    if (tie.kind !== 'neverAsTitle') return false
    const tied = tiedPassages(tie)
    return story.passages.some((passage) => tied.has(passage.id) && quotes(name, passage))
  })
}

/** Four words of the passage after one another, or all of them where it has fewer. */
function quotes(text: string, passage: Passage): boolean {
  const words: { start: number; end: number }[] = []
  let at = 0
  for (const word of wordsAndGaps(passage.text, passage.language)) {
    if (/[\p{L}\p{N}]/u.test(word)) words.push({ start: at, end: at + word.length })
    at += word.length
  }
  const count = Math.min(quotedWords, words.length)
  if (count === 0 || (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < count) return false
  for (let first = 0; first + count <= words.length; first += 1) {
    const phrase = passage.text.slice(words[first]?.start, words[first + count - 1]?.end)
    if (findSameWords(text, phrase, 0).length > 0) return true
  }
  return false
}
