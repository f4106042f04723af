// How it stands with each row of the register: what is closed in it, and what has come of calling it back.
import { Failure } from '../../../../shared/contract/failure.ts'
import { recallState, type RecallState } from '../../../../shared/domain/given-out/recall.ts'
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
}

export function standingOf({ database }: Session, disclosure: Disclosure, closedIn: ClosedIn): Standing {
  const recalls = recallsOf(database, disclosure.id)
  const steps = stepsOf(database, disclosure.id)
  const calledBack = new Set(recalls.flatMap(({ passages }) => passages))
  const open = [...closedIn.closed, ...closedIn.ended].map(({ given }) => given.passage)
  // What ended as agreed is owed nothing, but stays called back where it was.
  const closed = [
    ...closedIn.closed.map(({ given }) => given.passage),
    ...open.filter((passage) => calledBack.has(passage)),
  ]
  return { ...closedIn, disclosure, recalls, steps, state: recallState(closed, calledBack, steps) }
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

/** What is asked back: what was called back and is still closed, and what is closed and not called back yet. */
export function askedBack({ closed, ended, recalls }: Standing): string[] {
  const calledBack = new Set(recalls.flatMap(({ passages }) => passages))
  const isAsked = (passage: string) => calledBack.has(passage)
  return [
    ...closed.map(({ given }) => given.passage),
    ...ended.map(({ given }) => given.passage).filter((passage) => recalls.length === 0 || isAsked(passage)),
  ]
}

/**
 * Begins a recall where one is owed, or asked for of what has ended as agreed; gives the one that steps belong to.
 * Throws Failure nothingOwed.
 */
export function begun(session: Session, archive: WritableArchive, standing: Standing, by: string): Recall {
  const { disclosure, recalls, state } = standing
  const passages = askedBack(standing)
  if (passages.length === 0) throw new Failure('nothingOwed')
  const last = recalls.at(-1)
  if (last !== undefined && state !== 'owed' && state !== 'openAgain' && state !== 'letBe') return last
  const recall: Recall = {
    id: session.newId(),
    disclosure: disclosure.id,
    passages,
    salt: Buffer.from(session.surroundings.random(32)),
    at: session.moment(),
    by,
  }
  insertRecall(archive, recall)
  insertStep(archive, stepNow(session, recall.id, { kind: 'begun', by }))
  return recall
}

export function stepNow(
  session: Session,
  recall: string,
  step: Pick<KeptStep, 'kind' | 'by'> & Partial<Pick<KeptStep, 'on' | 'note' | 'files'>>,
): KeptStep {
  return { recall, on: today(session), note: '', files: [], at: session.moment(), ...step }
}
