// What SQLite lets go it does not wipe: the pages of a database that was closed lie in memory as they were read, with every
// word and key in them. A database that is in memory alone takes that memory again and writes over it.
import SQLite from 'better-sqlite3-multiple-ciphers'

/** As large as everything that an open database keeps in memory, and a half more. */
const pages = 12_000
/** Rows that were read and written lie beside the pages, in pieces of any size. */
const [longestRow, rowsOfEach] = [1_024, 200]

/**
 * Writes over the pages that a database had in memory, after it was closed; for a process that goes on. Takes a tenth of a
 * second or so.
 * NOTE: which memory is given again is the system's to say, so nothing is promised of all of it.
 */
export function overwriteLetGo(): void {
  const database = new SQLite(':memory:')
  try {
    database.pragma('cache_size = -65536')
    database.exec('CREATE TABLE zeros (bytes BLOB) STRICT')
    database.exec(
      `WITH RECURSIVE places (place) AS (VALUES (1) UNION ALL SELECT place + 1 FROM places WHERE place < ${pages})
       INSERT INTO zeros SELECT zeroblob(4000) FROM places`,
    )
    // NOTE: what is bound is copied, and stays as long as its statement.
    const bound: unknown[] = []
    const places = Array.from({ length: rowsOfEach }, () => '?').join()
    for (let length = 16; length <= longestRow; length += 16)
      bound.push(
        database.prepare(`SELECT ${places}`).bind(...Array.from({ length: rowsOfEach }, () => Buffer.alloc(length))),
      )
  } finally {
    database.close()
  }
}
