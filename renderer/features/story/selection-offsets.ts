// Selecting in a story, in numbers: letters are never cut in two, and several passages give a span each.

/** Part of a passage's text: UTF-16 offsets, end not included. */
export interface ChosenSpan {
  readonly passage: string
  readonly start: number
  readonly end: number
}

export interface PassageWords {
  readonly id: string
  readonly text: string
}

/** A place in a story: which passage, counted from 0, and how far into its text. */
export interface Place {
  readonly index: number
  readonly offset: number
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The nearest whole letters around the two offsets, without the spaces at either end; null when nothing is left. */
export function wholeLetters(text: string, from: number, to: number): { start: number; end: number } | null {
  const cut = graphemes.segment(text)
  let start = Math.max(0, Math.min(from, to))
  let end = Math.min(text.length, Math.max(from, to))
  if (start >= end) return null
  start = cut.containing(start)?.index ?? start
  while (start < end) {
    const letter = cut.containing(start)?.segment ?? ''
    if (letter.trim() !== '') break
    start += letter.length
  }
  let last = cut.containing(end - 1)
  while (last !== undefined && last.segment.trim() === '' && last.index > start) last = cut.containing(last.index - 1)
  if (start >= end || last === undefined) return null
  end = last.index + last.segment.length
  return start < end ? { start, end } : null
}

/** What lies between two places, in whichever order they are, as a span a passage. */
export function spansBetween(passages: readonly PassageWords[], one: Place, other: Place): readonly ChosenSpan[] {
  const forwards = one.index < other.index || (one.index === other.index && one.offset <= other.offset)
  const [from, to] = forwards ? [one, other] : [other, one]
  return passages.slice(from.index, to.index + 1).flatMap(({ id, text }, nth) => {
    const start = nth === 0 ? from.offset : 0
    const end = from.index + nth === to.index ? to.offset : text.length
    const letters = wholeLetters(text, start, end)
    return letters === null ? [] : [{ passage: id, ...letters }]
  })
}

/** The whole passages between two, both included. */
export function wholePassages(passages: readonly PassageWords[], one: number, other: number): readonly ChosenSpan[] {
  const last = Math.max(one, other)
  return spansBetween(
    passages,
    { index: Math.min(one, other), offset: 0 },
    { index: last, offset: passages[last]?.text.length ?? 0 },
  )
}

/** Adds a passage as a whole, or lets go of all that was chosen in it; the order is the story's. */
export function togglePassage(
  passages: readonly PassageWords[],
  chosen: readonly ChosenSpan[],
  index: number,
): readonly ChosenSpan[] {
  const [whole] = wholePassages(passages, index, index)
  if (whole === undefined) return chosen
  const rest = chosen.filter((span) => span.passage !== whole.passage)
  const isChosen = chosen.some(
    (span) => span.passage === whole.passage && span.start <= whole.start && span.end >= whole.end,
  )
  if (isChosen) return rest
  const order = new Map(passages.map(({ id }, nth) => [id, nth]))
  return [...rest, whole].sort((a, b) => (order.get(a.passage) ?? 0) - (order.get(b.passage) ?? 0) || a.start - b.start)
}

/** Where each word of a text lies; scripts without spaces are cut by the language's own rules. */
export function wordsOf(text: string, language: string): readonly { start: number; end: number }[] {
  const words: { start: number; end: number }[] = []
  for (const piece of segmenterOf(language).segment(text)) {
    if (piece.isWordLike) words.push({ start: piece.index, end: piece.index + piece.segment.length })
  }
  return words
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' })
  }
}
