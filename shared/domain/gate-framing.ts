// The gate's reasons about what others write around her words.
import type { Excerpt } from './excerpt.ts'
import type { GateQuestion, Shown } from './gate-question.ts'
import type { FramingPart, GateReason } from './gate-reasons.ts'
import type { Label, Marks } from './marks.ts'
import { isHiddenFrom } from './reach.ts'
import { refusedWordsIn } from './refused-words.ts'
import { findAgain, findSameWords, partsOfName, plainWords } from './same-words.ts'
import { isShown } from './shown-label.ts'
import { takenOutWords } from './taken-out-words.ts'
import { namesNeverTitle } from './tie-reasons.ts'
import { useOf } from './uses.ts'

interface FramingText {
  readonly part: FramingPart
  readonly text: string
}

function framingTexts(excerpt: Excerpt, marks: Marks, nameAs: string | null): FramingText[] {
  const chosen = new Set(excerpt.passages)
  const labels = marks.labels.filter(
    (label) => isShown(label) && label.ranges.some(({ passage }) => chosen.has(passage)),
  )
  return [
    { part: 'title', text: excerpt.framing.title },
    { part: 'introduction', text: excerpt.framing.introduction },
    ...excerpt.framing.keywords.map((text) => ({ part: 'keyword' as const, text })),
    ...labels.flatMap(({ words, meaning }) => [words, meaning].map((text) => ({ part: 'label' as const, text }))),
    ...(nameAs === null ? [] : [{ part: 'nameAs' as const, text: nameAs }]),
    { part: 'recipient', text: excerpt.recipient.name },
  ]
}

/** @param nameAs the name of hers that goes along; null where none does */
export function framingReasons(question: GateQuestion, nameAs: string | null): GateReason[] {
  const { excerpt, marks } = question
  const { author } = excerpt.framing
  const texts = framingTexts(excerpt, marks, nameAs)
  const reasons: GateReason[] = []
  for (const { words, isPart, findAll, find } of takenOutWords(marks, useOf(excerpt.use).reach)) {
    for (const { part, text } of texts) {
      // NOTE: a recipient is known by a name of its own: only the very words count there.
      const found = part !== 'recipient' ? find(text) : isPart ? [] : findSameWords(text, words, 0)
      if (found.length > 0) reasons.push({ kind: 'takenOutInFraming', part, words })
    }
    if (findAll(author).length > 0) reasons.push({ kind: 'signatureTells', words })
  }
  return [...reasons, ...ofHer(question, texts, nameAs)]
}

/** Her name where she has not given it, and words that she does not want of her. */
function ofHer({ story, marks }: GateQuestion, texts: readonly FramingText[], nameAs: string | null): GateReason[] {
  const reasons: GateReason[] = []
  const hers = new Set(marks.labels.filter(isShown).map(({ words }) => plainWords(words)))
  const isHers = ({ stance, words }: Label) => stance === 'none' && hers.has(plainWords(words))
  // The name that the archive works with is not the one she gave for these readers.
  const { name } = story.narrator
  const given = nameAs !== null && findSameWords(nameAs, name, 0).length > 0
  for (const { part, text } of name.trim() === '' || given ? [] : texts) {
    if (part !== 'recipient' && findAgain(text, name).length > 0) reasons.push({ kind: 'herName', part })
  }
  const notHers = marks.labels
    .filter((label) => !isShown(label) && !isHers(label))
    .map(({ words }) => ({ word: words, instead: '' }))
  for (const { part, text } of texts) {
    if (part === 'label' || part === 'nameAs' || part === 'recipient') continue
    const refused = part === 'keyword' ? [...story.narrator.refusedWords, ...notHers] : story.narrator.refusedWords
    for (const { word, instead } of refusedWordsIn(text, refused))
      reasons.push({ kind: 'refusedWord', part, word, instead })
  }
  return reasons
}

/** Whether a folder may have this name: it says nothing that was taken out and no word that she refuses. */
export function mayBeNamed(name: string, { excerpt, story, marks }: Shown): boolean {
  const { reach } = useOf(excerpt.use)
  const hidden = marks.redactions.filter(
    ({ thing, reach: from }) => isHiddenFrom(from, reach) && thing !== 'voice' && thing !== 'passage',
  )
  const quotes = hidden.flatMap(({ ranges }) => ranges.map(({ quote }) => quote))
  const parts = hidden.flatMap(({ thing, ranges }) =>
    thing === 'name' ? ranges.flatMap(({ quote }) => partsOfName(quote)) : [],
  )
  return (
    quotes.every((words) => findAgain(name, words).length === 0) &&
    // NOTE: whatever its capitals: a folder's name is often written without any.
    parts.every((part) => findAgain(name, part).length === 0) &&
    refusedWordsIn(name, story.narrator.refusedWords).length === 0 &&
    !namesNeverTitle(name, { story, marks })
  )
}
