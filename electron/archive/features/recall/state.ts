// How it stands with each row of the register: what is closed in it, and what has come of calling it back.
import { Failure } from '../../../../shared/contract/failure.ts'
import { recallState, wishes, type RecallState, type Wish } from '../../../../shared/domain/given-out/recall.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { insertRecall, insertStep, recallsOf, stepsOf, type KeptStep, type Recall } from '../../store/recalls.ts'
import { disclosuresOf, type Disclosure } from '../../store/register.ts'
import { closedInTestimony, type ClosedIn } from './closed.ts'

export interface Standing extends ClosedIn {
  readonly disclosure: Disclosure
  readonly recalls: readonly Recall[]
  readonly steps: readonly KeptStep[]
  readonly state: RecallState
  /** What she wants of each passage that a recall of it names. */
  readonly wanted: ReadonlyMap<string, Wish>
}

export function standingOf({ database }: Session, disclosure: Disclosure, closedIn: ClosedIn): Standing {
  const recalls = recallsOf(database, disclosure.id)
  const steps = stepsOf(database, disclosure.id)
  const wanted = wishes(recalls, steps)
  const open = [...closedIn.closed, ...closedIn.ended].map(({ given }) => given.passage)
  // What ended as agreed is owed nothing, but stays called back where it was.
  const closed = [
    ...closedIn.closed.map(({ given }) => given.passage),
    ...open.filter((passage) => wanted.has(passage)),
  ]
  return { ...closedIn, disclosure, recalls, steps, wanted, state: recallState(closed, recalls, steps) }
}

/** Throws Failure notFound. */
export function readStanding(session: Session, id: string): Standing {
  const found = session.database.get<{ testimony: string }>('SELECT testimony FROM disclosures WHERE id = ?', [id])
  const disclosure = disclosuresOf(session.database, found?.testimony ?? '').find((row) => row.id === id)
  if (disclosure === undefined) throw new Failure('notFound')
  return standingOf(session, disclosure, closedInTestimony(session, disclosure.testimony)(disclosure))
}

export function today(session: Session): string {
  return session.moment().slice(0, 10)
}

/** The day on the calendar here, ISO 8601 without a time. */
function dayHere(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/**
 * The first day on which something can have been done or heard of what is asked back: when she took it back, or when it
 * left, where an end came by itself. NOTE: never after today, wherever a clock that was set back stands.
 */
export function firstDay({ surroundings }: Session, { disclosure, closed }: Standing): string {
  const since = closed.map((one) => one.since ?? disclosure.at).toSorted()[0] ?? disclosure.at
  const now = surroundings.now()
  return (
    [since.slice(0, 10), dayHere(new Date(since)), dayHere(now), now.toISOString().slice(0, 10)].toSorted()[0] ?? ''
  )
}

/** What is asked back: what was called back and is still closed, and what is closed and of which nothing was said yet. */
export function askedBack({ closed, ended, recalls, wanted }: Standing): string[] {
  return [
    ...closed.map(({ given }) => given.passage).filter((passage) => wanted.get(passage) !== 'letBe'),
    ...ended
      .map(({ given }) => given.passage)
      .filter((passage) => recalls.length === 0 || wanted.get(passage) === 'askBack'),
  ]
}

/** What is closed, and may stay outside by her word. */
export function letBeIn({ closed, wanted }: Standing): string[] {
  return closed.map(({ given }) => given.passage).filter((passage) => wanted.get(passage) === 'letBe')
}

/**
 * Begins a recall where one is owed, or asked for of what has ended as agreed; gives the one that steps belong to.
 * Throws Failure nothingOwed, also where she lets it be where it is.
 */
export function begun(session: Session, archive: WritableArchive, standing: Standing, by: string): Recall {
  const { recalls, steps, state } = standing
  const passages = askedBack(standing)
  if (passages.length === 0) throw new Failure('nothingOwed')
  const last = recalls.findLast(({ id }) => steps.some(({ recall, kind }) => recall === id && kind !== 'letBe'))
  if (last !== undefined && state !== 'owed' && state !== 'openAgain') return last
  return calledBackNow(session, archive, standing, passages, by)
}

/** A new recall of these passages, begun. */
export function calledBackNow(
  session: Session,
  archive: WritableArchive,
  standing: Standing,
  passages: readonly string[],
  by: string,
): Recall {
  const recall = recallOf(session, standing, passages, by)
  insertRecall(archive, recall)
  insertStep(archive, stepNow(session, recall.id, { kind: 'begun', by }))
  return recall
}

/** These passages may stay where they are. */
export function letBeNow(
  session: Session,
  archive: WritableArchive,
  standing: Standing,
  passages: readonly string[],
  { by, note }: Pick<KeptStep, 'by' | 'note'>,
): void {
  const recall = recallOf(session, standing, passages, by)
  insertRecall(archive, recall)
  insertStep(archive, stepNow(session, recall.id, { kind: 'letBe', by, note }))
}

function recallOf(session: Session, { disclosure }: Standing, passages: readonly string[], by: string): Recall {
  const salt = Buffer.from(session.surroundings.random(32))
  return { id: session.newId(), disclosure: disclosure.id, passages, salt, at: session.moment(), by }
}

export function stepNow(
  session: Session,
  recall: string,
  step: Pick<KeptStep, 'kind' | 'by'> & Partial<Pick<KeptStep, 'on' | 'note' | 'files'>>,
): KeptStep {
  return { recall, on: today(session), note: '', files: [], at: session.moment(), ...step }
}
