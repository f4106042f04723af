// Recalls and their steps as rows. Triggers in the database itself keep them append-only.
import type { RecallStep } from '../../../shared/domain/given-out/recall.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import type { GivenFile } from './register.ts'

export interface Recall {
  readonly id: string
  readonly disclosure: string
  /** Ids of the passages that are called back. */
  readonly passages: readonly string[]
  /** Of the hashes in its file. */
  readonly salt: Buffer
  readonly at: string
  readonly by: string
}

export interface KeptStep extends RecallStep {
  readonly recall: string
  readonly files: readonly GivenFile[]
}

interface RecallRow {
  id: string
  disclosure: string
  passages: string
  salt: Buffer
  at: string
  by_whom: string
}

interface StepRow {
  recall: string
  kind: RecallStep['kind']
  on_day: string
  by_whom: string
  note: string
  files: string
  at: string
}

const columns = 'id, disclosure, passages, salt, at, by_whom'

function recallOf({ by_whom, passages, ...row }: RecallRow): Recall {
  return { ...row, passages: JSON.parse(passages) as string[], by: by_whom }
}

function stepOf({ recall, kind, on_day, by_whom, note, files, at }: StepRow): KeptStep {
  return { recall, kind, on: on_day, by: by_whom, note, files: JSON.parse(files) as GivenFile[], at }
}

/** In the order in which they were begun. */
export function recallsOf(archive: ReadableArchive, disclosure: string): Recall[] {
  return archive
    .all<RecallRow>(`SELECT ${columns} FROM recalls WHERE disclosure = ? ORDER BY rowid`, [disclosure])
    .map(recallOf)
}

export function stepsOf(archive: ReadableArchive, disclosure: string): KeptStep[] {
  return archive
    .all<StepRow>(
      `SELECT recall, kind, on_day, s.by_whom, note, files, s.at FROM recall_steps s
       JOIN recalls r ON r.id = s.recall WHERE r.disclosure = ? ORDER BY s.sequence`,
      [disclosure],
    )
    .map(stepOf)
}

export function insertRecall(archive: WritableArchive, { id, disclosure, passages, salt, at, by }: Recall): void {
  archive.run(`INSERT INTO recalls (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, [
    id,
    disclosure,
    JSON.stringify(passages),
    salt,
    at,
    by,
  ])
}

export function insertStep(archive: WritableArchive, { recall, kind, on, by, note, files, at }: KeptStep): void {
  archive.run(
    'INSERT INTO recall_steps (recall, kind, on_day, by_whom, note, files, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [recall, kind, on, by, note, JSON.stringify(files), at],
  )
}

/** The secret that every reference's key comes from; null where none was made yet. */
export function recallSecret(archive: ReadableArchive): Buffer | null {
  return archive.get<{ secret: Buffer }>('SELECT secret FROM recall_key')?.secret ?? null
}

export function insertRecallSecret(archive: WritableArchive, secret: Buffer, at: string): void {
  archive.run('INSERT INTO recall_key (one, secret, created_at) VALUES (1, ?, ?)', [secret, at])
}
