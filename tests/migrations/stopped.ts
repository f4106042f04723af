// A migration, stopped at any of its statements: what lies on the disk then is the old archive or the new one, and whichever
// it is, it can be brought up to date with nothing lost.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { openDatabase, type Database } from '../../electron/archive/store/connection.ts'
import { migrate, type Migration } from '../../electron/archive/store/migrate.ts'
import { at } from './golden-content.ts'
import { everyRow, layDownGolden, lostRows } from './golden.ts'

export const schemaOf = (database: Database): string =>
  (database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').raw(true).all() as unknown[][])
    .map((row) => row.join(' '))
    .join('\n')

const versionOf = (database: Database): number => Number(database.pragma('user_version', { simple: true }))

/** Runs SQL one statement at a time; SQLite itself says where one ends. */
function execEach(database: Database, sql: string, step: () => void): void {
  let statement = ''
  for (const piece of sql.split(/(?<=;)/)) {
    statement += piece
    if (!statement.includes(';')) continue
    try {
      database.prepare(statement)
    } catch (error) {
      if (String(error).includes('incomplete input')) continue
      if (String(error).includes('no statements')) continue
      throw error
    }
    step()
    database.exec(statement)
    statement = ''
  }
  if (statement.trim() !== '') database.exec(statement)
}

/** The same database, which tells before every statement. */
function stepping(database: Database, step: () => void): Database {
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (name === 'exec') return (sql: string) => execEach(target, sql, step)
      if (typeof value !== 'function') return value
      return (...args: readonly unknown[]): unknown => {
        if (name === 'prepare' || name === 'pragma' || name === 'transaction') step()
        return Reflect.apply(value, target, args)
      }
    },
  })
}

export interface Stopped {
  readonly name: string
  readonly wrong: readonly string[]
}

/**
 * Brings the golden archive before `version` to it, and looks at what a stop at each statement that `chosen` says yes to
 * would leave. `isBad`: without a transaction, which must never be.
 */
export function stopMigration(
  version: Migration,
  key: Buffer,
  chosen: (statement: number) => boolean,
  isBad = false,
): Stopped[] {
  const index = migrations.indexOf(version)
  const before = migrations[index - 1]
  if (before === undefined) return []
  const base = mkdtempSync(path.join(tmpdir(), 'firsthand-stopped-'))
  const folder = path.join(base, 'archive')
  layDownGolden(before, folder, key)
  const file = path.join(folder, 'archive.db')
  const stops: string[] = []
  try {
    const database = openDatabase(file, key, 'open')
    database.pragma('cache_size = 1') // so that pages go into the log before they are kept
    const [oldRows, oldSchema] = [everyRow(database), schemaOf(database)]
    let statement = 0
    const stop = (): void => {
      statement += 1
      if (!chosen(statement)) return
      const copy = path.join(base, `stop-${statement}`)
      mkdirSync(copy)
      for (const ending of ['', '-wal'])
        if (existsSync(file + ending)) copyFileSync(file + ending, path.join(copy, `archive.db${ending}`))
      stops.push(copy)
    }
    const known = migrations.slice(0, index + 1)
    if (isBad) version.up(stepping(database, stop))
    else migrate(stepping(database, stop), known, at)
    stop()
    const newSchema = schemaOf(database)
    database.close()
    return stops.map((copy) => {
      const name = `${version.name}, ${path.basename(copy)}`
      return { name, wrong: wrongAfter(path.join(copy, 'archive.db'), key, { index, oldRows, oldSchema, newSchema }) }
    })
  } finally {
    rmSync(base, { recursive: true })
  }
}

interface Known {
  readonly index: number
  readonly oldRows: ReturnType<typeof everyRow>
  readonly oldSchema: string
  readonly newSchema: string
}

function wrongAfter(file: string, key: Buffer, { index, oldRows, oldSchema, newSchema }: Known): string[] {
  const database = openDatabase(file, key, 'open')
  try {
    const wrong: string[] = []
    const version = versionOf(database)
    const schema = schemaOf(database)
    if (version !== index && version !== index + 1) wrong.push(`it is of version ${version}`)
    if (schema !== (version === index ? oldSchema : newSchema)) wrong.push('it is neither the old nor the new one')
    wrong.push(...lostRows(oldRows, everyRow(database)))
    migrate(database, migrations, at)
    wrong.push(...lostRows(oldRows, everyRow(database)))
    if (String(database.pragma('integrity_check', { simple: true })) !== 'ok') wrong.push('it is damaged')
    return wrong
  } catch (error) {
    return [String(error)]
  } finally {
    database.close()
  }
}
