// Everything that is called back, by us and by others, ready to be asked of what somebody brings in.
import {
  allTogether,
  findAgain,
  readyToCompare,
  type Called,
  type EveryRecall,
} from '../../../../shared/domain/given-out/called-back.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { recallFile } from '../../../../shared/formats/recall.ts'
import type { Session } from '../../session.ts'
import { printsGiven } from '../../store/prints.ts'
import { listDisclosures } from '../../store/register.ts'
import { liftedNow, listListed, type Listed } from '../../store/recall-list.ts'
import { closedInTestimony } from './closed.ts'
import { printOf } from './given-prints.ts'
import { saltedWith } from './recall-file.ts'
import { askedBack, standingOf } from './state.ts'

/** Which recall it is: a row of our own register, or one of the list. */
export interface CalledBackBy {
  readonly kind: 'own' | 'listed'
  readonly id: string
  readonly reference: string
}

interface Known extends CalledBackBy {
  readonly files: ReadonlySet<string>
  readonly called: Called
}

/** All of them, in one order. */
export interface KnownRecalls {
  readonly list: readonly Known[]
  readonly every: EveryRecall
}

// NOTE: these are the same in every folder that is given out.
const sameInAll: ReadonlySet<string> = new Set(['style.css', 'lunr.js', 'search.js', 'licences.txt'])

function* ownRecalls(session: Session, lifted: ReadonlySet<string>): Generator<void, Known[]> {
  const found: Known[] = []
  for (const [testimony, rows] of Map.groupBy(listDisclosures(session.database), (row) => row.testimony)) {
    const ask = closedInTestimony(session, testimony)
    yield
    for (const row of rows.filter(({ id }) => !lifted.has(id))) {
      const standing = standingOf(session, row, ask(row))
      // What ended as agreed counts once it is asked back.
      const back = standing.closed.length > 0 || standing.recalls.length > 0 ? new Set(askedBack(standing)) : new Set()
      if (back.size === 0) continue
      const spans = printsGiven(session.database, row.id).flatMap(({ passage, prints }) =>
        prints !== null && back.has(passage) ? [prints] : [],
      )
      const files = new Set(row.files.filter(({ path }) => !sameInAll.has(path)).map(({ sha256 }) => sha256))
      found.push({ kind: 'own', id: row.id, reference: row.excerpt, files, called: readyToCompare(spans, null) })
      yield
    }
  }
  return found
}

function knownFrom({ id, file }: Listed): Known {
  const { reference, files, spans, salt } = recallFile.parse(JSON.parse(file))
  const called = readyToCompare(spans, saltedWith(Buffer.from(salt, 'hex')))
  return { kind: 'listed', id, reference, files: new Set(files), called }
}

function* listedRecalls({ database }: Session, lifted: ReadonlySet<string>): Generator<void, Known[]> {
  const found: Known[] = []
  for (const listed of listListed(database)) {
    if (!lifted.has(listed.id)) found.push(knownFrom(listed))
    yield
  }
  return found
}

/** One of the list by itself, to look for. Throws Failure notFound. */
export function* listedAlone({ database }: Session, id: string): Generator<void, EveryRecall> {
  const listed = listListed(database).find((one) => one.id === id)
  if (listed === undefined) throw new Failure('notFound')
  return yield* allTogether([knownFrom(listed).called])
}

/** What changes whenever what is called back may have. */
function stateOf({ database }: Session): string {
  return JSON.stringify(
    database.get(
      `SELECT (SELECT max(sequence) FROM ledger) AS ledger, (SELECT max(sequence) FROM disclosures) AS register,
         (SELECT max(sequence) FROM lineage) AS lineage, (SELECT count(*) || max(at) FROM seals) AS seals,
         (SELECT max(sequence) FROM recall_steps) AS steps, (SELECT max(sequence) FROM recall_lifts) AS lifts,
         (SELECT count(*) FROM recall_list) AS listed, (SELECT count(*) FROM tombstones) AS erased`,
    ),
  )
}

const kept = new WeakMap<Session, { readonly state: string; readonly known: KnownRecalls }>()

/** The same, until something of it changes. Done in pieces, as all the rest here. */
export function* knownRecalls(session: Session): Generator<void, KnownRecalls> {
  const state = stateOf(session)
  const last = kept.get(session)
  if (last?.state === state) return last.known
  const lifted = liftedNow(session.database)
  const list = [...(yield* ownRecalls(session, lifted)), ...(yield* listedRecalls(session, lifted))]
  const known = { list, every: yield* allTogether(list.map(({ called }) => called)) }
  kept.set(session, { state, known })
  return known
}

function shown({ kind, id, reference }: CalledBackBy): CalledBackBy {
  return { kind, id, reference }
}

/** The recall that names one of these files; null where none does. `files`: SHA-256 (hex) as they were handed over. */
export function fileCalledBackBy({ list }: KnownRecalls, files: readonly string[]): CalledBackBy | null {
  const found = list.find((one) => files.some((sha256) => one.files.has(sha256)))
  return found === undefined ? null : shown(found)
}

/** The recall that speaks against these words as they stand; null where none does. */
export function* wordsCalledBackBy(
  { list, every }: KnownRecalls,
  passages: readonly string[],
): Generator<void, CalledBackBy | null> {
  const found = yield* findAgain(every, passages, printOf)
  const by = found === null ? undefined : list[found.recall]
  return by === undefined ? null : shown(by)
}
