// A mark laid where its words stand now, for one that comes back from before the text was changed.
import type { Range } from './marks.ts'
import { PassageGroups, type Related } from './passage-groups.ts'
import { wholeLetters } from './ranges.ts'
import type { Passage } from '../story.ts'

interface Letter {
  readonly passage: Passage
  readonly at: number
}

/** The letters of some passages one after another, without white space, each with its place. */
function bareLetters(passages: readonly Passage[]): { readonly text: string; readonly places: readonly Letter[] } {
  let text = ''
  const places: Letter[] = []
  for (const passage of passages) {
    for (let at = 0; at < passage.text.length; at += 1) {
      const unit = passage.text[at] ?? ''
      if (/\s/u.test(unit)) continue
      text += unit
      places.push({ passage, at })
    }
  }
  return { text, places }
}

function allPlaces(text: string, sought: string): number[] {
  const places: number[] = []
  if (sought === '') return places
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) places.push(at)
  return places
}

export interface Laying {
  /** As they stand now, in the order of the telling. */
  readonly passages: readonly Passage[]
  readonly related: readonly Related[]
  readonly sealed: ReadonlySet<string>
  /** A passage to leave a question on when the range's own is gone; null for none. */
  readonly near: (gone: string) => string | null
  readonly newId: () => string
}

export class LayByQuote {
  readonly #asked: Laying
  readonly #groups: PassageGroups
  readonly #here: ReadonlyMap<string, Passage>

  constructor(asked: Laying) {
    this.#asked = asked
    this.#groups = new PassageGroups(asked.related)
    this.#here = new Map(asked.passages.map((passage) => [passage.id, passage]))
  }

  /**
   * The range on the text as it is now: where its quote stands nearest to its old place, in its passage or in those that
   * came of it; unresolved where it stands nowhere. Nothing is laid on a sealed passage: a range that lies on one is
   * left out.
   */
  range(range: Range): Range[] {
    const { sealed, near, newId } = this.#asked
    if (sealed.has(range.passage)) return []
    const own = this.#here.get(range.passage)
    if (own !== undefined && own.text.slice(range.start, range.end) === range.quote && !range.unresolved) return [range]
    const lost = (passage: string, at: number): Range[] => [{ ...range, passage, start: at, end: at, unresolved: true }]
    if (own !== undefined && range.unresolved) return [this.#within(range, own)]
    const group = this.#groups.of(range.passage)
    const relatives = this.#asked.passages.filter(({ id }) => this.#groups.of(id) === group && !sealed.has(id))
    const laid = (own === undefined ? null : this.#on(range, [own], range.start)) ?? this.#on(range, relatives, null)
    if (laid !== null)
      return laid.map(({ passage, start, end }, at) => ({
        ...range,
        id: at === 0 ? range.id : newId(),
        passage: passage.id,
        start,
        end,
        quote: passage.text.slice(start, end),
        unresolved: false,
      }))
    if (own !== undefined) return lost(own.id, Math.min(range.start, own.text.length))
    const left = relatives[0]?.id ?? near(range.passage)
    return left === null ? [] : lost(left, 0)
  }

  #within(range: Range, { text }: Passage): Range {
    const start = Math.min(range.start, text.length)
    return { ...range, start, end: Math.max(start, Math.min(range.end, text.length)) }
  }

  #on({ quote, start }: Range, passages: readonly Passage[], near: number | null) {
    const { text, places } = bareLetters(passages)
    const sought = quote.replaceAll(/\s+/gu, '')
    const wanted = near ?? start
    const found = allPlaces(text, sought).toSorted((a, b) => {
      const distance = (at: number) => (near === null ? at : Math.abs((places[at]?.at ?? 0) - wanted))
      return distance(a) - distance(b)
    })[0]
    if (found === undefined) return null
    const letters = places.slice(found, found + sought.length)
    const spans = new Map<Passage, [number, number]>()
    for (const { passage, at } of letters) {
      const span = spans.get(passage)
      if (span === undefined) spans.set(passage, [at, at + 1])
      else span[1] = at + 1
    }
    return [...spans].map(([passage, [from, until]]) => {
      const [first, last] = wholeLetters(passage.text, from, until)
      return { passage, start: first, end: last }
    })
  }
}
