// The invariants of the domain, asked of the rows: how many break each. Used by tests and by "check this archive".
import { readdir } from 'node:fs/promises'
import { mediaFolder } from '../files/media.ts'
import type { ReadableArchive } from './archive-database.ts'
import { mostPassages } from './stories.ts'

const broken = {
  passageWithoutTestimony: `SELECT count(*) AS broken FROM passages p WHERE NOT EXISTS (SELECT 1 FROM testimonies t WHERE t.number = p.place / ${mostPassages})
    OR NOT EXISTS (SELECT 1 FROM turns u WHERE u.place = p.turn_place AND u.place / ${mostPassages} = p.place / ${mostPassages})`,
  // NOTE: SQLite counts code points and offsets count UTF-16 units, which are never fewer; twice as many is the bound here.
  rangeOutsidePassage: `SELECT count(*) AS broken FROM ranges r JOIN passages p ON p.id = r.passage WHERE r.unresolved = 0
    AND (r.start_at >= r.end_at OR instr(p.text, r.quote) = 0 OR r.end_at > 2 * length(p.text))`,
  disclosurePassageUnknown: `SELECT count(*) AS broken FROM disclosures d, json_each(d.details, '$.passages') j
    WHERE NOT EXISTS (SELECT 1 FROM passages p WHERE p.id = j.value)`,
  searchOutOfStep: `SELECT abs((SELECT count(*) FROM passages) - (SELECT count(*) FROM passage_words_docsize)) AS broken`,
} as const

export type RowRule = keyof typeof broken

export function countBroken(archive: ReadableArchive, rule: RowRule): number {
  return archive.get<{ broken: number }>(broken[rule])?.broken ?? 0
}

/** How many complaints SQLite has about its pages; each page's HMAC is checked as it is read. */
export function damagedPages(archive: ReadableArchive): number {
  const rows = archive.all<{ integrity_check: string }>('PRAGMA integrity_check')
  return rows.filter(({ integrity_check: said }) => said !== 'ok').length
}

export function testimonyCount(archive: ReadableArchive): number {
  return archive.get<{ count: number }>('SELECT count(*) AS count FROM testimonies')?.count ?? 0
}

/** Files among the media that no row names. */
export async function strayMediaFiles(folder: string, known: ReadonlySet<string>): Promise<number> {
  const names = await readdir(mediaFolder(folder)).catch(() => [])
  return names.filter((name) => !known.has(name) && !name.endsWith('.part')).length
}
