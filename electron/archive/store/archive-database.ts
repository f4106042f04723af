// What features get instead of a connection: reading is one type, and writing exists only inside a transaction.
import type { Database, Statement } from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../../shared/contract/failure.ts'
import { knownFailure } from '../as-failure.ts'
import { PagesOnDisk, type HeldPages } from './held-pages.ts'

export type SqlValue = string | number | bigint | Buffer | Uint8Array | null
/** Values for `?` in order, or for `:name` by name. */
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

/** Reads only; a statement that would write throws. `Row` is what the caller knows the columns to be. */
export interface ReadableArchive {
  get<Row>(sql: string, parameters?: SqlParameters): Row | undefined
  all<Row>(sql: string, parameters?: SqlParameters): Row[]
  /** As `all`, each row as its values in the order of the columns: half the work where there are very many. */
  lists<Values extends readonly SqlValue[]>(sql: string, parameters?: SqlParameters): Values[]
  /** NOTE: until it is read to its end or left, nothing may be written on this connection. */
  iterate<Row>(sql: string, parameters?: SqlParameters): IterableIterator<Row>
}

/** Lives as long as its transaction. */
export interface WritableArchive extends ReadableArchive {
  run(sql: string, parameters?: SqlParameters): { readonly changes: number; readonly rowid: number }
  /** The same statement many times over, without looking it up each time. Not to be kept beyond the transaction. */
  repeat(sql: string): (parameters: readonly SqlValue[]) => void
}

const mostStatements = 500

/** The open archive: prepared statements kept by their SQL, errors told as failures where they have a name. */
export class ArchiveDatabase implements ReadableArchive {
  readonly #database: Database
  readonly #statements = new Map<string, Statement>()
  readonly #writable: WritableArchive
  readonly #pages: PagesOnDisk
  #transactions = 0

  constructor(database: Database) {
    this.#database = database
    this.#pages = new PagesOnDisk(database)
    this.#writable = {
      get: <Row>(sql: string, parameters: SqlParameters = []) =>
        this.#do(() => this.#writing(sql).get(parameters) as Row | undefined),
      all: <Row>(sql: string, parameters: SqlParameters = []) =>
        this.#do(() => this.#writing(sql).all(parameters) as Row[]),
      lists: (sql, parameters) => this.lists(sql, parameters),
      iterate: (sql, parameters) => this.iterate(sql, parameters),
      run: (sql, parameters = []) =>
        this.#do(() => {
          const { changes, lastInsertRowid } = this.#writing(sql).run(parameters)
          return { changes, rowid: Number(lastInsertRowid) }
        }),
      repeat: (sql) => {
        const statement = this.#do(() => this.#writing(sql))
        return (parameters) => void statement.run(parameters)
      },
    }
  }

  get<Row>(sql: string, parameters: SqlParameters = []): Row | undefined {
    return this.#do(() => this.#reading(sql).get(parameters) as Row | undefined)
  }

  all<Row>(sql: string, parameters: SqlParameters = []): Row[] {
    return this.#do(() => this.#reading(sql).all(parameters) as Row[])
  }

  lists<Values extends readonly SqlValue[]>(sql: string, parameters: SqlParameters = []): Values[] {
    return this.#do(() => {
      const statement = this.#reading(sql).raw(true)
      try {
        return statement.all(parameters) as Values[]
      } finally {
        statement.raw(false)
      }
    })
  }

  iterate<Row>(sql: string, parameters: SqlParameters = []): IterableIterator<Row> {
    return this.#do(() => this.#reading(sql).iterate(parameters) as IterableIterator<Row>)
  }

  /** Everything in `work` is kept, or, when it throws, nothing. Takes no promise and does not nest. */
  transaction<T>(work: (archive: WritableArchive) => T): T {
    const result = this.transactionOfWorkedOut(work)
    this.#transactions += 1
    return result
  }

  /** The same, for what can be worked out again from what is kept; `transactions` does not count it. */
  transactionOfWorkedOut<T>(work: (archive: WritableArchive) => T): T {
    if (this.#database.inTransaction) throw new Error('transactions do not nest')
    return this.#do(() => this.#database.transaction(() => work(this.#writable)).immediate() as T)
  }

  /** How many transactions kept something since it was opened. */
  get transactions(): number {
    return this.#transactions
  }

  /** The file as it is now, to be copied while work goes on; one at a time. Throws Failure broken where one is held. */
  holdPages(): HeldPages {
    return this.#do(() => this.#pages.hold())
  }

  /** Moves the write-ahead log into the database and empties it, so that nothing deleted lingers there. */
  emptyLog(): void {
    this.#pages.breakHold()
    this.#do(() => this.#database.pragma('wal_checkpoint(TRUNCATE)'))
  }

  /**
   * Writes every page anew, and empties the log: a page on which rows were moved keeps pieces of them in its unused part,
   * which nothing else clears. Takes as much memory and log as the database has bytes. Throws Failure alreadyOpenElsewhere
   * while somebody reads row by row, diskFull.
   */
  rewritePages(): void {
    this.#pages.breakHold()
    this.#do(() => {
      this.#statements.clear()
      try {
        this.#database.exec('VACUUM')
      } catch (error) {
        const isBusy = error instanceof Error && /busy|in progress/.test(error.message)
        throw isBusy ? new Failure('alreadyOpenElsewhere') : error
      }
    })
    this.emptyLog()
  }

  close(): void {
    this.#statements.clear()
    this.#pages.breakHold()
    this.#database.close()
    this.#pages.close()
  }

  #reading(sql: string): Statement {
    const statement = this.#any(sql)
    if (!statement.readonly) throw new Error('a writing statement outside a transaction')
    return statement
  }

  #writing(sql: string): Statement {
    if (!this.#database.inTransaction) throw new Error('a writing statement outside a transaction')
    return this.#any(sql)
  }

  #any(sql: string): Statement {
    const kept = this.#statements.get(sql)
    if (kept !== undefined && !kept.busy) return kept
    const statement = this.#database.prepare(sql)
    if (this.#statements.size >= mostStatements) this.#statements.clear()
    this.#statements.set(sql, statement)
    return statement
  }

  /** NOTE: what is still under way when the archive locks finds it closed; that is no fault. */
  #do<T>(work: () => T): T {
    if (!this.#database.open) throw new Failure('locked')
    try {
      return work()
    } catch (error) {
      throw knownFailure(error) ?? error
    }
  }
}
