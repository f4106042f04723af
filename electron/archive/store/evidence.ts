// Files of evidence as rows; their bytes lie among the media. An answer names one by its id and its SHA-256.
import type { EvidenceFile } from '../../../shared/domain/consent/ledger.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface KeptEvidence extends EvidenceFile {
  readonly media: string
  readonly type: string
  readonly size: number
  readonly at: string
}

/** NOTE: an entry whose JSON was spoilt must not keep all others from being read. */
const json = (column: string) => `CASE WHEN json_valid(g.${column}) THEN g.${column} ELSE '{}' END`
/** Every file that an answer names. */
const namedSql = `SELECT g.testimony, f.value ->> 'id' AS file, f.value ->> 'sha256' AS sha256
    FROM ledger g, json_each(${json('evidence')}, '$.files') f WHERE instr(g.evidence, '"files"') > 0
  UNION ALL SELECT g.testimony, ${json('body')} ->> '$.teachBack.file.id', ${json('body')} ->> '$.teachBack.file.sha256'
    FROM ledger g WHERE instr(g.body, '"teachBack"') > 0 AND ${json('body')} ->> '$.teachBack.file.id' IS NOT NULL`

export function insertEvidence(
  archive: WritableArchive,
  testimony: string,
  { id, media, at }: Pick<KeptEvidence, 'id' | 'media' | 'at'>,
): void {
  archive.run('INSERT INTO evidence_files (id, testimony, media, at) VALUES (?, ?, ?, ?)', [id, testimony, media, at])
}

/** In the order in which they came; `named`: an answer relies on it. */
export function listEvidence(
  archive: ReadableArchive,
  testimony: string,
): (KeptEvidence & { readonly named: boolean })[] {
  return archive
    .all<KeptEvidence & { named: 0 | 1 }>(
      `WITH named AS (${namedSql})
       SELECT e.id, e.media, e.at, m.sha256, m.type, m.size,
         EXISTS (SELECT 1 FROM named n WHERE n.testimony = e.testimony AND n.file = e.id) AS named
       FROM evidence_files e JOIN media m ON m.name = e.media WHERE e.testimony = ? ORDER BY e.at, e.id`,
      [testimony],
    )
    .map((row) => ({ ...row, named: row.named === 1 }))
}

/** Whether there is such a file for this testimony, with these bytes. */
export function isEvidence(archive: ReadableArchive, testimony: string, { id, sha256 }: EvidenceFile): boolean {
  return (
    archive.get(
      `SELECT 1 FROM evidence_files e JOIN media m ON m.name = e.media
       WHERE e.id = ? AND e.testimony = ? AND m.sha256 = ?`,
      [id, testimony, sha256],
    ) !== undefined
  )
}

/** Its row and its media's are gone; gives the name of the file to delete. */
export function deleteEvidence(archive: WritableArchive, id: string): string | null {
  const row = archive.get<{ media: string }>('SELECT media FROM evidence_files WHERE id = ?', [id])
  if (row === undefined) return null
  archive.run('DELETE FROM evidence_files WHERE id = ?', [id])
  archive.run('DELETE FROM media WHERE name = ?', [row.media])
  return row.media
}

/** Files that were finished and that no answer came to name. */
export function unnamedEvidence(archive: ReadableArchive): string[] {
  return archive
    .all<{ id: string }>(
      `WITH named AS (${namedSql})
       SELECT e.id FROM evidence_files e
       WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n.testimony = e.testimony AND n.file = e.id)`,
    )
    .map(({ id }) => id)
}

/** For the invariants: files that an answer names and that are not there, or are others. */
export const evidenceMissingSql = `SELECT count(*) AS broken FROM (${namedSql}) n WHERE NOT EXISTS (
  SELECT 1 FROM evidence_files e JOIN media m ON m.name = e.media
  WHERE e.id = n.file AND e.testimony = n.testimony AND m.sha256 = n.sha256)`
