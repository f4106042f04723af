// What others have called back, and what does not count any more, as rows.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface Listed {
  readonly id: string
  /** Of the file's bytes, hex. */
  readonly sha256: string
  /** Of the file, as it was handed over. */
  readonly name: string
  readonly file: string
  readonly at: string
  readonly by: string
}

export interface Lift {
  readonly what: string
  readonly lifted: boolean
  readonly note: string
  readonly at: string
  readonly by: string
}

export function listListed(archive: ReadableArchive): Listed[] {
  return archive.all<Listed>('SELECT id, sha256, name, file, at, by_whom AS by FROM recall_list ORDER BY at, id')
}

export function listedWith(archive: ReadableArchive, sha256: string): Listed | null {
  return (
    archive.get<Listed>('SELECT id, sha256, name, file, at, by_whom AS by FROM recall_list WHERE sha256 = ?', [
      sha256,
    ]) ?? null
  )
}

export function insertListed(archive: WritableArchive, { id, sha256, name, file, at, by }: Listed): void {
  archive.run('INSERT INTO recall_list (id, sha256, name, file, at, by_whom) VALUES (?, ?, ?, ?, ?, ?)', [
    id,
    sha256,
    name,
    file,
    at,
    by,
  ])
}

export function insertLift(archive: WritableArchive, { what, lifted, note, at, by }: Lift): void {
  archive.run('INSERT INTO recall_lifts (what, lifted, note, at, by_whom) VALUES (?, ?, ?, ?, ?)', [
    what,
    lifted ? 1 : 0,
    note,
    at,
    by,
  ])
}

/** Every change of mind, in order; the last one of each `what` holds. */
export function listLifts(archive: ReadableArchive): Lift[] {
  return archive
    .all<Omit<Lift, 'lifted'> & { lifted: 0 | 1 }>(
      'SELECT what, lifted, note, at, by_whom AS by FROM recall_lifts ORDER BY sequence',
    )
    .map((lift) => ({ ...lift, lifted: lift.lifted === 1 }))
}

/** What is lifted now. */
export function liftedNow(archive: ReadableArchive): Set<string> {
  const last = new Map(listLifts(archive).map(({ what, lifted }) => [what, lifted]))
  return new Set([...last].flatMap(([what, lifted]) => (lifted ? [what] : [])))
}
