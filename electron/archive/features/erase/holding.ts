// Which backups hold what is erased, and until when: as they lie where they are, or, where that is not there, as the
// archive remembers them.
import { existsSync } from 'node:fs'
import { listGenerations } from '../../files/backup/medium.ts'
import type { Session } from '../../session.ts'
import { readPlan, type BackupRow } from '../../store/backups.ts'
import type { Meant } from './what.ts'

export interface HoldingBackup {
  readonly root: string
  readonly madeAt: string
  readonly seen: boolean
  /** It goes when so many more were made in the same place. */
  readonly goesAfter: number
}

/** The newest first. What was made before the story came does not hold it. In her session no place is named. */
export async function backupsHolding({ actor, database }: Session, { testimonies }: Meant): Promise<HoldingBackup[]> {
  const since = database.get<{ at: string | null }>(
    'SELECT min(created_at) AS at FROM testimonies WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(testimonies)],
  )?.at
  const holding = (await allBackups(database)).filter(({ madeAt }) => madeAt >= (since ?? ''))
  return actor.role === 'archivist' ? holding : holding.map((backup) => ({ ...backup, root: '' }))
}

async function allBackups(database: Session['database']): Promise<HoldingBackup[]> {
  const { keep } = readPlan(database)
  const rows = database.all<Pick<BackupRow, 'root' | 'madeAt'>>(
    'SELECT root, made_at AS madeAt FROM backups ORDER BY made_at DESC',
  )
  const found: HoldingBackup[] = []
  for (const [root, remembered] of Map.groupBy(rows, (row) => row.root)) {
    const seen = existsSync(root) ? await listGenerations(root).catch(() => []) : []
    const there = seen.flatMap(({ file }) => file?.madeAt ?? [])
    const moments = there.length > 0 ? there : remembered.slice(0, keep).map(({ madeAt }) => madeAt)
    // The newest so many stay: the last of them goes with the next one.
    for (const [at, madeAt] of moments.entries())
      found.push({ root, madeAt, seen: there.length > 0, goesAfter: Math.max(1, keep - at) })
  }
  return found.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))
}
