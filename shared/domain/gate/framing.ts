// The gate's reasons about what others write around her words.
import type { Framing } from '../excerpts/excerpt.ts'
import type { GateQuestion, Shown } from './question.ts'
import type { GateReason, InFraming } from './reasons.ts'
import type { Label } from '../marks/marks.ts'
import { isHiddenFrom } from '../reach.ts'
import { refusedAsTheyStand } from '../words/as-it-stands.ts'
import { refusedWordsIn } from '../words/refused-words.ts'
import { findAgain, findPartAgain, findSameWords, partsOfName, plainWords } from '../words/same-words.ts'
import { isShown } from '../marks/shown-label.ts'
import type { Story } from '../story.ts'
import { takenOutWords } from '../words/taken-out-words.ts'
import { namesNeverTitle } from './tie-reasons.ts'
import { useOf } from '../consent/uses.ts'

interface FramingText extends InFraming {
  readonly text: string
  /** A keyword of whichever kind: what is not hers is no keyword for her. */
  readonly isKeyword?: boolean
  /** Somebody else's name, who may be called like her. */
  readonly isAuthor?: boolean
}

function framingTexts({ excerpt, marks, beside }: GateQuestion, nameAs: string | null): FramingText[] {
  const chosen = new Set(excerpt.passages)
  const { framing, recipient, ownUse } = excerpt
  const labels = marks.labels.filter(
    (label) => isShown(label) && label.ranges.some(({ passage }) => chosen.has(passage)),
  )
  const about = (beside?.wordsAbout ?? []).filter(({ id }) => framing.about.includes(id))
  return [
    { part: 'title', text: framing.title },
    { part: 'introduction', text: framing.introduction },
    ...framing.keywords.map((text) => ({ part: 'keyword' as const, text, isKeyword: true })),
    ...framing.captions
      .filter(({ passage }) => chosen.has(passage))
      .map(({ passage, text }) => ({ part: 'caption' as const, passage, text })),
    ...about.flatMap(({ id, kind, text, author }) => [
      { part: 'about' as const, about: id, text, isKeyword: kind === 'keyword' },
      { part: 'about' as const, about: id, text: author, isAuthor: true },
    ]),
    ...labels.flatMap(({ words, meaning }) => [words, meaning].map((text) => ({ part: 'label' as const, text }))),
    ...(nameAs === null ? [] : [{ part: 'nameAs' as const, text: nameAs }]),
    { part: 'recipient', text: recipient.name },
    ...(ownUse === undefined ? [] : [{ part: 'use' as const, text: ownUse.name }]),
  ]
}

/** Whoever is named under what they wrote. */
function authorsOf({ author, captions }: Framing, chosen: readonly string[]): string[] {
  if (author === '') return []
  const wrote = captions.filter(({ passage }) => chosen.includes(passage)).map((caption) => caption.author)
  return [...new Set([author, ...wrote])]
}

/** @param nameAs the name of hers that goes along; null where none does */
export function framingReasons(question: GateQuestion, nameAs: string | null): GateReason[] {
  const { excerpt, marks } = question
  const authors = authorsOf(excerpt.framing, excerpt.passages)
  const texts = framingTexts(question, nameAs)
  const reasons: GateReason[] = []
  for (const { words, isPart, findAll, find } of takenOutWords(marks, useOf(excerpt.use).reach)) {
    for (const { text, ...place } of texts) {
      const { part } = place
      // NOTE: a recipient is known by a name of its own: only the very words count there.
      const found = part !== 'recipient' ? find(text) : isPart ? [] : findSameWords(text, words, 0)
      if (found.length > 0) reasons.push({ kind: 'takenOutInFraming', ...whereOf(place), words })
    }
    if (authors.some((author) => findAll(author).length > 0)) reasons.push({ kind: 'signatureTells', words })
  }
  return [...reasons, ...unseenReasons(question), ...ofHer(question, texts, nameAs)]
}

function whereOf({ part, passage, about }: InFraming): InFraming {
  return { part, ...(passage === undefined ? {} : { passage }), ...(about === undefined ? {} : { about }) }
}

/** Words about her that she has not agreed to be there. Words that nobody knows of were seen by nobody. */
function unseenReasons({ excerpt, beside }: GateQuestion): GateReason[] {
  const known = new Map(beside?.wordsAbout.map(({ id, seen }) => [id, seen]))
  return excerpt.framing.about.flatMap((wordsAbout): GateReason[] => {
    const seen = known.get(wordsAbout) ?? 'no'
    return seen === 'yes' ? [] : [{ kind: 'unseenWordsAbout', wordsAbout, passage: null, seen }]
  })
}

/** Her name where she has not given it, and words that she does not want of her. */
function ofHer({ story, marks }: GateQuestion, texts: readonly FramingText[], nameAs: string | null): GateReason[] {
  const reasons: GateReason[] = []
  const hers = new Set(marks.labels.filter(isShown).map(({ words }) => plainWords(words)))
  const isHers = ({ stance, words }: Label) => stance === 'none' && hers.has(plainWords(words))
  const saysName = sayingHerName(story, nameAs)
  const saysWhole = sayingHerName(story, nameAs, () => [])
  for (const place of texts) {
    if (place.part !== 'recipient' && (place.isAuthor === true ? saysWhole : saysName)(place.text))
      reasons.push({ kind: 'herName', ...whereOf(place) })
  }
  const notHers = marks.labels
    .filter((label) => !isShown(label) && !isHers(label))
    .map(({ words }) => ({ word: words, instead: '' }))
  for (const place of texts) {
    if (place.part === 'label' || place.part === 'nameAs' || place.part === 'recipient') continue
    const { refusedWords } = story.narrator
    const refused = place.isKeyword === true ? [...refusedWords, ...notHers] : refusedWords
    for (const word of refusedAsTheyStand(place.text, refused))
      reasons.push({ kind: 'refusedWord', ...whereOf(place), ...word })
  }
  return reasons
}

/**
 * Tells the name that the archive works with, and its parts, where she has not given them for these readers.
 *
 * @param findPart finds a part of a name; written as names are, unless something else is given
 */
export function sayingHerName(
  { narrator: { name } }: Story,
  nameAs: string | null,
  findPart: (text: string, part: string) => readonly unknown[] = findPartAgain,
): (text: string) => boolean {
  const isGiven = (words: string) => nameAs !== null && findSameWords(nameAs, words, 0).length > 0
  if (name.trim() === '' || isGiven(name)) return () => false
  const parts = partsOfName(name).filter((part) => !isGiven(part))
  return (text) => findAgain(text, name).length > 0 || parts.some((part) => findPart(text, part).length > 0)
}

/** Whether words of hers, such as a heading, say what is taken out, or a name that she has not given for these readers. */
export function tellsWhatIsHidden(text: string, { excerpt, story, marks }: Shown, nameAs: string | null): boolean {
  return (
    takenOutWords(marks, useOf(excerpt.use).reach).some(({ find }) => find(text).length > 0) ||
    sayingHerName(story, nameAs)(text)
  )
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
