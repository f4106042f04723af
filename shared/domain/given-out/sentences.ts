// How words are known again when others speak in between, or when they stand in another order: sentence by sentence, and
// with short interjections left out.
import { inPieces, runsOf, tokensOf, weightOf } from './shingles.ts'

/** Six words: a shorter sentence is nobody's own. */
const leastWeight = 24
/** Eight words: one sentence by itself is told from others. */
const tellingWeight = 32

/** So many letters without an end are no sentence; runs know them again. */
const longest = 4_000
/** So many sentences are looked at between two places to stop at. */
const atOnce = 64

const end = /[.!?…。！？｡؟۔।॥။។።፧]+/u
const label = /^[^\S\n]*(?:\[[^\]\n]{0,24}\][^\S\n]*)?[\p{L}\p{M}\p{N}.'’ _-]{1,30}:(?=\s)/gmu
const aside = /\[[^\]\n]{0,60}\]|\([^)\n]{0,60}\)/gu

/** Without who is speaking before it, and without what stands in brackets. */
function plain(text: string): string {
  return text.replaceAll(label, ' ').replaceAll(aside, ' ')
}

const weigh = (tokens: readonly string[]): number => tokens.reduce((sum, word) => sum + weightOf(word), 0)

export interface Sentence {
  /** Its words, as they are compared. */
  readonly words: string
  /** By itself it is told from others. */
  readonly telling: boolean
}

/**
 * Every sentence of six words or more in these pieces, each once: as the pieces are, and as they are without their line
 * ends, since a line may end anywhere.
 */
export function* sentencesOf(pieces: Iterable<string>): Generator<void, Map<string, Sentence>> {
  const found = new Map<string, Sentence>()
  const take = (text: string): void => {
    if (text.length > longest) return
    const tokens = tokensOf(text)
    const weight = weigh(tokens)
    if (weight < leastWeight) return
    const words = tokens.join(' ')
    found.set(words, { words, telling: weight >= tellingWeight })
  }
  for (const piece of pieces) {
    const text = plain(piece)
    for (const [at, sentence] of text.split(end).entries()) {
      if (at % atOnce === atOnce - 1) yield
      take(sentence)
      const lines = sentence.split('\n')
      if (lines.length > 1) for (const line of lines) take(line)
    }
    yield
  }
  return found
}

/** The same at once. */
export function everySentence(pieces: Iterable<string>): Sentence[] {
  const work = sentencesOf(pieces)
  for (;;) {
    const step = work.next()
    if (step.done === true) return [...step.value.values()]
  }
}

/** The runs of words that only stand on end where short lines between them, an interviewer's "Yes?", are left out. */
export function* runsAcross(pieces: Iterable<string>): Generator<void, string[]> {
  const runs: string[] = []
  let before: string[] = []
  let isCut = false
  for (const line of linesOf(pieces)) {
    const tokens = tokensOf(line)
    if (tokens.length === 0) continue
    if (weigh(tokens) < leastWeight) {
      isCut = before.length > 0
      continue
    }
    // NOTE: what stands on end already is among the other runs.
    if (isCut) runs.push(...runsOf([...before.slice(-mostTokens), ...tokens.slice(0, mostTokens)]))
    isCut = false
    before = tokens.length >= mostTokens ? tokens : [...before, ...tokens].slice(-mostTokens)
    yield
  }
  return runs
}

/** So many tokens have a run at most, less one. */
const mostTokens = 47

function* linesOf(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) for (const line of plain(piece).split('\n')) yield* inPieces(line)
}

/** Few sentences may be everybody's: a question that is always asked, how one begins to tell. */
const fewest = 2
const part = 3

export interface SentencesInCommon {
  readonly common: number
  readonly calledBack: number
  readonly broughtIn: number
  /** One of those in common is told from others by itself. */
  readonly telling: boolean
}

/** A good part of either; one sentence alone where nothing else was brought in. */
export function isCalledBackBySentences({ common, calledBack, broughtIn, telling }: SentencesInCommon): boolean {
  if (common < fewest) return common === 1 && broughtIn === 1 && telling
  return common * part >= calledBack || common * part >= broughtIn
}
