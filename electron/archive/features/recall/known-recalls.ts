// Everything that is called back, by us and by others, ready to be asked of what somebody brings in.
import { broughtInOf, inCommon, isCalledBack, type BroughtIn } from '../../../../shared/domain/called-back.ts'
import type { Prints } from '../../../../shared/domain/shingles.ts'
import { recallFile } from '../../../../shared/formats/recall.ts'
import type { Session } from '../../session.ts'
import { printsGiven } from '../../store/prints.ts'
import { listDisclosures } from '../../store/register.ts'
import { liftedNow, listListed } from '../../store/recall-list.ts'
import { closedInAll } from './closed.ts'
import { printOf } from './given-prints.ts'
import { salted } from './recall-file.ts'
import { askedBack, standingOf } from './state.ts'

/** Which recall it is: a row of our own register, or one of the list. */
export interface CalledBackBy {
  readonly kind: 'own' | 'listed'
  readonly id: string
  readonly reference: string
}

export interface Known extends CalledBackBy {
  readonly files: ReadonlySet<string>
  readonly spans: readonly Prints[]
  /** Null for our own, whose hashes are not salted. */
  readonly salt: Buffer | null
}

// NOTE: these are the same in every folder that is given out.
const sameInAll: ReadonlySet<string> = new Set(['style.css', 'lunr.js', 'search.js', 'licences.txt'])

function ownRecalls(session: Session, lifted: ReadonlySet<string>): Known[] {
  const rows = listDisclosures(session.database)
  const closedIn = closedInAll(session, rows)
  return rows.flatMap((row) => {
    const closed = closedIn.get(row.id)
    if (closed === undefined || lifted.has(row.id)) return []
    const standing = standingOf(session, row, closed)
    // What ended as agreed counts once it is asked back.
    const back = standing.closed.length > 0 || standing.recalls.length > 0 ? new Set(askedBack(standing)) : new Set()
    if (back.size === 0) return []
    const spans = printsGiven(session.database, row.id).flatMap(({ passage, prints }) =>
      prints !== null && back.has(passage) ? [prints] : [],
    )
    const files = new Set(row.files.filter(({ path }) => !sameInAll.has(path)).map(({ sha256 }) => sha256))
    return [{ kind: 'own' as const, id: row.id, reference: row.excerpt, files, spans, salt: null }]
  })
}

function listedRecalls({ database }: Session, lifted: ReadonlySet<string>): Known[] {
  return listListed(database).flatMap(({ id, file }) => {
    if (lifted.has(id)) return []
    const { reference, files, spans, salt } = recallFile.parse(JSON.parse(file))
    return [{ kind: 'listed' as const, id, reference, files: new Set(files), spans, salt: Buffer.from(salt, 'hex') }]
  })
}

/** What changes whenever what is called back may have. */
function stateOf({ database }: Session): string {
  return JSON.stringify(
    database.get(
      `SELECT (SELECT max(sequence) FROM ledger) AS ledger, (SELECT max(sequence) FROM disclosures) AS register,
         (SELECT max(sequence) FROM lineage) AS lineage, (SELECT count(*) || max(at) FROM seals) AS seals,
         (SELECT max(sequence) FROM recall_steps) AS steps, (SELECT max(sequence) FROM recall_lifts) AS lifts,
         (SELECT count(*) FROM recall_list) AS listed`,
    ),
  )
}

const kept = new WeakMap<Session, { readonly state: string; readonly known: readonly Known[] }>()

/** The same list, until something of it changes. */
export function knownRecalls(session: Session): readonly Known[] {
  const state = stateOf(session)
  const last = kept.get(session)
  if (last?.state === state) return last.known
  const lifted = liftedNow(session.database)
  const known = [...ownRecalls(session, lifted), ...listedRecalls(session, lifted)]
  kept.set(session, { state, known })
  return known
}

function standsIn({ spans, salt }: Known, broughtIn: BroughtIn): boolean {
  const saltedOnce = new Map<ReadonlySet<string>, ReadonlySet<string>>()
  const withSalt = (hashes: ReadonlySet<string>): ReadonlySet<string> => {
    if (salt === null) return hashes
    const known = saltedOnce.get(hashes) ?? new Set([...hashes].map((run) => salted(salt, run)))
    saltedOnce.set(hashes, known)
    return known
  }
  return isCalledBack(inCommon(spans, broughtIn, withSalt))
}

/**
 * The recall that speaks against bringing something in; null where none does.
 *
 * @param files SHA-256 (hex) of the files as they were handed over
 * @param passages its words as they stand
 */
export function calledBackBy(
  known: readonly Known[],
  files: readonly string[],
  passages: readonly string[],
): CalledBackBy | null {
  if (known.length === 0) return null
  const byFile = known.find((one) => files.some((sha256) => one.files.has(sha256)))
  const broughtIn = byFile === undefined && passages.length > 0 ? broughtInOf(passages, printOf) : null
  const found = byFile ?? known.find((one) => broughtIn !== null && standsIn(one, broughtIn))
  return found === undefined ? null : { kind: found.kind, id: found.id, reference: found.reference }
}
