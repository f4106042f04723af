// The invariants of the domain, asked of the rows: how many break each. Used by tests and by "check this archive".
import { readdir } from 'node:fs/promises'
import { mediaFolder } from '../files/media.ts'
import { isNamedTakeFile } from '../files/take-names.ts'
import type { ReadableArchive } from './archive-database.ts'
import { evidenceMissingSql } from './evidence.ts'
import { passagesAt } from './revisions.ts'
import { filesForHerAlone } from './sealed-sound.ts'
import { mostPassages } from './story-size.ts'
import { takeFiles } from './takes.ts'

const broken = {
  passageWithoutTestimony: `SELECT count(*) AS broken FROM passages p WHERE NOT EXISTS (SELECT 1 FROM testimonies t WHERE t.number = p.place / ${mostPassages})
    OR NOT EXISTS (SELECT 1 FROM turns u WHERE u.place = p.turn_place AND u.place / ${mostPassages} = p.place / ${mostPassages})`,
  pastBroken: `SELECT (SELECT count(*) FROM past_passages p WHERE p.until >= (SELECT coalesce(max(number), 0) FROM revisions r WHERE r.testimony = p.testimony))
    + (SELECT count(*) FROM past_orders o WHERE NOT json_valid(o.turns)
      OR o.until >= (SELECT coalesce(max(number), 0) FROM revisions r WHERE r.testimony = o.testimony)) AS broken`,
  sectionWithoutPassage: `SELECT count(*) AS broken FROM sections s WHERE NOT EXISTS (SELECT 1 FROM passages p JOIN testimonies t ON t.number = p.place / ${mostPassages}
    WHERE p.id = s.passage AND t.id = s.testimony)`,
  sealedInTheOpen: `SELECT count(*) AS broken FROM seals s WHERE
    EXISTS (SELECT 1 FROM passages p LEFT JOIN passage_words_docsize d ON d.id = p.place
      WHERE p.id = s.passage AND (p.text <> '' OR p.words <> 0 OR p.word_times <> '[]' OR hex(d.sz) NOT IN ('', '00')))
    OR NOT EXISTS (SELECT 1 FROM passages p WHERE p.id = s.passage)
    OR EXISTS (SELECT 1 FROM past_passages q WHERE q.testimony = s.testimony AND q.passage = s.passage)
    OR EXISTS (SELECT 1 FROM ranges r WHERE r.passage = s.passage AND r.quote <> '')
    OR EXISTS (SELECT 1 FROM suggestions g WHERE g.passage = s.passage)
    OR EXISTS (SELECT 1 FROM readings a WHERE a.passage = s.passage)
    OR EXISTS (SELECT 1 FROM spoken_answers a JOIN narrator_keys k ON k.id = s.key
      WHERE a.passage = s.passage AND k.wrapped IS NOT NULL)
    OR EXISTS (SELECT 1 FROM machine_draft_passages m JOIN machine_drafts d ON d.id = m.draft JOIN passages p ON p.id = s.passage
      WHERE (m.passage = s.passage OR (d.recording = p.recording AND m.start_ms < p.end_ms AND m.end_ms > p.start_ms))
        AND (m.text <> '' OR m.word_times <> '[]'))`,
  evidenceMissing: evidenceMissingSql,
  searchOutOfStep: `SELECT (SELECT count(*) FROM passages p WHERE NOT EXISTS (SELECT 1 FROM passage_words_docsize d WHERE d.id = p.place))
    + (SELECT count(*) FROM passage_words_docsize d WHERE NOT EXISTS (SELECT 1 FROM passages p WHERE p.place = d.id)) AS broken`,
  erasedStillThere: `SELECT count(*) AS broken FROM tombstones s WHERE
    (s.kind = 'passage' AND (EXISTS (SELECT 1 FROM passages p WHERE p.id = s.target)
      OR EXISTS (SELECT 1 FROM past_passages q WHERE q.testimony = s.within AND q.passage = s.target)
      OR EXISTS (SELECT 1 FROM ranges r WHERE r.passage = s.target) OR EXISTS (SELECT 1 FROM seals e WHERE e.passage = s.target)))
    OR (s.kind = 'testimony' AND (EXISTS (SELECT 1 FROM testimonies t WHERE t.id = s.target)
      OR EXISTS (SELECT 1 FROM ledger l WHERE l.testimony = s.target)))
    OR (s.kind = 'narrator' AND EXISTS (SELECT 1 FROM narrators n WHERE n.id = s.target))
    OR (s.kind = 'recording' AND EXISTS (SELECT 1 FROM recordings r WHERE r.id = s.target))`,
} as const

const counted = {
  rangeOutsidePassage: rangesOutside,
  tieNotWhole: tiesNotWhole,
  disclosurePassageUnknown: unknownPassages,
} as const

export type RowRule = keyof typeof broken | keyof typeof counted

export const rowRules = [...Object.keys(broken), ...Object.keys(counted)] as readonly RowRule[]

export function countBroken(archive: ReadableArchive, rule: RowRule): number {
  if (rule in counted) return counted[rule as keyof typeof counted](archive)
  return archive.get<{ broken: number }>(broken[rule as keyof typeof broken])?.broken ?? 0
}

interface RangeRow {
  tie: string | null
  owner: string
  testimony: string
  text: string
  start_at: number
  end_at: number
  quote: string
  unresolved: 0 | 1
}

const rangesSql = `SELECT r.tie, coalesce(l.testimony, d.testimony, i.testimony) AS owner, t.id AS testimony, p.text, r.start_at, r.end_at, r.quote, r.unresolved
  FROM ranges r JOIN passages p ON p.id = r.passage JOIN testimonies t ON t.number = p.place / ${mostPassages}
  LEFT JOIN labels l ON l.id = r.label LEFT JOIN redactions d ON d.id = r.redaction LEFT JOIN ties i ON i.id = r.tie`

/** Ranges that say other words than stand there, run out of their passage, or lie on somebody else's. */
function rangesOutside(archive: ReadableArchive): number {
  let outside = 0
  for (const row of archive.iterate<RangeRow>(rangesSql)) {
    const { text, start_at: start, end_at: end, quote } = row
    const lies = row.unresolved === 1 || (start < end && text.slice(start, end) === quote)
    if (!lies || start > end || end > text.length || row.owner !== row.testimony) outside += 1
  }
  return outside
}

function tiesNotWhole(archive: ReadableArchive): number {
  let parts = 0
  for (const row of archive.iterate<RangeRow>(`${rangesSql} WHERE r.tie IS NOT NULL AND r.unresolved = 0`)) {
    if (row.start_at !== 0 || row.end_at !== row.text.length) parts += 1
  }
  return parts
}

/** Passages that the register says were given out, but that were not there in the revision that it names. */
function unknownPassages(archive: ReadableArchive): number {
  const rows = archive.all<{ testimony: string; revision: number; details: string; known: 0 | 1 }>(
    `SELECT d.testimony, d.revision, d.details, EXISTS (SELECT 1 FROM revisions r WHERE r.testimony = d.testimony AND r.number = d.revision) AS known
     FROM disclosures d`,
  )
  let unknown = 0
  for (const { testimony, revision, details, known } of rows) {
    // Of one that she has had forgotten nothing is kept to compare with.
    if (known === 0) continue
    const there = passagesAt(archive, testimony, revision)
    const { passages } = JSON.parse(details) as { passages: readonly string[] }
    const isErased = (passage: string): boolean =>
      archive.get("SELECT 1 FROM tombstones WHERE kind = 'passage' AND target = ?", [passage]) !== undefined
    unknown += passages.filter((passage) => !there.has(passage) && !isErased(passage)).length
  }
  return unknown
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
export async function strayMediaFiles(
  archive: ReadableArchive,
  folder: string,
  known: ReadonlySet<string>,
): Promise<number> {
  const names = await readdir(mediaFolder(folder)).catch(() => [])
  const takes = takeFiles(archive)
  const offRecord = filesForHerAlone(archive)
  const isNamed = (name: string): boolean => known.has(name) || isNamedTakeFile(name, takes, offRecord)
  return names.filter((name) => !isNamed(name) && !name.endsWith('.part')).length
}
