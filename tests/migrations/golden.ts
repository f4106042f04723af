// The golden archives: one of every version that the database has had, as that version wrote it. They are never made anew;
// `node tests/migrations/write-golden.ts` adds those of versions that have none.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrations } from '../../electron/archive/migrations/index.ts'
import type { Database } from '../../electron/archive/store/connection.ts'
import type { Migration } from '../../electron/archive/store/migrate.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { passphrase } from '../support/archive.ts'
import { goldenTestimony, goldenTexts, goldenTitle, type GoldenWorld } from './golden-content.ts'
import { unpackPages } from './golden-pages.ts'

export const goldenFolder = path.join(import.meta.dirname, 'golden')
export const goldenFile = ({ name }: Migration): string => path.join(goldenFolder, `${name}.gz`)

/** Versions of which there is one. */
export const goldens: readonly Migration[] = migrations.filter((migration) => existsSync(goldenFile(migration)))

export const goldenWorld = (): GoldenWorld =>
  JSON.parse(readFileSync(path.join(goldenFolder, 'world.json'), 'utf8')) as GoldenWorld

/** The key of all of them. */
export async function goldenKey(): Promise<Buffer> {
  return (await openWithPassphrase(goldenFolder, normalisePassphrase(passphrase))).key
}

/** Lays the archive of a version down in a new folder: its file, both keyrings and its one recording. */
export function layDownGolden(version: Migration, folder: string, key: Buffer): void {
  const media = path.join(folder, 'media')
  mkdirSync(media, { recursive: true })
  writeFileSync(path.join(folder, 'archive.db'), unpackPages(readFileSync(goldenFile(version)), key))
  for (const name of ['keyring', 'keyring.previous'])
    writeFileSync(path.join(folder, name), readFileSync(path.join(goldenFolder, name)))
  const { name } = goldenWorld().media
  writeFileSync(path.join(media, name), readFileSync(path.join(goldenFolder, 'media', name)))
}

/** What of the story is not as it was written, whatever the version. */
export async function wrongWithGolden(client: ArchiveClient): Promise<string[]> {
  const wrong: string[] = []
  const { story } = await client.story.read({ testimony: goldenTestimony })
  if (story.testimony.title !== goldenTitle) wrong.push('its title')
  if (story.passages.map(({ text }) => text).join('\n') !== goldenTexts.join('\n')) wrong.push('its words')
  if (story.narrator.name !== 'Marisol' || story.recordings.length !== 1) wrong.push('its people or its recording')
  const found = await client.shelf.find({ words: 'harbour', language: '', role: 'anyone', count: 10 })
  if (found.total !== 1) wrong.push('its words are not found')
  return wrong
}

type Row = readonly unknown[]
const spelled = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('hex') : value)

/** Every row of every table, but for those that are an index's own or say what was migrated. */
export function everyRow(database: Database): Map<string, { columns: readonly string[]; rows: readonly Row[] }> {
  const names = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'passage_words%'
       AND name <> 'migrations' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return new Map(
    names.map((name) => {
      const all = database.prepare(`SELECT * FROM "${name}"`)
      const rows = all.raw(true).all() as Row[]
      return [name, { columns: all.columns().map((column) => column.name), rows: rows.map((row) => row.map(spelled)) }]
    }),
  )
}

/** What was in some rows and is not in these any more: each row, column by column, where the column is there still. */
export function lostRows(before: ReturnType<typeof everyRow>, after: ReturnType<typeof everyRow>): string[] {
  const lost: string[] = []
  for (const [name, { columns, rows }] of before) {
    const now = after.get(name)
    if (now === undefined) {
      if (rows.length > 0) lost.push(`${name} is gone`)
      continue
    }
    const shared = columns.filter((column) => now.columns.includes(column) && !mayChange.has(`${name}.${column}`))
    const keyOf = (row: Row, from: readonly string[]) =>
      JSON.stringify(shared.map((column) => row[from.indexOf(column)]))
    const there = new Set(now.rows.map((row) => keyOf(row, now.columns)))
    for (const row of rows) if (!there.has(keyOf(row, columns))) lost.push(`${name}: ${JSON.stringify(row)}`)
  }
  return lost
}

/** Forgotten on purpose by a migration, or moved on by an opening. */
const mayChange = new Set(['recordings.peaks', 'archive.latest_moment'])
