// The stand-alone exporter on a database with altered pages: no row comes out other than it was, and each that is missing
// is of a table that is named. Three databases: a story of many pages, its log, and one whose inner pages are hit.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { decipheredPages, type Pages } from '../../electron/rescue/database/pages.ts'
import { readTables, rowOf, type Database } from '../../electron/rescue/database/tables.ts'
import { readTreePage, type TreePage } from '../../electron/rescue/database/tree.ts'
import type { Bytes } from '../../electron/rescue/from/bytes.ts'
import { makeRescueWorld, type RescueWorld } from '../archive/rescue-world.ts'
import { diceFrom } from '../support/dice.ts'
import { passphrase } from '../support/archive.ts'
import { told, type Tortured, type Try } from './told.ts'

const pageSize = 4096
const frameLength = pageSize + 24

const inMemory = (bytes: Buffer): Bytes => ({
  size: bytes.length,
  read: (at, length) => Promise.resolve(Buffer.from(bytes.subarray(at, at + length))),
  close: () => Promise.resolve(),
})

type Rows = ReadonlyMap<string, ReadonlySet<string>>

function rowsOf({ tables }: Database): Rows {
  return new Map(
    [...tables].map(([name, { definition, entries }]) => [
      name,
      new Set(entries.map((entry) => JSON.stringify(rowOf(definition, entry)))),
    ]),
  )
}

/** What is wrong with what was read of a damaged database. */
function wrongIn(whole: Rows, damaged: Database): string[] {
  const rows = rowsOf(damaged)
  const named = new Set(damaged.lost.map(({ table }) => table))
  const strays = damaged.strays.length
  return [...whole].flatMap(([table, before]) => {
    const now = rows.get(table) ?? new Set<string>()
    const other = [...now].filter((row) => !before.has(row)).length
    const missing = [...before].filter((row) => !now.has(row)).length
    const isNamed = named.has(table) || named.has('sqlite_schema')
    return [
      ...(other > 0 ? [`${other} rows of ${table} are other than they were`] : []),
      ...(missing > 0 && !isNamed ? [`${missing} rows of ${table} are missing, unnamed (${strays} stray)`] : []),
    ]
  })
}

function pagesThat(pages: Pages, are: (page: TreePage) => boolean): number[] {
  return Array.from({ length: pages.count }, (_, at) => at + 1).filter((number) => {
    const page = pages.page(number)
    try {
      return page !== null && are(readTreePage(page, number))
    } catch {
      return false
    }
  })
}

/** Whether rows take up more than half of it, which they do from its end on. */
const isOfRows = ({ kind, isLeaf, cells }: TreePage): boolean =>
  kind === 'table' && isLeaf && cells.reduce((sum, { payload }) => sum + payload.length, 0) > pageSize / 2

export async function tortureRescue(tries: number): Promise<Tortured> {
  const place = mkdtempSync(path.join(tmpdir(), 'firsthand-rescue-'))
  const world = await makeRescueWorld(place)
  try {
    return await damageRescued(world, tries)
  } finally {
    await world.archive.close()
    rmSync(place, { recursive: true, force: true })
  }
}

/** `tries` bytes altered, and each inner page besides; a quarter as many in pages of rows, and in the log. */
export async function damageRescued(world: RescueWorld, tries: number): Promise<Tortured> {
  const { key } = await openWithPassphrase(world.folder, normalisePassphrase(passphrase))
  const file = readFileSync(path.join(world.folder, 'archive.db'))
  const crashed = readFileSync(path.join(world.crashed, 'archive.db'))
  const log = readFileSync(path.join(world.crashed, 'archive.db-wal'))
  const read = (pages: Buffer, beside: Buffer | null) =>
    decipheredPages({ pages: inMemory(pages), log: beside === null ? null : inMemory(beside) }, key)
  const wholePages = await read(file, null)
  const whole = rowsOf(readTables(wholePages))
  const random = diceFrom(6)
  const done: Try[] = []
  let [missed, unchecked] = [0, 0]
  const tryAt = async (name: string, offset: number): Promise<void> => {
    const bytes = Buffer.from(file)
    bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 << random(8)), offset)
    const pages = await read(bytes, null)
    const found = readTables(pages)
    const wrong = wrongIn(whole, found)
    if (pages.damaged.length !== 1 && !pages.isUnchecked) wrong.push(`${pages.damaged.length} pages are damaged`)
    if (found.lost.length > 0) missed += 1
    // The control: the same pages without a look at what authenticates them.
    const page = Math.floor(offset / pageSize)
    bytes.fill(0, 0, page === 0 ? 0 : 16)
    if (page > 0 && wrongIn(whole, readTables(await read(bytes, null))).length > 0) unchecked += 1
    done.push({ name, wrong })
  }
  for (let at = 0; at < tries; at += 1) {
    const offset = random(file.length)
    await tryAt(`byte ${offset}`, offset)
  }
  const inner = pagesThat(wholePages, ({ isLeaf }) => !isLeaf)
  for (const number of inner) await tryAt(`inner page ${number}`, (number - 1) * pageSize + 300)
  const ofRows = pagesThat(wholePages, isOfRows)
  for (let at = 0; ofRows.length > 0 && at < tries / 4; at += 1) {
    const number = ofRows[random(ofRows.length)] ?? 1
    await tryAt(`page of rows ${number}`, (number - 1) * pageSize + 3_000)
  }
  for (let at = 0; at < tries / 4; at += 1) {
    const offset = 32 + random(log.length - 32)
    const bytes = Buffer.from(log)
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 4, offset)
    const pages = await read(crashed, bytes)
    // What stands before the damage is a state that the archive once had; what stands behind it is said.
    const isSaid = pages.afterDamagedLog > 0 || offset > lastCommit(log)
    const wrong = [
      ...(pages.damaged.length > 0 ? [`${pages.damaged.length} pages are damaged`] : []),
      ...(isSaid ? [] : ['it does not say that the log is damaged']),
    ]
    done.push({ name: `log ${offset}`, wrong })
  }
  const controls = [
    ...(missed > 0 ? [] : ['no page that was hit held rows']),
    ...(unchecked > 0 ? [] : ['pages that nothing vouches for read the same']),
  ]
  return told('rescue.damage', done, controls)
}

/** Where the last transaction begins: damage from there on takes nothing that another stands behind. */
function lastCommit(log: Buffer): number {
  const ends: number[] = []
  for (let at = 32; at + frameLength <= log.length; at += frameLength)
    if (log.readUInt32BE(at + 4) !== 0) ends.push(at + frameLength)
  return ends.at(-2) ?? 32
}
