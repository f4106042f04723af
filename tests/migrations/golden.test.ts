// Archives of every version that there has been: opened, brought up to date with nothing lost, stopped on the way, and one
// of a later version refused as it is.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { filesUnder } from '../support/backup.ts'
import { at } from './golden-content.ts'
import { everyRow, goldenKey, goldens, layDownGolden, lostRows, wrongWithGolden } from './golden.ts'
import { schemaOf, stopMigration } from './stopped.ts'

let key: Buffer
let base: string
beforeAll(async () => {
  key = await goldenKey()
  base = mkdtempSync(path.join(tmpdir(), 'firsthand-golden-'))
})
afterAll(() => rmSync(base, { recursive: true }))

/** A fresh folder with the archive of a version in it. */
function layDown(version: (typeof migrations)[number]): { dataFolder: string; folder: string; file: string } {
  const dataFolder = path.join(base, version.name)
  rmSync(dataFolder, { recursive: true, force: true })
  const folder = path.join(dataFolder, 'archive')
  layDownGolden(version, folder, key)
  return { dataFolder, folder, file: path.join(folder, 'archive.db') }
}

const [oldest, newest] = [goldens[0], goldens.at(-1)]
if (oldest === undefined || newest === undefined) throw new Error('there are no golden archives')

test('there is one of every version: node tests/migrations/write-golden.ts adds what is missing', () => {
  expect(goldens.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
})

test('each is brought up to date with every row that it had, and is then of one shape', () => {
  const fresh = openDatabase(path.join(base, 'fresh.db'), key, 'create')
  migrate(fresh, migrations, at)
  const shape = schemaOf(fresh)
  fresh.close()
  for (const [index, version] of goldens.entries()) {
    const database = openDatabase(layDown(version).file, key, 'open')
    database.pragma('synchronous = OFF') // nobody pulls a plug here, and it is three hundred migrations
    expect(database.pragma('user_version', { simple: true }), version.name).toBe(index + 1)
    const before = everyRow(database)
    migrate(database, migrations, at)
    expect(lostRows(before, everyRow(database)), version.name).toEqual([])
    expect(schemaOf(database), version.name).toBe(shape)
    database.close()
  }
})

test.each([oldest, newest])('$name opens at the door, and its story is as it was written', async (version) => {
  const { dataFolder, folder } = layDown(version)
  const { client, close, broken } = await startProcess(dataFolder)
  await client.door.open({ folder, passphrase })
  expect(await wrongWithGolden(client)).toEqual([])
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') expect(step).toMatchObject({ findings: [], stories: 1, recordings: 1 })
  await close()
  expect(broken).toEqual([])
})

test('a row that is lost is seen', () => {
  const database = openDatabase(layDown(newest).file, key, 'open')
  const before = everyRow(database)
  database.exec("UPDATE passages SET text = 'other' WHERE id = 'goldenpassage1'; DELETE FROM refused_words")
  expect(lostRows(before, everyRow(database)).map((one) => one.split(':')[0])).toEqual(['passages', 'refused_words'])
  database.close()
})

test('stopped at a statement it is the old archive or the new one; without a transaction it would be neither', () => {
  const widened = migrations.find(({ name }) => name.endsWith('widen-the-ledger')) ?? newest
  const stopped = stopMigration(widened, key, (statement) => statement % 5 === 2)
  expect(stopped.length).toBeGreaterThan(2)
  expect(stopped.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  const half = stopMigration(widened, key, (statement) => statement === 7, true)
  expect(half[0]?.wrong.length).toBeGreaterThan(0)
})

test('one of a later version is refused, and not a byte of its folder is another', async () => {
  const { dataFolder, folder, file } = layDown(newest)
  const database = openDatabase(file, key, 'open')
  migrate(database, migrations, at)
  database.exec(`INSERT INTO migrations (name, at) VALUES ('209901010000-come-from-later', '${at}')`)
  database.pragma(`user_version = ${migrations.length + 1}`)
  database.close()
  const before = filesUnder(folder)
  const { client, close, broken } = await startProcess(dataFolder)
  await expect(client.door.open({ folder, passphrase })).rejects.toMatchObject({ code: 'newerVersion' })
  await close()
  expect(filesUnder(folder)).toEqual(before)
  expect(broken).toEqual([])
})
