// Each change of a mark is a step; a step that is taken back or done again lays its mark on the words as they are by then.
import { Failure } from '../../../../shared/contract/failure.ts'
import { LayByQuote } from '../../../../shared/domain/marks/lay-by-quote.ts'
import type { Label, Marks, NotTheSame, Range, Redaction, Tie } from '../../../../shared/domain/marks/marks.ts'
import { PassageGroups } from '../../../../shared/domain/marks/passage-groups.ts'
import { nearestLeft } from '../../../../shared/domain/marks/reanchor.ts'
import { findSameWords } from '../../../../shared/domain/words/same-words.ts'
import { overWhole } from '../../../../shared/domain/marks/ties.ts'
import type { ChangedConcept, Session } from '../../session.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import { readLineage } from '../../store/lineage.ts'
import { putNotTheSame } from '../../store/not-the-same.ts'
import { deleteMark, putLabel, putRedaction, putTie, readMarks } from '../../store/marks.ts'
import {
  insertStep,
  nextStep,
  setUndone,
  type MarkStep,
  type Rewrite,
  type StepKind,
  type SteppedMark,
} from '../../store/mark-steps.ts'
import { deleteRenditions } from '../../store/media-rows.ts'
import { orderBefore } from '../../store/revisions.ts'
import { rewrite } from '../../store/rewrites.ts'
import { readStory } from '../../store/stories.ts'
import { isMadeSinceHers } from '../hers-to-decide.ts'
import { removeRenditions } from '../sound/index.ts'

export const marksTouched: readonly ChangedConcept[] = ['marks', 'shelf', 'excerpts']

export type Mark =
  | { kind: 'label'; mark: Label | null }
  | { kind: 'redaction'; mark: Redaction | null }
  | { kind: 'tie'; mark: Tie | null }
  | { kind: 'notTheSame'; mark: NotTheSame | null }

export function putMark(archive: WritableArchive, testimony: string, id: string, { kind, mark }: Mark): void {
  if (mark === null) deleteMark(archive, kind, id)
  else if (kind === 'label') putLabel(archive, testimony, mark)
  else if (kind === 'redaction') putRedaction(archive, testimony, mark)
  else if (kind === 'tie') putTie(archive, testimony, mark)
  else putNotTheSame(archive, testimony, mark)
}

/** Marks as they stand, and whether whoever is at the window can undo and redo: what is hers to decide they cannot. */
export function marksNow(session: Session, testimony: string): { marks: Marks; undo: boolean; redo: boolean } {
  const { database, actor } = session
  const can = (undone: boolean): boolean => {
    const step = nextStep(database, testimony, undone, actor.role)
    return step !== null && mayTake(session, testimony, step, undone)
  }
  return { marks: readMarks(database, testimony), undo: can(false), redo: can(true) }
}

function mayTake(session: Session, testimony: string, step: MarkStep, undone: boolean): boolean {
  // Only a mark that comes back whole is an addition; that a name is somebody else's takes away.
  const weakens =
    step.kind === 'notTheSame'
      ? (undone ? step.after : step.before) !== null
      : (undone ? step.before : step.after) !== null
  return !weakens || isMadeSinceHers(session, testimony, step.sequence)
}

export function markNow(archive: ReadableArchive, testimony: string, kind: StepKind, id: string): SteppedMark | null {
  const { labels, redactions, ties, notTheSame } = readMarks(archive, testimony)
  const marks: readonly SteppedMark[] = { label: labels, redaction: redactions, tie: ties, notTheSame }[kind]
  return marks.find((mark) => mark.id === id) ?? null
}

/** A replacement that says the hidden words hides nothing. Throws Failure replacementTells. */
export function requireHiding(ranges: readonly Range[], replacement: string): void {
  if (ranges.some(({ quote }) => findSameWords(replacement, quote, 0).length > 0)) throw new Failure('replacementTells')
}

/** Puts a mark as a step that can be undone, with the rewriting that belongs to it. */
export function changeMark(
  session: Session,
  testimony: string,
  id: string,
  next: Mark,
  rewrites: readonly Rewrite[] = [],
) {
  const concepts: readonly ChangedConcept[] = rewrites.length > 0 ? [...marksTouched, 'story'] : marksTouched
  // NOTE: in one transaction: no rendition of before may outlive a change of what is taken out.
  const renditions = session.save(concepts, (archive) => {
    const before = markNow(archive, testimony, next.kind, id)
    putMark(archive, testimony, id, next)
    rewrite(archive, testimony, rewrites, session.actor.role)
    const step = { kind: next.kind, mark: id, before, after: next.mark, rewrites, by: session.actor.role }
    insertStep(archive, testimony, step, session.moment())
    return next.kind === 'redaction' ? deleteRenditions(archive, testimony) : []
  })
  removeRenditions(session, renditions)
  return marksNow(session, testimony)
}

/**
 * Undoes the last step of whoever is at the window, or does it again. Failures: nothingToUndo, nothingToRedo;
 * hersToDecide when an archivist would take back what stood when she went through the story.
 */
export function takeStep(session: Session, testimony: string, undone: boolean) {
  const step = nextStep(session.database, testimony, undone, session.actor.role)
  if (step === null) throw new Failure(undone ? 'nothingToRedo' : 'nothingToUndo')
  if (!mayTake(session, testimony, step, undone)) throw new Failure('hersToDecide')
  const concepts: readonly ChangedConcept[] = step.rewrites.length > 0 ? [...marksTouched, 'story'] : marksTouched
  const renditions = session.save(concepts, (archive) => {
    const mark = laidAgain(session, archive, testimony, step, undone)
    putMark(archive, testimony, step.mark, { kind: step.kind, mark } as Mark)
    const rewrites = undone
      ? step.rewrites
      : step.rewrites.map(({ before, after, ...where }) => ({ ...where, before: after, after: before }))
    rewrite(archive, testimony, rewrites, session.actor.role)
    setUndone(archive, step.sequence, !undone)
    return step.kind === 'redaction' ? deleteRenditions(archive, testimony) : []
  })
  removeRenditions(session, renditions)
  return marksNow(session, testimony)
}

/** The mark where it lies on words; null where it does not. */
function onWords(mark: SteppedMark | null): Label | Redaction | Tie | null {
  return mark !== null && 'ranges' in mark ? mark : null
}

/** Ranges that the step did not move lie where the writing since has left them, with all that it has laid beside them. */
function backAgain(
  { kind }: MarkStep,
  target: Label | Redaction | Tie,
  other: Label | Redaction | Tie | null,
  now: Label | Redaction | Tie | null,
  lay: (range: Range) => Range[],
): Range[] {
  const byId = (ranges: readonly Range[] = []) => new Map(ranges.map((range) => [range.id, range]))
  const [targets, others, standing] = [byId(target.ranges), byId(other?.ranges), byId(now?.ranges)]
  const placeOf = ({ startMs: _startMs, endMs: _endMs, ...place }: Range) => JSON.stringify(place)
  let moved = false
  const laid = target.ranges.flatMap((range) => {
    const [was, is] = [others.get(range.id), standing.get(range.id)]
    if (was !== undefined && is !== undefined && placeOf(was) === placeOf(range)) {
      const timed = was.startMs !== range.startMs || was.endMs !== range.endMs
      return [timed ? { ...is, startMs: range.startMs, endMs: range.endMs } : is]
    }
    moved = true
    return lay(range)
  })
  const since = [...standing.values()].filter(({ id }) => !others.has(id) && !targets.has(id))
  return kind === 'redaction' || !moved ? [...laid, ...since] : laid
}

/** The mark that a step goes to, on the words as they are now. What is not found again comes back as a question. */
function laidAgain(
  session: Session,
  archive: WritableArchive,
  testimony: string,
  step: MarkStep,
  undone: boolean,
): SteppedMark | null {
  const stepped = undone ? step.after : step.before
  const target = onWords(stepped)
  if (target === null) return stepped
  const other = onWords(undone ? step.before : step.after)
  const now = onWords(markNow(archive, testimony, step.kind, step.mark))
  // What the step did not move lies where the writing since has left it.
  if (other !== null && now !== null && JSON.stringify(other.ranges) === JSON.stringify(target.ranges))
    return { ...target, ranges: now.ranges }
  const { passages } = readStory(archive, testimony)
  const here = new Map(passages.map((passage) => [passage.id, passage]))
  const sealed = new Set(readMarks(archive, testimony).seals.map(({ passage }) => passage))
  const related = readLineage(archive, testimony)
  const near = (gone: string) => nearestLeft(orderBefore(archive, testimony, gone), here, sealed, gone)
  const laying = new LayByQuote({ passages, related, sealed, near, newId: () => session.newId() })
  if (step.kind !== 'tie')
    return { ...target, ranges: backAgain(step, target, other, now, (range) => laying.range(range)) }
  const groups = new PassageGroups(related)
  const tied = new Map<string, Range>()
  const questions: Range[] = []
  for (const range of target.ranges) {
    const group = groups.of(range.passage)
    const open = passages.filter(
      ({ id }) => !sealed.has(id) && (id === range.passage || (!here.has(range.passage) && groups.of(id) === group)),
    )
    const [first, ...more] = open
    if (first === undefined) questions.push(...laying.range(range))
    else {
      if (!tied.has(first.id)) tied.set(first.id, overWhole(range, first))
      for (const passage of more)
        if (!tied.has(passage.id)) tied.set(passage.id, overWhole({ ...range, id: session.newId() }, passage))
    }
  }
  return { ...target, ranges: [...tied.values(), ...questions] }
}
