// A database of a test's own, with its key, in a folder of its own.
import path from 'node:path'
import { openDatabase, type Database } from '../../electron/archive/store/connection.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { temporaryFolder } from './temporary-folder.ts'

interface NewDatabase {
  readonly folder: string
  readonly file: string
  readonly key: Buffer
  readonly database: Database
  readonly open: () => Database
}

export function newDatabase(): NewDatabase {
  const folder = temporaryFolder()
  const file = path.join(folder, 'archive.db')
  const key = systemRandom(32)
  const database = openDatabase(file, key, 'create')
  return { folder, file, key, database, open: () => openDatabase(file, key, 'open') }
}
