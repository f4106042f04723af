// Archive folders that somebody made to do harm, a few of them; all are `npm run torture -- --only hostile.sqlite`.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { requireOwnSchema } from '../../electron/archive/store/own-schema.ts'
import { destroyFile } from '../../electron/archive/files/destroy-file.ts'
import { mediaFile } from '../../electron/archive/files/media.ts'
import { openPlain, readPlain, requireOwnFiles } from '../../electron/archive/files/own-files.ts'
import { requireFolderPath } from '../../electron/archive/files/places.ts'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { attacks } from '../torture/hostile-attacks.ts'
import { begin } from '../torture/hostile-folder.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

test('eight kinds of folders: nothing outside them changes, and nothing stays open', async () => {
  expect(attacks.length).toBeGreaterThan(200)
  const { take } = await begin(temporaryFolder(), 'none')
  const taken = []
  for (let at = 0; at < 8; at += 1) taken.push(await take(at))
  expect(taken.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  expect(taken.some(({ kept }) => kept)).toBe(true)
}, 60_000)

test('what is destroyed is the name of a link, and never what it leads to', async () => {
  const folder = temporaryFolder()
  const [letters, link, own] = ['letters.txt', 'link', 'own'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(letters, 'mine')
  writeFileSync(own, 'to go')
  symlinkSync(letters, link)
  mkdirSync(path.join(folder, 'a', 'b'), { recursive: true })
  for (const file of [link, own, path.join(folder, 'a'), path.join(folder, 'none')]) await destroyFile(file)
  expect([link, own, path.join(folder, 'a')].filter((file) => existsSync(file))).toEqual([])
  expect(readFileSync(letters, 'utf8')).toBe('mine')
})

test('a name in a row is a name of ours, or no file', () => {
  expect(path.basename(mediaFile('/a', `${'0'.repeat(26)}-1.hers`))).toBe(`${'0'.repeat(26)}-1.hers`)
  for (const name of [
    '../x',
    '/etc/x',
    '',
    '.',
    'a',
    `${'0'.repeat(26)}/../x`,
    `${'0'.repeat(26)}\0`,
    `C:${'0'.repeat(24)}`,
  ])
    expect(() => mediaFile('/a', name), name).toThrow('mediaMissing')
})

test('only plain files and folders are read and opened', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'keyring'), Buffer.alloc(100))
  mkdirSync(path.join(folder, 'media'))
  requireOwnFiles(folder)
  expect((await readPlain(path.join(folder, 'keyring'), 100))?.length).toBe(100)
  expect(await readPlain(path.join(folder, 'keyring'), 99)).toBeNull()
  for (const place of [folder, '/dev/zero']) expect(await openPlain(place)).toBeNull()
  symlinkSync(path.join(folder, 'keyring'), path.join(folder, 'media', '0'))
  expect(await codeOf(() => requireOwnFiles(folder))).toBe('linkInside')
})

test('a schema with what runs by itself is not ours', async () => {
  const made = openDatabase(path.join(temporaryFolder(), 'archive.db'), systemRandom(32), 'create')
  const said = () => codeOf(() => requireOwnSchema(made, migrations))
  expect(await said()).toBe('none')
  migrate(made, migrations.slice(0, 7), '2026-01-01T00:00:00.000Z')
  expect(await said()).toBe('none')
  migrate(made, migrations, '2026-01-01T00:00:00.000Z')
  expect(await said()).toBe('none')
  for (const [sql, back] of [
    ['CREATE VIEW more AS SELECT 1', 'DROP VIEW more'],
    ['CREATE TRIGGER more AFTER UPDATE ON archive BEGIN DELETE FROM passages; END', 'DROP TRIGGER more'],
    ['CREATE VIRTUAL TABLE more USING fts5(a)', 'DROP TABLE more'],
    ['ALTER TABLE givings RENAME TO more', 'ALTER TABLE more RENAME TO givings'],
  ] as const) {
    made.exec(sql)
    expect(await said(), sql).toBe('notAnArchive')
    made.exec(back)
    expect(await said()).toBe('none')
  }
  made.close()
})

test('a way that no folder can have is said to be none', async () => {
  const folder = temporaryFolder()
  symlinkSync(path.join(folder, 'round'), path.join(folder, 'round'))
  for (const [way, code] of [
    [`${folder}/a\0b`, 'pathNotWhole'],
    ['a/b', 'pathNotWhole'],
    ['../b', 'pathNotWhole'],
    [`${folder}/${'a'.repeat(300)}`, 'folderMissing'],
    [`${folder}/${'a/'.repeat(5_000)}`, 'folderMissing'],
    [`${folder}/round/x`, 'folderMissing'],
  ] as const)
    expect(await codeOf(() => requireFolderPath(way)), way.slice(0, 60)).toBe(code)
})
