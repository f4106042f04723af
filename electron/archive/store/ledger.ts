// The ledger as rows. Triggers in the database itself keep it append-only.
import type { LedgerBody, LedgerEntry } from '../../../shared/domain/ledger.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

interface LedgerRow {
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

function entryOf(row: LedgerRow): LedgerEntry {
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

export function lastEntry(archive: ReadableArchive): { sequence: number; hash: string } | null {
  return (
    archive.get<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1',
    ) ?? null
  )
}

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
      JSON.stringify(entry.evidence),
      entry.at,
      entry.body.kind,
      JSON.stringify(entry.body),
      entry.previous,
      entry.hash,
    ],
  )
}
