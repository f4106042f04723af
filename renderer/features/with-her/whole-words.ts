// A passage cut into words, each with the signs that stand between it and the next.

export interface WholeWord {
  readonly start: number
  readonly end: number
  readonly text: string
  /** What follows before the next word: a space, a comma. */
  readonly after: string
}

/** What stands before the first word belongs to no word. */
export function wholeWords(text: string, language: string): readonly WholeWord[] {
  let cut: Intl.Segmenter
  try {
    cut = new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    cut = new Intl.Segmenter('und', { granularity: 'word' })
  }
  const words = Array.from(cut.segment(text)).filter(({ isWordLike }) => isWordLike === true)
  return words.map(({ index, segment }, nth) => ({
    start: index,
    end: index + segment.length,
    text: segment,
    after: text.slice(index + segment.length, words[nth + 1]?.index ?? text.length),
  }))
}
