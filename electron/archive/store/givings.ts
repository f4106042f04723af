// What is on its way out: the folder it is written to under a hidden name, and whether it is written down already.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

/** `recorded` once what leaves is written down, so that what a crash interrupts is finished, and not taken back. */
export interface Giving {
  readonly id: string
  readonly staged: string
  readonly target: string
  readonly recorded: boolean
}

export function insertGiving(archive: WritableArchive, { id, staged, target }: Omit<Giving, 'recorded'>): void {
  archive.run('INSERT INTO givings (id, staged, target, recorded) VALUES (?, ?, ?, 0)', [id, staged, target])
}

/** In the same transaction as what is written down. */
export function recordGiving(archive: WritableArchive, id: string): void {
  archive.run('UPDATE givings SET recorded = 1 WHERE id = ?', [id])
}

export function listGivings(archive: ReadableArchive): Giving[] {
  return archive
    .all<Omit<Giving, 'recorded'> & { recorded: 0 | 1 }>('SELECT id, staged, target, recorded FROM givings')
    .map((giving) => ({ ...giving, recorded: giving.recorded === 1 }))
}

export function deleteGiving(archive: WritableArchive, id: string): void {
  archive.run('DELETE FROM givings WHERE id = ?', [id])
}
