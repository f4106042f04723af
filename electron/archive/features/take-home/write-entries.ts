// What she decided in her copy, appended to the ledger here.
//
// An entry keeps its id, its time, its body and her signature, and gets a place in the chain of this ledger: the signature
// is made over the entry without its place (`decisionHash`), so it is checked here as it would be there. After them
// stands again what was closed here since the copy was taken and would be opened by them; see take-home-consent.ts.
import { Failure } from '../../../../shared/contract/failure.ts'
import { throughSections } from '../../../../shared/domain/consent/lineage.ts'
import { isAnswer } from '../../../../shared/domain/consent/effective-answer.ts'
import { isLoosened } from '../../../../shared/domain/mirror/her-line.ts'
import {
  appended,
  decisionHash,
  type LedgerBody,
  type LedgerEntry,
  type MirrorBody,
} from '../../../../shared/domain/consent/ledger.ts'
import { toSayAgain } from '../../../../shared/domain/take-home/consent.ts'
import type { Merged } from '../../../../shared/domain/take-home/take-home.ts'
import type { Lineage } from '../../../../shared/domain/writing/writing.ts'
import type { Decisions } from '../../../../shared/formats/decisions.ts'
import type { Session } from '../../session.ts'
import { sha256 } from '../../sha256.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { readSections } from '../../store/beside.ts'
import { insertEntry, insertSignature, lastEntry, readLedger, whatCounts } from '../../store/ledger.ts'
import { readLineage } from '../../store/lineage.ts'
import { timesUsed } from '../consent/index.ts'

type Fresh = Omit<LedgerEntry, 'sequence' | 'previous' | 'hash'>

function append(archive: WritableArchive, entry: Fresh): LedgerEntry {
  const chained = appended(lastEntry(archive), entry, sha256)
  insertEntry(archive, chained)
  return chained
}

/** @param splitHere splits that came about here since the copy was taken. Throws Failure notHerFile where an id is in use here for something else. */
export function writeEntries(
  session: Session,
  archive: WritableArchive,
  { entries, key, takenAt }: Decisions,
  merged: ReadonlyMap<string, Merged>,
  splitHere: readonly Lineage[],
): void {
  const testimonies = [...new Set(entries.map(({ body }) => body.testimony))]
  const before = new Map(testimonies.map((testimony) => [testimony, whatCounts(archive, testimony)]))
  const brought: LedgerEntry[] = []
  for (const { signature, ...entry } of entries) {
    const kept = readLedger(archive, entry.body.testimony).find(({ id }) => id === entry.id)
    if (kept !== undefined) {
      if (decisionHash(kept, sha256) !== decisionHash(entry, sha256)) throw new Failure('notHerFile')
      continue
    }
    if (archive.get('SELECT 1 FROM ledger WHERE id = ?', [entry.id]) !== undefined) throw new Failure('notHerFile')
    brought.push(append(archive, entry))
    insertSignature(archive, entry.id, key, Buffer.from(signature, 'hex'))
    // NOTE: dated ahead, it would not be said of the halves when its passages are split here later.
    const isAhead = entry.at > session.moment()
    const splits = isAhead ? readLineage(archive, entry.body.testimony) : splitHere
    const standIn = closedHere(entry.body, merged.get(entry.body.testimony)?.standIns, splits, isAhead)
    if (standIn !== null) brought.push(append(archive, attested(session, entry, standIn)))
  }
  for (const testimony of testimonies) {
    const passages = (merged.get(testimony)?.state.passages ?? []).map(({ id }) => id)
    const lineage = readLineage(archive, testimony)
    const now = { lineage, living: new Set(passages), sections: readSections(archive, testimony) }
    const again = toSayAgain(
      throughSections((before.get(testimony) ?? []).filter(isAnswer), now),
      ({ at }) => at >= takenAt,
      brought.filter((entry) => entry.body.testimony === testimony).filter(isAnswer),
      passages,
      session.moment(),
      timesUsed(session, testimony),
    )
    for (const entry of again) append(archive, attested(session, entry, entry.body))
    const here = before.get(testimony)?.findLast(({ at, body }) => at >= takenAt && body.kind === 'mirror')
    const line = stricterLine(here?.body, brought.findLast(({ body }) => isLineOf(body, testimony))?.body)
    if (here !== undefined && line !== null) append(archive, attested(session, here, line))
  }
}

const isLineOf = (body: LedgerBody, testimony: string): boolean =>
  body.kind === 'mirror' && body.testimony === testimony

/** What both lines ask, where the one brought asks less than the one drawn here meanwhile; null where it does not. */
function stricterLine(here: LedgerBody | undefined, brought: LedgerBody | undefined): MirrorBody | null {
  if (here?.kind !== 'mirror' || brought?.kind !== 'mirror' || !isLoosened(here, brought)) return null
  const threshold = Math.max(here.threshold ?? 0, brought.threshold ?? 0)
  return { ...here, threshold: threshold === 0 ? null : threshold, toReader: here.toReader && brought.toReader }
}

/** In her own words or on paper as before; who wrote it down here says so. */
function attested(session: Session, { narrator, evidence }: Fresh, body: LedgerBody): Fresh {
  return {
    id: session.newId(),
    narrator,
    certainty: 'attested',
    by: session.actor.name,
    evidence,
    at: session.moment(),
    body,
  }
}

/**
 * A no for passages that only her copy has (where what stands here stays) is one for the passages that hold their words,
 * and one for a passage that was whole in her copy is one for all that it was split into here. Null where it already is,
 * or opens.
 */
function closedHere(
  body: LedgerBody,
  standIns: ReadonlyMap<string, readonly string[]> | undefined,
  splits: readonly Lineage[],
  again: boolean,
): LedgerBody | null {
  if (body.kind !== 'consent' || body.scope.kind === 'testimony' || body.answer === 'yes') return null
  const named = new Set(body.scope.passages)
  const halves = new Set(named)
  for (const { kind, passage, other } of splits) if (kind === 'split' && halves.has(passage)) halves.add(other)
  const instead = [
    ...body.scope.passages.flatMap((passage) => standIns?.get(passage) ?? []),
    ...[...halves].filter((passage) => again || !named.has(passage)),
  ]
  if (instead.length === 0) return null
  return { ...body, scope: { kind: 'passages', passages: [...new Set(instead)] } }
}
