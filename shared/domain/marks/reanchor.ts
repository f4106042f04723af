// Marks follow their words from one state of a story to another. What hides grows where it is not sure; nothing that
// has lost its words goes silently: it stays as a question.
import type { Range } from './marks.ts'
import { PassageGroups, type Related } from './passage-groups.ts'
import { wholeLetters } from './ranges.ts'
import type { Passage, WordTime } from '../story.ts'
import { wordEdits, type Edit } from '../writing/word-edits.ts'

/** Passages in the order of the telling, laid end to end. Between two there is one line end, which belongs to neither. */
interface Laid {
  readonly text: string
  readonly parts: readonly { readonly passage: Passage; readonly from: number; readonly until: number }[]
}

function laidOut(passages: readonly Passage[]): Laid {
  let from = 0
  const parts = passages.map((passage) => {
    const part = { passage, from, until: from + passage.text.length }
    from = part.until + 1
    return part
  })
  return { text: passages.map(({ text }) => text).join('\n'), parts }
}

export interface Stretch {
  readonly from: number
  readonly until: number
}

/** The words of `from` to `until` that still stand, as stretches of the new text. */
export function survivors(edits: readonly Edit[], before: string, from: number, until: number): Stretch[] {
  return edits.flatMap((edit) => {
    const start = Math.max(from, edit.from)
    const end = Math.min(until, edit.until)
    if (!edit.same || start >= end || before.slice(start, end).trim() === '') return []
    const shift = edit.newFrom - edit.from
    return [{ from: start + shift, until: end + shift }]
  })
}

/** Where the letter at an offset stood, before anything that came in its place. */
function leftOf(edits: readonly Edit[], at: number): number {
  const edit = edits.find(({ from, until }) => from <= at && at < until)
  if (edit === undefined) return edits.at(-1)?.newUntil ?? 0
  return edit.same ? edit.newFrom + at - edit.from : edit.newFrom
}

/** Where the letter before an offset stood, behind whatever came in its place. */
function rightOf(edits: readonly Edit[], at: number): number {
  const edit = edits.find(({ from, until }) => from < at && at <= until)
  if (edit === undefined) return leftOf(edits, at)
  return edit.same ? edit.newFrom + at - edit.from : edit.newUntil
}

const joinedTo = /[^\s\p{P}]*$/u
const goesOnWith = /^[^\s\p{P}]*/u

/** Over letters that came directly at its edges: nobody can say whether they belong to what is hidden. */
function grown(text: string, edits: readonly Edit[], { from, until }: Stretch): Stretch {
  const left = edits.find((edit) => !edit.same && edit.newUntil === from)
  const right = edits.find((edit) => !edit.same && edit.newFrom === until)
  const more = left === undefined ? 0 : (joinedTo.exec(text.slice(left.newFrom, left.newUntil))?.[0].length ?? 0)
  const after = right === undefined ? 0 : (goesOnWith.exec(text.slice(right.newFrom, right.newUntil))?.[0].length ?? 0)
  return { from: from - more, until: until + after }
}

interface Found extends Stretch {
  readonly alive: boolean
}

function follow(edits: readonly Edit[], before: string, after: string, range: Stretch, grows: boolean): Found {
  const alive = survivors(edits, before, range.from, range.until)
  const first = alive[0]
  const last = alive.at(-1)
  if (first === undefined || last === undefined) {
    const from = leftOf(edits, range.from)
    return { from, until: grows ? Math.max(from, rightOf(edits, range.until)) : from, alive: false }
  }
  const kept = { from: first.from, until: last.until }
  if (!grows) return { ...kept, alive: true }
  // Words at its edges that were replaced: what came in their place is hidden with it.
  const lead = before.slice(range.from).search(/\S/u)
  const firstOld = range.from + Math.max(0, lead)
  const lastOld = range.from + before.slice(range.from, range.until).trimEnd().length
  const whole = (at: number) => edits.find((edit) => edit.from <= at && at < edit.until)
  const firstEdit = whole(firstOld)
  const lastEdit = whole(lastOld - 1)
  const from = firstEdit?.same === false ? Math.min(kept.from, firstEdit.newFrom) : kept.from
  const until = lastEdit?.same === false ? Math.max(kept.until, lastEdit.newUntil) : kept.until
  return { ...grown(after, edits, { from, until }), alive: true }
}

function cut(laid: Laid, { from, until }: Stretch): { passage: Passage; start: number; end: number }[] {
  return laid.parts.flatMap(({ passage, from: first, until: last }) => {
    const start = Math.max(from, first)
    const end = Math.min(until, last)
    return start < end && laid.text.slice(start, end).trim() !== ''
      ? [{ passage, start: start - first, end: end - first }]
      : []
  })
}

/** Without white space at an edge where the range had none. */
function withoutSpace(text: string, { start, end }: { start: number; end: number }, quote: string): [number, number] {
  const words = text.slice(start, end)
  const lead = /^\s/u.test(quote) ? 0 : words.length - words.trimStart().length
  const tail = /\s$/u.test(quote) ? 0 : words.length - words.trimEnd().length
  return [start + lead, end - tail]
}

export interface Reanchoring {
  /** Both in the order of the telling. */
  readonly before: readonly Passage[]
  readonly after: readonly Passage[]
  /** Which passages came out of each other, whenever that was. */
  readonly related: readonly Related[]
  /** Ids of passages that are sealed: nothing is laid on them. */
  readonly sealed: ReadonlySet<string>
  readonly newId: () => string
}

/** How one group of passages became another, made once and asked for every range in it. */
interface Became {
  readonly old: Laid
  readonly fresh: Laid
  readonly edits: readonly Edit[]
}

/** Lays ranges that lie on `before` on `after`. */
export class Reanchor {
  readonly #asked: Reanchoring
  readonly #groups: PassageGroups
  readonly #old: ReadonlyMap<string, Passage>
  readonly #fresh: ReadonlyMap<string, Passage>
  readonly #became = new Map<string, Became>()

  constructor(asked: Reanchoring) {
    this.#asked = asked
    this.#groups = new PassageGroups(asked.related)
    this.#old = new Map(asked.before.map((passage) => [passage.id, passage]))
    this.#fresh = new Map(asked.after.map((passage) => [passage.id, passage]))
  }

  /**
   * The ranges as they lie after; one that runs over the border of two passages becomes two. With `grows`, what came in
   * the place of its first or last words is in it too. A range with no words left is unresolved, in the place where they
   * stood or on a passage near it.
   */
  range(range: Range, grows: boolean): Range[] {
    const old = this.#old.get(range.passage)
    const fresh = this.#fresh.get(range.passage)
    if (old !== undefined && fresh !== undefined && old.text === fresh.text) return [range]
    if (old === undefined) return [fresh === undefined ? this.#lost(range, range.passage) : range]
    const { old: was, fresh: is, edits } = this.#of(range.passage)
    const first = was.parts.find(({ passage }) => passage.id === range.passage)?.from ?? 0
    const stretch = { from: first + range.start, until: first + range.end }
    const found = follow(edits, was.text, is.text, stretch, grows)
    const pieces = cut(is, found).filter(({ passage }) => !this.#asked.sealed.has(passage.id))
    if (range.unresolved || !found.alive || pieces.length === 0) return [this.#unresolved(range, is, found)]
    return pieces.map(({ passage, ...piece }, at) => {
      const [start, end] = wholeLetters(passage.text, ...withoutSpace(passage.text, piece, range.quote))
      const id = at === 0 ? range.id : this.#asked.newId()
      return { ...range, id, passage: passage.id, start, end, quote: passage.text.slice(start, end) }
    })
  }

  /** What of the range's own words still stands, by passage, without anything that came to it. */
  own(range: Range): { passage: Passage; start: number; end: number }[] {
    const old = this.#old.get(range.passage)
    if (old === undefined) return []
    const { old: was, fresh: is, edits } = this.#of(range.passage)
    const first = was.parts.find(({ passage }) => passage.id === range.passage)?.from ?? 0
    return survivors(edits, was.text, first + range.start, first + range.end).flatMap((stretch) => cut(is, stretch))
  }

  #of(passage: string): Became {
    const group = this.#groups.of(passage)
    const kept = this.#became.get(group)
    if (kept !== undefined) return kept
    const mine = ({ id }: Passage) => this.#groups.of(id) === group
    const old = laidOut(this.#asked.before.filter(mine))
    const fresh = laidOut(this.#asked.after.filter(mine))
    const language = this.#old.get(passage)?.language ?? 'und'
    const became = { old, fresh, edits: wordEdits(old.text, fresh.text, language) }
    this.#became.set(group, became)
    return became
  }

  #unresolved(range: Range, laid: Laid, { from, until }: Stretch): Range {
    const open = laid.parts.filter(({ passage }) => !this.#asked.sealed.has(passage.id))
    const part = open.find((one) => from <= one.until) ?? open.at(-1)
    if (part === undefined) return this.#lost(range, range.passage)
    const length = part.passage.text.length
    const start = Math.min(length, Math.max(0, from - part.from))
    const end = Math.max(start, Math.min(length, until - part.from))
    const [first, last] = start < end ? wholeLetters(part.passage.text, start, end) : [start, start]
    return { ...range, passage: part.passage.id, start: first, end: last, unresolved: true }
  }

  #lost(range: Range, passage: string): Range {
    const near = nearestLeft(this.#asked.before, this.#fresh, this.#asked.sealed, passage) ?? range.passage
    return { ...range, passage: near, start: 0, end: 0, unresolved: true }
  }
}

/** The passage before a gone one that is still there and open, else the one behind it, else any; null for none. */
export function nearestLeft(
  before: readonly { readonly id: string }[],
  left: ReadonlyMap<string, Passage>,
  sealed: ReadonlySet<string>,
  gone: string,
): string | null {
  const isLeft = ({ id }: { readonly id: string }) => left.has(id) && !sealed.has(id)
  const at = before.findIndex(({ id }) => id === gone)
  const found = before.slice(0, Math.max(0, at)).findLast(isLeft) ?? before.slice(at + 1).find(isLeft)
  return found?.id ?? [...left.values()].find(isLeft)?.id ?? null
}

/** Word times on a changed text: those of the words that still stand. */
export function movedWordTimes(before: Passage, text: string): WordTime[] {
  if (before.text === text) return [...before.wordTimes]
  const edits = wordEdits(before.text, text, before.language)
  return before.wordTimes.flatMap((time) => {
    const kept = edits.find(({ same, from, until }) => same && from <= time.start && time.end <= until)
    if (kept === undefined) return []
    const shift = kept.newFrom - kept.from
    return [{ ...time, start: time.start + shift, end: time.end + shift }]
  })
}
