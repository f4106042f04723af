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
  type Listed,
} from '../../store/recall-list.ts'

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
