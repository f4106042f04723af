// The whole ledger checked: its chain, where it ends, what else noted of it, and every signature.
import { LedgerChain, type CheckedChain, type Place } from '../../../shared/domain/consent/ledger-chain.ts'
import { sha256OfText } from '../sha256.ts'
import type { ReadableArchive } from './archive-database.ts'
import { checkSignature, entryOf } from './ledger.ts'

export interface CheckedLedger extends CheckedChain {
  /** How many say that they are signed with her key; the others are attested. */
  readonly signed: number
  /** How many were erased with their story: where they stood, and nothing of what they said. */
  readonly erased: number
}

const runLength = 1_000

type Values = readonly [
  sequence: number,
  id: string,
  testimony: string,
  narrator: string,
  certainty: 'signed' | 'attested',
  by: string,
  evidence: string,
  at: string,
  kind: string,
  body: string,
  previous: string,
  hash: string,
]

const erasedSql = `SELECT sequence, previous, hash FROM erased_entries WHERE sequence > ? AND sequence <= ? ORDER BY sequence`

const runSql = `SELECT sequence, id, testimony, narrator, certainty, by_whom, evidence, at, kind, body, previous, hash
  FROM ledger WHERE sequence > ? ORDER BY sequence LIMIT ${runLength}`

/**
 * Reads it run by run, telling after each how many entries there were in it, and stops where it is left. NOTE: between
 * two runs the archive may be written in; what is added meanwhile is checked too.
 */
export async function* checkLedger(archive: ReadableArchive): AsyncGenerator<number, CheckedLedger> {
  const chain = new LedgerChain(sha256OfText)
  let signed = 0
  let erased = 0
  let last = 0
  const erasedUntil = (until: number) => archive.lists<readonly [number, string, string]>(erasedSql, [last, until])
  const takeErased = (places: (readonly [number, string, string])[], before: number): void => {
    while ((places[0]?.[0] ?? before) < before) {
      const [sequence = 0, previous = '', hash = ''] = places.shift() ?? []
      chain.takeErased({ sequence, previous, hash })
      erased += 1
    }
  }
  for (;;) {
    const run = archive.lists<Values>(runSql, [last])
    if (run.length === 0) break
    const until = run.at(-1)?.[0] ?? last
    const gone = erasedUntil(until)
    last = until
    for (const values of run) {
      takeErased(gone, values[0])
      const [sequence, id, testimony, narrator, certainty, by, evidence, at, kind, body, previous, hash] = values
      chain.take({ sequence, id, testimony, narrator, certainty, by, evidence, at, kind, body, previous, hash })
      if (certainty !== 'signed') continue
      signed += 1
      if (!isHers(archive, values)) chain.addUnsigned(sequence, id)
    }
    yield run.length
    await new Promise((resolve) => setImmediate(resolve))
  }
  takeErased(erasedUntil(Number.MAX_SAFE_INTEGER), Infinity)
  for (const { sequence, id } of signedThoughAttested(archive)) chain.addUnsigned(sequence, id)
  return { ...chain.end(headOf(archive), movedAnchors(archive)), signed, erased }
}

function isHers(archive: ReadableArchive, values: Values): boolean {
  const [sequence, id, , narrator, certainty, byWhom, evidence, at, , body, previous, hash] = values
  try {
    const row = { sequence, id, narrator, certainty, by_whom: byWhom, evidence, at, body, previous, hash }
    return checkSignature(archive, entryOf(row)) === 'holds'
  } catch {
    return false
  }
}

/** What her key is said to have signed, though the entry says that somebody attested it. NOTE: CROSS JOIN, or SQLite reads the whole ledger once more. */
function signedThoughAttested(archive: ReadableArchive): { sequence: number; id: string }[] {
  return archive.all(
    `SELECT l.sequence, l.id FROM ledger_signatures s CROSS JOIN ledger l ON l.id = s.entry WHERE l.certainty <> 'signed'
     ORDER BY l.sequence`,
  )
}

function headOf(archive: ReadableArchive): Place | null {
  return archive.get<Place>('SELECT sequence, hash FROM ledger_head') ?? null
}

/** What the register noted of the ledger when something was given out, where it does not stand there any more. */
function movedAnchors(archive: ReadableArchive): Place[] {
  return archive.all(
    `SELECT a.sequence, a.hash FROM ledger_anchors a LEFT JOIN ledger l ON l.sequence = a.sequence
     LEFT JOIN erased_entries e ON e.sequence = a.sequence
     WHERE coalesce(l.hash, e.hash) IS NOT a.hash ORDER BY a.sequence`,
  )
}
