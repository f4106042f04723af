// A mark's range laid again on words that the other side changed: found by its quote. What hides fails closed.
import type { Range } from '../marks/marks.ts'
import { findAgain } from '../words/same-words.ts'
import type { RangedMark } from '../writing/writing.ts'

interface Said {
  readonly id: string
  readonly text: string
}

/** Where the quote stands word for word. */
function places(text: string, quote: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(quote); quote !== '' && at !== -1; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}

function whole(range: Range, passage: Said, id: string, unresolved: boolean): Range {
  // NOTE: a passage without words has nothing to hide, and an empty range is a question by itself.
  const nothing = passage.text === ''
  return {
    ...range,
    id,
    passage: passage.id,
    start: 0,
    end: passage.text.length,
    quote: passage.text,
    unresolved: unresolved || nothing,
  }
}

/**
 * The ranges that a range becomes on `passages`, which stand where its own stood. A label goes to the nearest place that
 * says the same, or stays as a question. A redaction goes to every place, or, where there is none, covers all of them as
 * a question. A tie covers whole passages.
 *
 * @param anchor where a question is kept when none of the passages is left
 * @param nextId ids for what becomes several ranges
 */
export function relaid(
  kind: RangedMark,
  range: Range,
  passages: readonly Said[],
  anchor: Said,
  nextId: (at: number) => string,
): Range[] {
  const id = (at: number) => (at === 0 ? range.id : nextId(at))
  const [first] = passages
  if (first === undefined) return [{ ...range, passage: anchor.id, start: 0, end: 0, unresolved: true }]
  if (kind === 'tie') return passages.map((passage, at) => whole(range, passage, id(at), false))
  if (kind === 'redaction') {
    const found = passages.flatMap((passage) => {
      const again = findAgain(passage.text, range.quote).map(([start, end]) => ({ passage, start, end }))
      const exact = places(passage.text, range.quote).map((start) => ({
        passage,
        start,
        end: start + range.quote.length,
      }))
      return [...again, ...exact.filter((one) => !again.some(({ start, end }) => start <= one.start && end >= one.end))]
    })
    if (found.length === 0) return passages.map((passage, at) => whole(range, passage, id(at), true))
    return found.map(({ passage, start, end }, at) => ({
      ...range,
      id: id(at),
      passage: passage.id,
      start,
      end,
      quote: passage.text.slice(start, end),
      // Its time in the sound was of one place only.
      ...(found.length === 1 ? {} : { startMs: null, endMs: null }),
      unresolved: range.unresolved,
    }))
  }
  const own = passages.find(({ id: passage }) => passage === range.passage) ?? first
  const near = [own, ...passages.filter((passage) => passage !== own)]
    .flatMap((passage) => places(passage.text, range.quote).map((start) => ({ passage, start })))
    .toSorted((a, b) => away(a, own, range) - away(b, own, range))[0]
  if (near === undefined)
    return [{ ...range, passage: own.id, start: 0, end: 0, startMs: null, endMs: null, unresolved: true }]
  return [
    {
      ...range,
      passage: near.passage.id,
      start: near.start,
      end: near.start + range.quote.length,
    },
  ]
}

function away({ passage, start }: { passage: Said; start: number }, own: Said, range: Range): number {
  return (passage === own ? 0 : 1_000_000) + Math.abs(start - range.start)
}
