// The ledger as rows. Triggers in the database itself keep it append-only.
import { canonical } from '../../../shared/domain/canonical.ts'
import { countingAfter, tightened } from '../../../shared/domain/consent/key-ends.ts'
import { decisionHash, type LedgerBody, type LedgerEntry } from '../../../shared/domain/consent/ledger.ts'
import { sha256 } from '../sha256.ts'
import { isSigned } from '../vault/narrator-key.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { keyEndsOf } from './narrator-keys.ts'

export interface LedgerRow {
  sequence: number
  id: string
  narrator: string
  certainty: 'signed' | 'attested'
  by_whom: string
  evidence: string
  at: string
  body: string
  previous: string
  hash: string
}

const columns = 'sequence, id, narrator, certainty, by_whom, evidence, at, body, previous, hash'

export function entryOf(row: LedgerRow): LedgerEntry {
  const { by_whom, evidence, body, ...rest } = row
  return {
    ...rest,
    by: by_whom,
    evidence: JSON.parse(evidence) as LedgerEntry['evidence'],
    body: JSON.parse(body) as LedgerBody,
  }
}

export function readLedger(archive: ReadableArchive, testimony: string): LedgerEntry[] {
  return archive
    .all<LedgerRow>(`SELECT ${columns} FROM ledger WHERE testimony = ? ORDER BY sequence`, [testimony])
    .map(entryOf)
}

/** The whole ledger, one entry at a time. */
export function* everyEntry(archive: ReadableArchive): Generator<LedgerEntry> {
  for (const row of archive.iterate<LedgerRow>(`SELECT ${columns} FROM ledger ORDER BY sequence`)) yield entryOf(row)
}

export function ledgerSize(archive: ReadableArchive): number {
  return archive.get<{ size: number }>('SELECT count(*) AS size FROM ledger')?.size ?? 0
}

/** The place and the hash that the next entry follows, be it one that was erased. */
export function lastEntry(archive: ReadableArchive): { sequence: number; hash: string } | null {
  type Last = { sequence: number; hash: string }
  const last = archive.get<Last>('SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1')
  const erased = archive.get<Last>('SELECT sequence, hash FROM erased_entries ORDER BY sequence DESC LIMIT 1')
  if (last === undefined || erased === undefined) return last ?? erased ?? null
  return last.sequence > erased.sequence ? last : erased
}

/** When something was last answered about a testimony, ISO 8601 UTC; null where nothing was. */
export function lastAnswerAt(archive: ReadableArchive, testimony: string): string | null {
  return (
    archive.get<{ at: string | null }>('SELECT max(at) AS at FROM ledger WHERE testimony = ?', [testimony])?.at ?? null
  )
}

/** NOTE: its JSON is kept as it is hashed, so that the chain can be checked without reading it. */
export function insertEntry(archive: WritableArchive, entry: LedgerEntry): void {
  archive.run(
    'INSERT INTO ledger (sequence, id, testimony, narrator, certainty, by_whom, evidence, at, kind, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      entry.sequence,
      entry.id,
      entry.body.testimony,
      entry.narrator,
      entry.certainty,
      entry.by,
      canonical(entry.evidence),
      entry.at,
      entry.body.kind,
      canonical(entry.body),
      entry.previous,
      entry.hash,
    ],
  )
}

export function insertSignature(archive: WritableArchive, entry: string, key: string, signature: Buffer): void {
  archive.run('INSERT INTO ledger_signatures (entry, key, signature) VALUES (?, ?, ?)', [entry, key, signature])
}

export type SignatureState = 'none' | 'holds' | 'broken'

/** What the archive has found to hold already: neither entries nor signatures ever change while it is open. */
const held = new WeakMap<ReadableArchive, Map<string, string>>()

/** Whether an entry is signed with a key of the narrator whose it is. One that says so and is not is `broken`. */
export function signatureOf(archive: ReadableArchive, entry: LedgerEntry): SignatureState {
  const known = held.get(archive) ?? new Map<string, string>()
  held.set(archive, known)
  const hash = decisionHash(entry, sha256)
  if (known.get(entry.id) === hash) return 'holds'
  const state = checkSignature(archive, entry, hash)
  if (state === 'holds') known.set(entry.id, hash)
  return state
}

/** As `signatureOf`, looked at anew. */
export function checkSignature(
  archive: ReadableArchive,
  entry: LedgerEntry,
  hash = decisionHash(entry, sha256),
): SignatureState {
  const row = archive.get<{ narrator: string; signing: Buffer; ended: number | null; signature: Buffer }>(
    `SELECT k.narrator, k.signing_public AS signing, k.ended_after AS ended, s.signature FROM ledger_signatures s JOIN narrator_keys k ON k.id = s.key
     WHERE s.entry = ?`,
    [entry.id],
  )
  if (row === undefined) return entry.certainty === 'signed' ? 'broken' : 'none'
  const holds =
    entry.certainty === 'signed' &&
    row.narrator === entry.narrator &&
    // NOTE: what a copy of hers brings home later was decided while the key was hers; a sign-off is never brought home.
    (entry.body.kind !== 'signOff' || row.ended === null || entry.sequence <= row.ended) &&
    isSigned(row.signing, 'ledger entry', hash, row.signature)
  return holds ? 'holds' : 'broken'
}

/** What holds something back whatever its signature: word that an event has come, and a no to exact bytes. */
const alwaysCounts: ReadonlySet<LedgerBody['kind']> = new Set(['eventCame', 'signOffRefused'])

/**
 * The entries of a testimony as far as they count: what would let something leave does not where its signature is broken,
 * and a broken yes stands as a no, so that no earlier one takes its place. What holds back always counts, a withdrawal as
 * one: it ends narrower answers too; of a broken word about the mirror, what is stricter in it. After a key of hers has
 * ended, as `countingAfter` says.
 */
export function whatCounts(archive: ReadableArchive, testimony: string): LedgerEntry[] {
  const counting: LedgerEntry[] = []
  for (const entry of readLedger(archive, testimony)) {
    const { body } = entry
    if (alwaysCounts.has(body.kind) || signatureOf(archive, entry) !== 'broken') counting.push(entry)
    else if (body.kind === 'mirror') counting.push({ ...entry, body: tightened(counting, body) })
    else if (body.kind === 'consent') {
      const answer = body.answer === 'withdrawn' ? 'withdrawn' : 'no'
      counting.push({ ...entry, body: { ...body, answer } })
    }
  }
  return [...countingAfter(counting, keyEndsOf(archive, narratorIn(archive, testimony)))]
}

function narratorIn(archive: ReadableArchive, testimony: string): string {
  return archive.get<{ narrator: string }>('SELECT narrator FROM testimonies WHERE id = ?', [testimony])?.narrator ?? ''
}
