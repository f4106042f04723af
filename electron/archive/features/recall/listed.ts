// What others call back: taken in from their signed files, looked at, and taken off the list again by who has a reason.
import { Failure } from '../../../../shared/contract/failure.ts'
import { recallFile } from '../../../../shared/formats/recall.ts'
import { recallKey, readRecallFile } from './recall-file.ts'
import { sha256 } from '../../sha256.ts'
import type { Session } from '../../session.ts'
import {
  insertLift,
  insertListed,
  listedWith,
  listLifts,
  listListed,
  liftedNow,
  type Lift,
  type Listed,
} from '../../store/recall-list.ts'
import type { Disclosure } from '../../store/register.ts'

/** Puts a recall file on the list; gives its id there. Throws Failure recallFileBroken, with nothing of it kept. */
export function takeIn(session: Session, name: string, text: string): string {
  readRecallFile(text)
  const hash = sha256(text)
  const there = listedWith(session.database, hash)
  if (there !== null) return there.id
  const id = session.newId()
  const row: Listed = { id, sha256: hash, name, file: text, at: session.moment(), by: session.actor.name }
  session.save(['givenOut'], (archive) => insertListed(archive, row))
  return id
}

export function shownListed(session: Session) {
  const { database } = session
  const lifted = liftedNow(database)
  const lifts = listLifts(database)
  return listListed(database).map(({ id, name, file, at, by }) => {
    const { reference, givenOutOn, calledBackOn, passages, spans, key } = recallFile.parse(JSON.parse(file))
    const isOurs = database.get('SELECT 1 FROM disclosures WHERE excerpt = ?', [reference]) !== undefined
    return {
      id,
      name,
      reference,
      givenOutOn,
      calledBackOn,
      passages,
      calledBack: spans.map(({ number }) => number),
      key,
      ours: isOurs && recallKey(session, reference) === key,
      at,
      by,
      lifted: lifted.has(id),
      changes: lifts
        .filter(({ what }) => what === id)
        .map(({ lifted: isLifted, note, at: when, by: who }) => ({ lifted: isLifted, note, at: when, by: who })),
    }
  })
}

export interface LiftOf extends Omit<Lift, 'what'> {
  readonly of: 'own' | 'listed'
}

/** Every lifting of what was called back of a row of our register, and of a file about it that is on the list; oldest first. */
export function liftsOf(session: Session, { id, excerpt }: Pick<Disclosure, 'id' | 'excerpt'>): LiftOf[] {
  const { database } = session
  const lifts = listLifts(database)
  if (lifts.length === 0) return []
  // NOTE: anybody can write a file that names the reference; only one that is signed with its key is about it.
  const files = listListed(database).filter(({ file }) => {
    const { reference, key } = recallFile.parse(JSON.parse(file))
    return reference === excerpt && recallKey(session, reference) === key
  })
  const listed = new Set(files.map((one) => one.id))
  return lifts.flatMap(({ what, ...change }): LiftOf[] =>
    what === id ? [{ ...change, of: 'own' }] : listed.has(what) ? [{ ...change, of: 'listed' }] : [],
  )
}

/** Throws Failure notFound. */
export function lift(session: Session, what: string, lifted: boolean, note: string): void {
  const { database } = session
  const there =
    database.get('SELECT 1 FROM recall_list WHERE id = ?', [what]) ??
    database.get('SELECT 1 FROM disclosures WHERE id = ?', [what])
  if (there === undefined) throw new Failure('notFound')
  const row = { what, lifted, note: note.trim(), at: session.moment(), by: session.actor.name }
  session.save(['givenOut'], (archive) => insertLift(archive, row))
}
