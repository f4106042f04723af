// Whether a change may be kept: it leaves the transcript whole, no mark loses its words unseen, nothing sealed is touched.
import { countWords, coverOf, movedFromCover } from '../words/covered-words.ts'
import type { Label, Marks, Range, Redaction, Tie } from '../marks/marks.ts'
import { wholeLetters } from '../marks/ranges.ts'
import { Reanchor } from '../marks/reanchor.ts'
import { silentAsBefore } from '../sound/sound-of-halves.ts'
import type { Passage, Transcript } from '../story.ts'
import { tiesAfter } from '../marks/ties.ts'
import { wordsAndGaps } from './word-edits.ts'
import { changed, type BrokenChange, type Change, type RangedMark } from './writing.ts'

export type RefusedChange =
  | BrokenChange
  | 'nothingLeft'
  | 'recordingUnknown'
  | 'recordingsDiffer'
  | 'sealedTouched'
  | 'markUnknown'
  | 'markTwice'
  | 'rangeTwice'
  | 'rangeGone'
  | 'rangeOutside'
  | 'rangeShrunk'

export type KeptChange =
  | { readonly transcript: Transcript; readonly marks: Marks }
  | { readonly refused: RefusedChange }

export interface Standing {
  readonly transcript: Transcript
  readonly marks: Marks
  /** Ids of the testimony's recordings. */
  readonly recordings: ReadonlySet<string>
  readonly newId: () => string
}

type Mark = Label | Redaction | Tie

/**
 * The transcript and the marks after `change`. Ties are laid over the whole of their passages, and where words that were
 * taken out still stand but are not covered any more, they are covered again: `marks` may be more than was asked for.
 */
export function keptChange(before: Standing, change: Change): KeptChange {
  const applied = changed(before.transcript, change)
  if ('broken' in applied) return { refused: applied.broken }
  const { transcript } = applied
  if (transcript.passages.length === 0) return { refused: 'nothingLeft' }
  const sealed = new Set(before.marks.seals.map(({ passage }) => passage))
  const refused =
    recordingProblem(change, before.recordings) ??
    joinProblem(before.transcript, change) ??
    sealProblem(before.transcript, transcript, change, sealed)
  if (refused !== null) return { refused }
  const moved = movedMarks(before.marks, change, transcript)
  if ('refused' in moved) return moved
  const problem = rangeProblem(before, transcript, moved.marks, change, sealed)
  if (problem !== null) return { refused: problem }
  const ties = tiesAfter(moved.marks.ties, before.transcript, transcript, change.lineage, sealed, before.newId)
  const redactions = coveredAgain(before, transcript, change, moved.marks.redactions, sealed)
  if (redactions === null) return { refused: 'rangeShrunk' }
  const silent = silentAsBefore(before.transcript, transcript, change.lineage, redactions)
  return { transcript, marks: { ...moved.marks, ties, redactions: silent } }
}

function recordingProblem({ passages }: Change, recordings: ReadonlySet<string>): RefusedChange | null {
  return passages.every(({ recording }) => recording === null || recordings.has(recording)) ? null : 'recordingUnknown'
}

/** A passage lies in one recording: joined across two, what is silent in the second would be heard. */
function joinProblem({ passages }: Transcript, { lineage }: Change): RefusedChange | null {
  const recordings = new Map(passages.map(({ id, recording }) => [id, recording]))
  const across = lineage.some(({ kind, passage, other }) => {
    const [first, second] = [recordings.get(passage), recordings.get(other)]
    return kind === 'join' && first != null && second != null && first !== second
  })
  return across ? 'recordingsDiffer' : null
}

function sealProblem(
  before: Transcript,
  after: Transcript,
  change: Change,
  sealed: ReadonlySet<string>,
): RefusedChange | null {
  if (sealed.size === 0) return null
  const here = new Map(after.passages.map((passage) => [passage.id, passage]))
  const touched = before.passages.some(({ id }) => {
    if (!sealed.has(id)) return false
    const passage = here.get(id)
    return passage === undefined || passage.text !== '' || passage.wordTimes.length > 0
  })
  const parted = change.lineage.some(({ passage, other }) => sealed.has(passage) || sealed.has(other))
  return touched || parted ? 'sealedTouched' : null
}

const kinds = { label: 'labels', redaction: 'redactions', tie: 'ties' } as const

function movedMarks(
  marks: Marks,
  change: Change,
  { passages }: Transcript,
): { marks: Marks } | { refused: RefusedChange } {
  const lengths = new Map(passages.map(({ id, text }) => [id, text.length]))
  const moved = new Map<string, readonly Range[]>()
  for (const { kind, mark, ranges } of change.marks) {
    if (!marks[kinds[kind]].some(({ id }) => id === mark)) return { refused: 'markUnknown' }
    if (moved.has(mark)) return { refused: 'markTwice' }
    moved.set(mark, ranges)
  }
  // A question stays inside its passage when that becomes shorter.
  const inside = (range: Range): Range => {
    const length = lengths.get(range.passage) ?? range.end
    if (!range.unresolved || range.end <= length) return range
    return { ...range, start: Math.min(range.start, length), end: length }
  }
  const laid = <M extends Mark>(mark: M): M => {
    const ranges = moved.get(mark.id) ?? mark.ranges
    return ranges.some((range) => range !== inside(range)) || ranges !== mark.ranges
      ? { ...mark, ranges: ranges.map(inside) }
      : mark
  }
  return {
    marks: {
      labels: marks.labels.map(laid),
      redactions: marks.redactions.map(laid),
      ties: marks.ties.map(laid),
      seals: marks.seals,
      notTheSame: marks.notTheSame,
    },
  }
}

interface Kinded {
  readonly kind: RangedMark
  readonly mark: Mark
}

function everyMark({ labels, redactions, ties }: Marks): Kinded[] {
  return [
    ...labels.map((mark) => ({ kind: 'label' as const, mark })),
    ...redactions.map((mark) => ({ kind: 'redaction' as const, mark })),
    ...ties.map((mark) => ({ kind: 'tie' as const, mark })),
  ]
}

function rangeProblem(
  before: Standing,
  after: Transcript,
  marks: Marks,
  change: Change,
  sealed: ReadonlySet<string>,
): RefusedChange | null {
  const here = new Map(after.passages.map((passage) => [passage.id, passage]))
  const touched = touchedPassages(before.transcript, after)
  const listed = new Set(change.marks.map(({ mark }) => mark))
  const ids = new Set<string>()
  const old = new Map(everyMark(before.marks).map(({ mark }) => [mark.id, mark.ranges]))
  for (const { kind, mark } of everyMark(marks)) {
    const kept = new Set(mark.ranges.map(({ id }) => id))
    for (const range of old.get(mark.id) ?? []) {
      if (kept.has(range.id)) continue
      const relaid = kind !== 'redaction' && !here.has(range.passage) && mark.ranges.length > 0
      if (!relaid) return 'rangeGone'
    }
    for (const range of mark.ranges) {
      if (ids.has(range.id)) return 'rangeTwice'
      ids.add(range.id)
      if (!listed.has(mark.id) && !touched.has(range.passage)) continue
      if (kind === 'tie') continue
      if (!isSound(range, here, sealed)) return here.has(range.passage) ? 'rangeOutside' : 'rangeGone'
    }
  }
  return null
}

/** Ids of passages whose text is another, that came or that went. */
export function touchedPassages(before: Transcript, after: Transcript): Set<string> {
  const inOrder =
    before.passages.length === after.passages.length &&
    before.passages.every(({ id }, at) => after.passages[at]?.id === id)
  if (inOrder)
    return new Set(before.passages.flatMap(({ id, text }, at) => (after.passages[at]?.text === text ? [] : [id])))
  const old = new Map(before.passages.map((passage) => [passage.id, passage.text]))
  const fresh = new Map(after.passages.map((passage) => [passage.id, passage.text]))
  return new Set([...old.keys(), ...fresh.keys()].filter((id) => old.get(id) !== fresh.get(id)))
}

function isSound(range: Range, here: ReadonlyMap<string, Passage>, sealed: ReadonlySet<string>): boolean {
  const { start, end, startMs, endMs } = range
  const passage = here.get(range.passage)
  if (passage === undefined || sealed.has(passage.id)) return false
  if ((startMs === null) !== (endMs === null) || (startMs !== null && endMs !== null && endMs <= startMs)) return false
  if (start > end || end > passage.text.length) return false
  if (range.unresolved) return true
  const [first, last] = wholeLetters(passage.text, start, end)
  return start < end && first === start && last === end && passage.text.slice(start, end) === range.quote
}

/** Covers again what a redaction covered and would not any more, though it still stands; null where a plain text was uncovered. */
function coveredAgain(
  before: Standing,
  after: Transcript,
  change: Change,
  redactions: readonly Redaction[],
  sealed: ReadonlySet<string>,
): Redaction[] | null {
  const listed = new Set(change.marks.map(({ mark }) => mark))
  if (!redactions.some(({ id }) => listed.has(id))) return [...redactions]
  const old = new Map(before.transcript.passages.map((passage) => [passage.id, passage]))
  const touched = touchedPassages(before.transcript, after)
  const reanchor = new Reanchor({
    before: before.transcript.passages,
    after: after.passages,
    related: change.lineage,
    sealed,
    newId: before.newId,
  })
  const was = new Map(before.marks.redactions.map((redaction) => [redaction.id, redaction]))
  const kept: Redaction[] = []
  for (const redaction of redactions) {
    const ranges = was.get(redaction.id)?.ranges ?? []
    if (!listed.has(redaction.id)) {
      kept.push(redaction)
      continue
    }
    const isCovered = coverOf(redaction.ranges)
    const more: Range[] = []
    for (const range of ranges) {
      // What is a question already holds everything back until it is answered.
      if (range.unresolved) continue
      if (!touched.has(range.passage)) {
        const words = lettersOf(old.get(range.passage)?.text ?? '', range.start, range.end)
        if (words.some((at) => !isCovered(range.passage, at))) return null
        continue
      }
      const bare = reanchor
        .own(range)
        .flatMap(({ passage, start, end }) =>
          lettersOf(passage.text, start, end).every((at) => isCovered(passage.id, at)) ? [] : [{ passage, start, end }],
        )
      if (bare.length === 0 || onlyMoved(before.transcript, after, ranges, redaction.ranges, bare)) continue
      for (const { passage, start, end } of bare) {
        const [from, until] = wholeLetters(passage.text, start, end)
        const quote = passage.text.slice(from, until)
        more.push({
          ...range,
          id: before.newId(),
          passage: passage.id,
          start: from,
          end: until,
          quote,
          unresolved: false,
        })
      }
    }
    const covers = [...redaction.ranges, ...more]
    for (const { passage, start, end } of movedFromCover(before.transcript, after, touched, ranges, covers)) {
      const [from, until] = wholeLetters(passage.text, start, end)
      const range = { id: before.newId(), passage: passage.id, start: from, end: until, startMs: null, endMs: null }
      covers.push({ ...range, quote: passage.text.slice(from, until), unresolved: false })
    }
    kept.push(covers.length === redaction.ranges.length ? redaction : { ...redaction, ranges: covers })
  }
  return kept
}

/** Where a text has letters between two offsets; white space hides nothing. */
function lettersOf(text: string, start: number, end: number): number[] {
  const letters: number[] = []
  for (let at = start; at < end; at += 1) if (/\S/u.test(text[at] ?? ' ')) letters.push(at)
  return letters
}

/**
 * Whether the words that seem to stand uncovered are others of the same spelling, and those that were covered are gone:
 * as many of each word are gone from the passages as are gone from under the cover.
 */
function onlyMoved(
  before: Transcript,
  after: Transcript,
  coverBefore: readonly Range[],
  coverAfter: readonly Range[],
  bare: readonly { readonly passage: Passage; readonly start: number; readonly end: number }[],
): boolean {
  const touched = touchedPassages(before, after)
  const old = countWords(before, touched, coverOf(coverBefore))
  const fresh = countWords(after, touched, coverOf(coverAfter))
  const words = bare.flatMap(({ passage, start, end }) =>
    wordsAndGaps(passage.text.slice(start, end), passage.language).filter((word) => word.trim() !== ''),
  )
  return words.every((word) => {
    const covered = (old.covered.get(word) ?? 0) - (fresh.covered.get(word) ?? 0)
    const all = (old.all.get(word) ?? 0) - (fresh.all.get(word) ?? 0)
    return covered <= Math.max(0, all)
  })
}
