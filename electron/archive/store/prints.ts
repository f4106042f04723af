// What every passage that was given out is known again by: hashes, kept with the register's row.
import type { Prints } from '../../../shared/domain/given-out/shingles.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

/** Bytes of one hash: the first half of a SHA-256. */
export const printLength = 16

/** One passage as it left: its number there, and where in the sound file (milliseconds). */
export interface GivenPlace {
  readonly number: number
  readonly passage: string
  readonly startMs: number | null
  readonly endMs: number | null
}

/** Its hashes in hex; null where it is too short to be known again. */
export interface GivenPassage extends GivenPlace {
  readonly prints: Prints | null
}

interface PrintRow {
  disclosure: string
  number: number
  passage: string
  start_ms: number | null
  end_ms: number | null
  whole: number | null
  telling: 0 | 1
  runs: Buffer
  sentences: Buffer
}

function runsIn(bytes: Buffer): string[] {
  const text = bytes.toString('hex')
  return Array.from({ length: bytes.length / printLength }, (_, at) =>
    text.slice(at * printLength * 2, (at + 1) * printLength * 2),
  )
}

function passageOf({ number, passage, start_ms, end_ms, whole, telling, runs, sentences }: PrintRow): GivenPassage {
  const prints =
    runs.length === 0 ? null : { runs: runsIn(runs), whole, telling: telling === 1, sentences: runsIn(sentences) }
  return { number, passage, startMs: start_ms, endMs: end_ms, prints }
}

export function insertPrints(archive: WritableArchive, disclosure: string, given: readonly GivenPassage[]): void {
  const insert = archive.repeat(
    'INSERT INTO prints (disclosure, number, passage, start_ms, end_ms, whole, telling, runs, sentences) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { number, passage, startMs, endMs, prints } of given) {
    const runs = Buffer.from((prints?.runs ?? []).join(''), 'hex')
    const sentences = Buffer.from((prints?.sentences ?? []).join(''), 'hex')
    const isTelling = prints?.telling === true ? 1 : 0
    insert([disclosure, number, passage, startMs, endMs, prints?.whole ?? null, isTelling, runs, sentences])
  }
}

/** In the order of the pages. */
export function printsGiven(archive: ReadableArchive, disclosure: string): GivenPassage[] {
  return archive
    .all<PrintRow>(
      'SELECT disclosure, number, passage, start_ms, end_ms, whole, telling, runs, sentences FROM prints WHERE disclosure = ? ORDER BY number',
      [disclosure],
    )
    .map(passageOf)
}

/** The same without the hashes. */
export function placesGiven(archive: ReadableArchive, disclosure: string): GivenPlace[] {
  return archive.all<GivenPlace>(
    'SELECT number, passage, start_ms AS startMs, end_ms AS endMs FROM prints WHERE disclosure = ? ORDER BY number',
    [disclosure],
  )
}
