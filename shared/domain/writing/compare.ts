// Two states of a text or of a whole transcript beside each other: what stayed, went, came, moved, was split or joined.
import { longestRising } from './longest-rising.ts'
import type { Passage, Transcript } from '../story.ts'
import { wordEdits } from './word-edits.ts'

export interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Word by word, also in scripts without spaces; what was removed stands before what came in its place. */
export function compareTexts(before: string, after: string, language: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let removed = ''
  let added = ''
  const close = () => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed })
    if (added !== '') pieces.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const edits = wordEdits(before, after, language)
  for (const [at, { same, from, until, newFrom, newUntil }] of edits.entries()) {
    const text = before.slice(from, until)
    // A space alone between changed words belongs to the change: nobody reads a text that changes at every word.
    const between = same && /^\s+$/u.test(text) && at > 0 && at < edits.length - 1
    if (same && !between) {
      close()
      pieces.push({ kind: 'same', text })
    } else {
      removed += text
      added += after.slice(newFrom, newUntil)
    }
  }
  close()
  return pieces
}

export interface ComparedPassage {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'split' | 'joined'
  /** Its id; for `split` and `joined` the one that stayed, and `others` those that came of it or went into it. */
  readonly passage: string
  readonly others: readonly string[]
  /** It stands elsewhere in the order of the telling, or under another turn or speaker. */
  readonly moved: boolean
  readonly before: Passage | null
  readonly after: Passage | null
  /** Word by word; for `split` and `joined` over all of its parts together. */
  readonly pieces: readonly TextPiece[]
}

const bare = (text: string): string => text.replaceAll(/\s+/gu, '')
const whole = (passages: readonly Passage[]): string => passages.map(({ text }) => text).join(' ')

/** Passages that stand in one state only, in runs behind the passage that stands before them. */
function runsOfOthers({ passages }: Pick<Transcript, 'passages'>, known: ReadonlyMap<string, Passage>) {
  const runs = new Map<string, Passage[]>()
  let after = ''
  for (const passage of passages) {
    if (known.has(passage.id)) after = passage.id
    else runs.set(after, [...(runs.get(after) ?? []), passage])
  }
  return runs
}

/** How many of `run` make, behind `first`, the same words as `together`; 0 for none. */
function partsOf(together: string, first: string, run: readonly Passage[]): number {
  const sought = bare(together)
  let made = bare(first)
  for (const [at, { text }] of run.entries()) {
    made += bare(text)
    if (made === sought && made !== bare(first)) return at + 1
    if (made.length > sought.length) return 0
  }
  return 0
}

/** Every passage of both, in the order of `after`; what was removed stands where it stood. */
export function compareTranscripts(before: Transcript, after: Transcript): ComparedPassage[] {
  const old = new Map(before.passages.map((passage) => [passage.id, passage]))
  const fresh = new Map(after.passages.map((passage) => [passage.id, passage]))
  const place = new Map(before.passages.map(({ id }, at) => [id, at]))
  const stayed = new Set(
    longestRising(after.passages.map(({ id }) => place.get(id) ?? null)).map((at) => after.passages[at]?.id),
  )
  const speaker = (transcript: Transcript) => new Map(transcript.turns.map((turn) => [turn.id, turn.speaker]))
  const speakersBefore = speaker(before)
  const speakersAfter = speaker(after)
  const gone = runsOfOthers(before, fresh)
  const come = runsOfOthers(after, old)
  const compared: ComparedPassage[] = []
  const alone = (passage: Passage, kind: 'added' | 'removed'): ComparedPassage => ({
    kind,
    passage: passage.id,
    others: [],
    moved: false,
    before: kind === 'removed' ? passage : null,
    after: kind === 'added' ? passage : null,
    pieces: passage.text === '' ? [] : [{ kind, text: passage.text }],
  })
  const both = (was: Passage, is: Passage): void => {
    const removed = gone.get(was.id) ?? []
    const added = come.get(is.id) ?? []
    const changed = was.text !== is.text
    const splits = changed ? partsOf(was.text, is.text, added) : 0
    const joins = changed && splits === 0 ? partsOf(is.text, was.text, removed) : 0
    const parts = splits > 0 ? added.slice(0, splits) : removed.slice(0, joins)
    const texts =
      splits > 0
        ? [was.text, whole([is, ...parts])]
        : joins > 0
          ? [whole([was, ...parts]), is.text]
          : [was.text, is.text]
    compared.push({
      kind: splits > 0 ? 'split' : joins > 0 ? 'joined' : changed ? 'changed' : 'same',
      passage: is.id,
      others: parts.map(({ id }) => id),
      moved: !stayed.has(is.id) || speakersBefore.get(was.turn) !== speakersAfter.get(is.turn),
      before: was,
      after: is,
      pieces: compareTexts(texts[0] ?? '', texts[1] ?? '', is.language),
    })
    for (const passage of removed.slice(joins)) compared.push(alone(passage, 'removed'))
    for (const passage of added.slice(splits)) compared.push(alone(passage, 'added'))
  }
  for (const passage of gone.get('') ?? []) compared.push(alone(passage, 'removed'))
  for (const passage of come.get('') ?? []) compared.push(alone(passage, 'added'))
  for (const is of after.passages) {
    const was = old.get(is.id)
    if (was !== undefined) both(was, is)
  }
  return compared
}
