// What an enciphered database writes beside itself while it sorts more than its memory takes: with the pragma that every
// connection of the program sets nothing, and without it words that can be read.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { openThoughDeleted, found } from '../support/disk-search.ts'
import { needlesFor } from '../support/needles.ts'

const rows = 60_000

/** How much of `word` stands in files that a sorting connection has open. `temp_store` 2 is memory, 0 what is usual. */
export function leftWhileSorting(folder: string, word: string, temporaryStore: 0 | 2): string[] {
  const database = new SQLite(path.join(folder, `sorted-${temporaryStore}.db`))
  try {
    database.pragma(`cipher='sqlcipher'`)
    database.key(randomBytes(32))
    database.pragma(`temp_store=${temporaryStore}`)
    database.pragma('cache_size=-512')
    database.exec('CREATE TABLE passages (text TEXT)')
    database
      .prepare(
        'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO passages SELECT hex(randomblob(16)) || ? || hex(randomblob(40)) FROM n',
      )
      .run(rows, ` ${word} `)
    const sorted = database.prepare('SELECT text FROM passages ORDER BY text').iterate()
    sorted.next()
    const left = found(openThoughDeleted(process.pid), needlesFor([word]))
    sorted.return?.()
    return left
  } finally {
    database.close()
  }
}
