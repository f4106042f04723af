// What a copy knows of the archive it came from: how things stood when it was taken, so that what she changes since can
// be told from what others change at home.
//
// Her copy's ledger begins anew: a place in the chain at home would tell how many decisions others made. Her entries are
// appended to it in their order, with their ids, times, bodies and signatures as they are; a signature is made over the
// entry without its place in the chain (`decisionHash`), so it holds there and, on its way back, here. What an entry's
// hash was at home is kept in `originals`, for whoever holds both.
import { z } from 'zod'
import { hashesOf, itemsOf, type HerNames, type HerState } from '../../../../shared/domain/take-home/state.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import type { Disclosure } from '../../store/register.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { sha256 } from '../../sha256.ts'

const id = z.string()
const hashes = z.record(z.string(), z.string())
const order = z.array(z.object({ id, speaker: id, passages: z.array(id) }))

const copyBase = z.object({
  version: z.literal(1),
  /** This copy's own id. */
  copy: id,
  /** Ids of the files of decisions that were packed here, in order. */
  packs: z.array(id),
  /** Hashes of how she is named, at the taking and at each packing. */
  names: z.array(z.string()),
  testimonies: z.array(
    z.object({
      testimony: id,
      revision: z.int(),
      /** Numbers of the revisions there were at the taking. */
      revisions: z.array(z.int()),
      orders: z.array(order),
      hashes: z.array(hashes),
      lineages: z.array(z.array(z.object({ kind: z.enum(['split', 'join']), passage: id, other: id, at: z.int() }))),
    }),
  ),
  /** Her ledger entries at the taking, with the hash that each has at home. */
  originals: z.array(z.object({ id, hash: z.string() })),
  /** What of hers had been given out, and to whom, without its number in the register. */
  givenOut: z.array(z.record(z.string(), z.unknown())),
})
export type CopyBase = z.infer<typeof copyBase>

export interface CopyOf {
  readonly archive: string
  readonly narrator: string
  readonly recipient: string
  readonly takenAt: string
  /** The copy's own last ledger entry at the taking; what comes after was decided in the copy. */
  readonly ledgerSequence: number
  readonly base: CopyBase
}

type KeptKnown = CopyBase['testimonies'][number]

/** How a testimony stands, to be compared with later. */
export function standingOf(state: HerState) {
  return {
    order: state.order.map((turn) => ({ ...turn, passages: [...turn.passages] })),
    hashes: hashesOf(itemsOf(state), sha256),
    lineage: [...state.lineage],
  }
}

/** @param revisions numbers of the revisions there are, rising */
export function knownOf(state: HerState, revisions: readonly number[]): KeptKnown {
  const { order: turns, hashes: hashed, lineage } = standingOf(state)
  return {
    testimony: state.id,
    revision: revisions.at(-1) ?? 1,
    revisions: [...revisions],
    orders: [turns],
    hashes: [hashed],
    lineages: [lineage],
  }
}

export function namesHash(names: HerNames): string {
  return sha256(canonical(names))
}

export function givenOutAs({ sequence: _sequence, ...given }: Disclosure): Record<string, unknown> {
  return { ...given }
}

export function insertCopyOf(archive: WritableArchive, row: CopyOf): void {
  archive.run(
    'INSERT INTO copy_of (one, archive, narrator, recipient, taken_at, ledger_sequence, base) VALUES (1, ?, ?, ?, ?, ?, ?)',
    [row.archive, row.narrator, row.recipient, row.takenAt, row.ledgerSequence, JSON.stringify(row.base)],
  )
}

/** Throws Failure notFound where this archive is no copy. */
export function readCopyOf(archive: ReadableArchive): CopyOf {
  const row = archive.get<Omit<CopyOf, 'base'> & { base: string }>(
    'SELECT archive, narrator, recipient, taken_at AS takenAt, ledger_sequence AS ledgerSequence, base FROM copy_of',
  )
  if (row === undefined) throw new Failure('notFound')
  return { ...row, base: copyBase.parse(JSON.parse(row.base)) }
}

export function updateBase(archive: WritableArchive, base: CopyBase): void {
  archive.run('UPDATE copy_of SET base = ?', [JSON.stringify(base)])
}
