// How words are known again in any layout: as runs of twelve, without case, accents, punctuation and line ends.

/** A word counts four, so that a run of twelve words and one of a script without spaces come to the same. */
const runWeight = 48
/** Five words: less than that is nobody's own. */
const leastWeight = 20
/** From eight words on, a passage that is shorter than a run is told from others by itself. */
const tellingWeight = 32

const ideographs = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
const unspaced = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}`
const token = new RegExp(`[${ideographs}${unspaced}]|[[\\p{L}\\p{N}]--[${ideographs}${unspaced}]]+`, 'gv')
const ideograph = new RegExp(`^[${ideographs}]`, 'u')
const letterWithoutSpaces = new RegExp(`^[${unspaced}]`, 'u')
const invisible = /[\p{Cf}\p{M}]+/gu
const insideWord = /(?<=\p{L})(?:['’ʼ‘`´]|[-‐‑]\s*)(?=\p{L})/gu

/** The words of a text as they are compared; in scripts without spaces its letters. */
export function tokensOf(text: string): string[] {
  const folded = text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD')
  return folded.replaceAll(invisible, '').replaceAll(insideWord, '').match(token) ?? []
}

export function weightOf(word: string): number {
  if (ideograph.test(word)) return 2
  return letterWithoutSpaces.test(word) ? 1 : 4
}

/** Every run of twelve words (24 ideographs, 48 letters of scripts without spaces), as text, one from each token on. */
export function* eachRun(tokens: readonly string[]): Generator<string> {
  let end = 0
  let weight = 0
  for (let start = 0; start < tokens.length; start += 1) {
    while (end < tokens.length && weight < runWeight) weight += weightOf(tokens[end++] ?? '')
    if (weight < runWeight) return
    yield tokens.slice(start, end).join(' ')
    weight -= weightOf(tokens[start] ?? '')
  }
}

/** The same at once; none where there are fewer words. */
export function runsOf(tokens: readonly string[]): string[] {
  return [...eachRun(tokens)]
}

const pieceLength = 8_192
const lookedBack = 2_048
const space = /\s/u
const joinsOver = /[-‐‑\s]/u
const alone = new RegExp(`[${ideographs}${unspaced}]`, 'u')

/** A long text in pieces, cut only where words end: the words of all of them are those of the text. */
export function* inPieces(text: string): Generator<string> {
  let from = 0
  while (text.length - from > pieceLength) {
    const most = from + pieceLength
    let cut = most
    while (cut > most - lookedBack && !(space.test(text[cut] ?? '') && !joinsOver.test(text[cut - 1] ?? ''))) cut -= 1
    if (cut === most - lookedBack) {
      cut = most
      while (cut > most - lookedBack && !alone.test(text[cut] ?? '')) cut -= 1
    }
    // NOTE: so many letters without an end of a word are no words; half a letter is none either.
    if (cut === most - lookedBack) cut = /[\uDC00-\uDFFF]/.test(text[most] ?? '') ? most - 1 : most
    yield text.slice(from, cut)
    from = cut
  }
  yield text.slice(from)
}

/** What a passage is known again by. `whole`: how many tokens the one run has, where the passage is shorter than a run. */
export interface Prints<T = string> {
  readonly runs: readonly T[]
  readonly whole: number | null
  /** Eight words or more: found anywhere, it is this one. */
  readonly telling: boolean
  /** Its sentences of six words or more; left out where they were not kept. */
  readonly sentences?: readonly T[] | undefined
}

/** Null for less than five words. */
export function printsOf(tokens: readonly string[]): Prints | null {
  const runs = runsOf(tokens)
  if (runs.length > 0) return { runs, whole: null, telling: true }
  const weight = tokens.reduce((sum, word) => sum + weightOf(word), 0)
  if (weight < leastWeight) return null
  return { runs: [tokens.join(' ')], whole: tokens.length, telling: weight >= tellingWeight }
}

/** Every run of `length` tokens, for passages that are shorter than a run of twelve. */
export function* eachRunOfLength(tokens: readonly string[], length: number): Generator<string> {
  for (let at = 0; at + length <= tokens.length; at += 1) yield tokens.slice(at, at + length).join(' ')
}
