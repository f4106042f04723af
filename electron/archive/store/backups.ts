// What the archive remembers of its backups: where they are, when they were made, when one was tried; and the plan.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface BackupRow {
  readonly id: string
  readonly root: string
  readonly madeAt: string
  readonly bytes: number
  readonly fromMedium: 0 | 1
  readonly checkedAt: string | null
  readonly checkedFromMedium: 0 | 1 | null
}

export interface BackupPlan {
  /** How many backups stay in one place. */
  readonly keep: number
  /** 0: never. */
  readonly remindAfterDays: number
  readonly quietUntil: string | null
}

const columns =
  'id, root, made_at AS madeAt, bytes, from_medium AS fromMedium, checked_at AS checkedAt, checked_from_medium AS checkedFromMedium'
const mostRows = 100

export function insertBackup(archive: WritableArchive, row: BackupRow): void {
  archive.run(
    'INSERT INTO backups (id, root, made_at, bytes, from_medium, checked_at, checked_from_medium) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [row.id, row.root, row.madeAt, row.bytes, row.fromMedium, row.checkedAt, row.checkedFromMedium],
  )
  archive.run('DELETE FROM backups WHERE id NOT IN (SELECT id FROM backups ORDER BY made_at DESC LIMIT ?)', [mostRows])
}

export function backupChecked(archive: WritableArchive, id: string, at: string, fromMedium: boolean): void {
  archive.run('UPDATE backups SET checked_at = ?, checked_from_medium = ? WHERE id = ?', [at, fromMedium ? 1 : 0, id])
}

export function lastBackup(archive: ReadableArchive): BackupRow | null {
  return archive.get<BackupRow>(`SELECT ${columns} FROM backups ORDER BY made_at DESC LIMIT 1`) ?? null
}

export function lastChecked(archive: ReadableArchive): BackupRow | null {
  const sql = `SELECT ${columns} FROM backups WHERE checked_at IS NOT NULL ORDER BY checked_at DESC LIMIT 1`
  return archive.get<BackupRow>(sql) ?? null
}

export function readPlan(archive: ReadableArchive): BackupPlan {
  return archive.get<BackupPlan>(
    'SELECT keep, remind_after_days AS remindAfterDays, quiet_until AS quietUntil FROM backup_plan',
  ) as BackupPlan
}

export function keepPlan(archive: WritableArchive, plan: BackupPlan): void {
  archive.run('UPDATE backup_plan SET keep = ?, remind_after_days = ?, quiet_until = ?', [
    plan.keep,
    plan.remindAfterDays,
    plan.quietUntil,
  ])
}

/** When somebody last wrote, marked, decided, brought something in, gave it out or erased; null in an archive without any. */
export function lastWork(archive: ReadableArchive): string | null {
  return (
    archive.get<{ at: string | null }>(
      `SELECT max(at) AS at FROM (
        SELECT max(max(at), max(until)) AS at FROM revisions UNION ALL SELECT max(at) FROM ledger
        UNION ALL SELECT max(at) FROM mark_steps UNION ALL SELECT max(created_at) FROM media
        UNION ALL SELECT max(at) FROM disclosures UNION ALL SELECT max(at) FROM words_about
        UNION ALL SELECT max(at) FROM suggestions UNION ALL SELECT max(began_at) FROM takes
        UNION ALL SELECT max(at) FROM tombstones)`,
    )?.at ?? null
  )
}
