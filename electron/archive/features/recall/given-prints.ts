// What each passage is known again by, taken from the very words that leave: names that were taken out are in no hash.
import { hash } from 'node:crypto'
import type { Piece, RedactedExcerpt } from '../../../../shared/domain/excerpts/excerpt.ts'
import { everySentence } from '../../../../shared/domain/given-out/sentences.ts'
import { printsOf, tokensOf, type Prints } from '../../../../shared/domain/given-out/shingles.ts'
import { timeline } from '../../../../shared/domain/sound/sound-plan.ts'
import { pageWordsFor } from '../../exporters/reading-room/page-words.ts'
import { printLength, type GivenPassage } from '../../store/prints.ts'

/** The hash of a run: half a SHA-256, hex. */
export function printOf(run: string): string {
  return hash('sha256', run, 'hex').slice(0, printLength * 2)
}

function prints(pieces: readonly Piece[], gapWords: (piece: Piece & { kind: 'gap' }) => string): Prints | null {
  const words = pieces.map((piece) => (piece.kind === 'gap' ? gapWords(piece) : piece.text)).join('')
  const found = printsOf(tokensOf(words))
  const sentences = everySentence([words]).map((sentence) => printOf(sentence.words))
  return found === null ? null : { ...found, runs: [...new Set(found.runs.map(printOf))], sentences }
}

/** NOTE: with the gap's own words as the pages have them, and without, as somebody may type it off. */
function printsOfPassage(pieces: readonly Piece[], language: string): Prints | null {
  const { things } = pageWordsFor(language)
  const without = prints(pieces, () => ' ')
  if (!pieces.some(({ kind }) => kind === 'gap') || without === null) return without
  const withGaps = prints(pieces, ({ thing }) => ` ${things[thing]} `)
  if (withGaps === null || withGaps.whole !== without.whole) return without
  return {
    ...without,
    runs: [...new Set([...without.runs, ...withGaps.runs])],
    sentences: [...new Set([...(without.sentences ?? []), ...(withGaps.sentences ?? [])])],
  }
}

/** @param passages ids, in the order of the content's */
export function givenPassages(content: RedactedExcerpt, passages: readonly string[]): GivenPassage[] {
  const clips = timeline(content)
  let heard = 0
  return content.passages.map(({ number, pieces, clip }, at) => {
    const planned = clip === null ? undefined : clips[heard++]
    return {
      number,
      passage: passages[at] ?? '',
      startMs: planned?.startMs ?? null,
      endMs: planned?.endMs ?? null,
      prints: printsOfPassage(pieces, content.recipient.language),
    }
  })
}
