// Keeping a change: checked against everything that it must leave whole, and written in one transaction with its past.
import { Failure } from '../../../../shared/contract/failure.ts'
import { countWords } from '../../../../shared/domain/words/count-words.ts'
import { keptChange, touchedPassages } from '../../../../shared/domain/writing/kept-change.ts'
import type { Marks, Range } from '../../../../shared/domain/marks/marks.ts'
import { movesSealed } from '../../../../shared/domain/writing/sealed-sound.ts'
import { saysTheSame } from '../../../../shared/domain/writing/same-telling.ts'
import type { Passage, Transcript } from '../../../../shared/domain/story.ts'
import type { Change, RangedMark } from '../../../../shared/domain/writing/writing.ts'
import { authorOf } from '../../actor.ts'
import type { ChangedConcept, Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { dropFromExcerpts, isTaken, moveSections, numberOf } from '../../store/beside.ts'
import { insertLineage } from '../../store/lineage.ts'
import { lastAnswerAt } from '../../store/ledger.ts'
import { readMarks } from '../../store/marks.ts'
import { writeRanges } from '../../store/mark-ranges.ts'
import { deleteRenditions } from '../../store/media-rows.ts'
import { isSamePassage, sameOrder, writeTranscript } from '../../store/passages.ts'
import { insertRevision, isHerVersion, keepPast, lastRevision, prolongRevision } from '../../store/revisions.ts'
import { readStory } from '../../store/stories.ts'
import { removeRenditions } from '../sound/index.ts'

/** A pause so long ends a revision, and so does so much work. */
const pauseMs = 2 * 60_000
const longestMs = 10 * 60_000

export const keptTouches: readonly ChangedConcept[] = ['story', 'marks', 'shelf', 'excerpts']
/** Of what is written by hand: the window that it was written in has it, and reads again what lies beside it. */
export const writtenTouches: readonly ChangedConcept[] = ['words', 'shelf', 'excerpts']

export interface Kept {
  readonly revision: number
  readonly at: string
  readonly marks: Marks
}

export interface Keeping {
  /** The revision that the change is made on; null for what stands. */
  readonly base: number | null
  /** It is to be a revision by itself. */
  readonly own: boolean
}

/** Revisions that nothing more is added to, though they are young: what was accepted or brought back. */
const closed = new WeakMap<Session, Map<string, number>>()

/**
 * Keeps a change. Failures: changedMeanwhile when the story is no longer at `base`; herVersion when an archivist changes
 * her words; sealed where something sealed is changed, or an archivist says that it is heard elsewhere; badInput for a change that breaks the story.
 */
export function keepChange(
  session: Session,
  testimony: string,
  change: Change,
  keeping: Keeping,
  touches = keptTouches,
): Kept {
  const { kept, renditions } = session.save(touches, (archive) =>
    writeChange(session, archive, testimony, change, keeping),
  )
  removeRenditions(session, renditions)
  return kept
}

/** As `keepChange`, inside a transaction that is open already; the caller removes the files of the renditions afterwards. */
export function writeChange(
  session: Session,
  archive: WritableArchive,
  testimony: string,
  change: Change,
  { base, own }: Keeping,
): { readonly kept: Kept; readonly renditions: readonly string[] } {
  // NOTE: where the order stays, no passage changes but those that are listed, and nothing asks for others' word times.
  const timed = change.turns === null ? new Set(change.passages.map(({ id }) => id)) : undefined
  const story = readStory(archive, testimony, timed)
  if (base !== null && story.testimony.revision !== base) throw new Failure('changedMeanwhile')
  const before: Transcript = { speakers: story.speakers, turns: story.turns, passages: story.passages }
  const marks = readMarks(archive, testimony)
  const result = keptChange(
    {
      transcript: before,
      marks,
      recordings: new Set(story.recordings.map(({ id }) => id)),
      newId: () => session.newId(),
    },
    change,
  )
  if ('refused' in result)
    throw new Failure(result.refused === 'sealedTouched' ? 'sealed' : 'badInput', { why: result.refused })
  const { transcript: after } = result
  if (session.actor.role === 'archivist' && movesSealed(before, after, marks.seals))
    throw new Failure('sealed', { why: 'sealedTouched' })
  if (session.actor.role === 'archivist' && isHerVersion(archive, testimony) && !saysTheSame(before, after))
    throw new Failure('herVersion')
  const inOrder = sameOrder(before, after)
  requireNewIds(archive, inOrder ? null : before, marks, after, result.marks)

  const at = session.moment()
  const revision = revisionFor(session, archive, testimony, at, own)
  const here = new Map(after.passages.map((passage) => [passage.id, passage]))
  const changed = before.passages.filter((passage) => {
    const now = here.get(passage.id)
    return now === undefined || !isSamePassage(passage, now)
  })
  keepPast(archive, testimony, revision, before, changed, change.turns !== null && !inOrder)
  writeTranscript(archive, numberOf(archive, testimony), before, after, countWords)
  const rangesChanged = writeMarks(archive, marks, result.marks)
  insertLineage(archive, testimony, revision, change.lineage)
  const gone = new Set(before.passages.flatMap(({ id }) => (here.has(id) ? [] : [id])))
  if (gone.size > 0) {
    moveSections(archive, testimony, newHomes(before, here, gone, change))
    dropFromExcerpts(archive, testimony, gone)
  }
  const soundChanged = rangesChanged || soundsOtherwise(before, here, result.marks)
  const renditions = soundChanged ? deleteRenditions(archive, testimony) : []
  return { kept: { revision, at, marks: result.marks }, renditions }
}

/** `before`: null where the passages and turns are those that there were. */
function requireNewIds(
  archive: WritableArchive,
  before: Transcript | null,
  marks: Marks,
  after: Transcript,
  marksAfter: Marks,
): void {
  const known = new Set<string>()
  const used: string[] = []
  if (before !== null) {
    for (const { id } of [...before.passages, ...before.turns]) known.add(id)
    for (const { id } of [...after.passages, ...after.turns]) used.push(id)
  }
  for (const { id } of rangesOf(marks)) known.add(id)
  for (const { id } of rangesOf(marksAfter)) if (!known.has(id)) used.push(id)
  const fresh = used.filter((id) => !known.has(id))
  if (fresh.length > 0 && isTaken(archive, fresh)) throw new Failure('badInput', { why: 'idTaken' })
}

const rangesOf = ({ labels, redactions, ties }: Marks): Range[] =>
  [...labels, ...redactions, ...ties].flatMap(({ ranges }) => ranges)

/** The number of the revision that a change at `at` belongs to: the last one, or a new one. */
export function revisionFor(
  session: Session,
  archive: WritableArchive,
  testimony: string,
  at: string,
  own: boolean,
): number {
  const last = lastRevision(archive, testimony)
  const { author, authorRole } = authorOf(session.actor)
  const ended =
    own ||
    last.number === 1 ||
    last.author !== author ||
    last.authorRole !== authorRole ||
    last.name !== '' ||
    last.reliedOn ||
    // What she said since the last keep was said of the passages as they were then.
    (lastAnswerAt(archive, testimony) ?? '') >= last.until ||
    closed.get(session)?.get(testimony) === last.number ||
    Date.parse(at) - Date.parse(last.until) > pauseMs ||
    Date.parse(at) - Date.parse(last.at) > longestMs
  if (!ended) {
    prolongRevision(archive, testimony, last.number, at)
    return last.number
  }
  const number = last.number + 1
  insertRevision(archive, testimony, { number, author, authorRole, at, until: at, name: '' })
  if (own) closed.set(session, new Map([...(closed.get(session) ?? []), [testimony, number]]))
  return number
}

/** True where a redaction lies otherwise than before. */
function writeMarks(archive: WritableArchive, before: Marks, after: Marks): boolean {
  const write = (
    kind: RangedMark,
    old: readonly { id: string; ranges: readonly Range[] }[],
    fresh: readonly { id: string; ranges: readonly Range[] }[],
  ): boolean => {
    const was = new Map(old.map(({ id, ranges }) => [id, ranges]))
    let changed = false
    for (const { id, ranges } of fresh) {
      const old = was.get(id)
      if (old !== ranges && writeRanges(archive, kind, id, old ?? [], ranges)) changed = true
    }
    return changed
  }
  write('label', before.labels, after.labels)
  write('tie', before.ties, after.ties)
  return write('redaction', before.redactions, after.redactions)
}

/** For each passage that is gone the one that has its heading now. */
function newHomes(
  before: Transcript,
  here: ReadonlyMap<string, Passage>,
  gone: ReadonlySet<string>,
  { lineage }: Change,
): Map<string, string> {
  const homes = new Map<string, string>()
  for (const id of gone) {
    let into: string | undefined = id
    for (const seen = new Set<string>(); into !== undefined && !here.has(into) && !seen.has(into);) {
      seen.add(into)
      const at: string = into
      into = lineage.findLast(({ kind, other }) => kind === 'join' && other === at)?.passage
    }
    const at = before.passages.findIndex((passage) => passage.id === id)
    const left = (passage: Passage) => here.has(passage.id)
    const home =
      into !== undefined && here.has(into)
        ? into
        : (before.passages.slice(at).find(left) ?? before.passages.slice(0, at).findLast(left))?.id
    if (home !== undefined) homes.set(id, home)
  }
  return homes
}

/** Whether what is heard for any reach may be another: times, or the words that times of taken-out words are found by. */
function soundsOtherwise(before: Transcript, here: ReadonlyMap<string, Passage>, { redactions }: Marks): boolean {
  const hidden = new Set(redactions.flatMap(({ ranges }) => ranges.map(({ passage }) => passage)))
  const touched = touchedPassages(before, { ...before, passages: [...here.values()] })
  const old = new Map(before.passages.map((passage) => [passage.id, passage]))
  const ids = new Set([...old.keys(), ...here.keys()])
  return [...ids].some((id) => {
    const was = old.get(id)
    const is = here.get(id)
    if (was !== undefined && was === is) return false
    if (was === undefined || is === undefined) return (was ?? is)?.recording !== null
    const timed = was.recording === is.recording && was.startMs === is.startMs && was.endMs === is.endMs
    return !timed || (touched.has(id) && hidden.has(id))
  })
}
