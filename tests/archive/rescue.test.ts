// The stand-alone exporter: whatever opens an archive opens it there too, everything of it is written as it was kept, what
// cannot be read is named, and the archive stays as it is, byte for byte.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'
import { reencrypt } from '../../electron/archive/store/reencrypt.ts'
import { createKeyring, openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { newId, systemRandom } from '../../electron/archive/vault/random.ts'
import { backupKeyOf } from '../../electron/archive/files/backup/backup-key.ts'
import { openList, writeGeneration } from '../../electron/archive/files/backup/generation-file.ts'
import { addGeneration, listGenerations, rootsIn } from '../../electron/archive/files/backup/medium.ts'
import { passphrase } from '../support/archive.ts'
import { herPassphrase } from './her-passphrase.ts'
import { damagedCases } from './rescue-damaged.ts'
import { expectEverything, storyIn } from './rescue-expected.ts'
import * as made from './rescue-world.ts'
import { filesIn, hashOfFolder, rescueWith, type RescueWorld } from './rescue-world.ts'

const now = '2026-11-22T00:00:00.000Z'
let world: RescueWorld
let place: string
beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'firsthand-test-'))
  world = await made.makeRescueWorld(place)
})
afterAll(async () => {
  await world.archive.close()
  rmSync(place, { recursive: true, force: true })
})

const opens = ['1', passphrase] as const
let counter = 0
/** A name for a new folder. */
const fresh = (): string => path.join(place, `out ${(counter += 1)}`)

describe('opens with', () => {
  test('a passphrase: everything is there as it was kept, and the archive is as it was', async () => {
    const [to, before] = [fresh(), hashOfFolder(world.folder)]
    const { code, said } = await rescueWith(world.folder, to, [...opens, ''])
    expect(code, said).toBe(0)
    const files = filesIn(to)
    expectEverything(files, world)
    expect(files.get('data/mara/not in a story yet/sitting 1.wav')?.subarray(44).equals(world.taking)).toBe(true)
    expect(hashOfFolder(world.folder)).toBe(before)
    // What opens other copies is in none of it.
    const whole = Buffer.concat([...files.values()])
    for (const secret of ['AGE-SECRET-KEY', 'media_identity', 'secret_key', 'wrapped'])
      expect(whole.includes(secret)).toBe(false)
    // Sealed without her passphrase, and named.
    expect(said).toContain('Said off the record in “mara”, and only her passphrase opens it: 2.')
    expect(whole.includes(made.secretWord)).toBe(false)
    expect(storyIn(files, 'mara').transcript.map(({ sealed }) => sealed)).toEqual([false, true, false])
    expect(files.get('README.txt')?.toString('utf8')).toContain('Sealed passages in “mara” that stay closed: 1')
    expect([...files.keys()].some((name) => name.includes('off the record'))).toBe(false)
  })

  test('her passphrase too: what she sealed, and what she said off the record', async () => {
    const to = fresh()
    const { code, said } = await rescueWith(world.folder, to, [...opens, 'not hers at all', herPassphrase])
    expect([code, said.includes('not the passphrase of')], said).toEqual([0, true])
    const files = filesIn(to)
    expectEverything(files, world)
    expect(files.get('data/mara/transcript.txt')?.toString('utf8')).toContain(`We met at ${made.secretWord}`)
    expect(files.get('data/mara/off the record/part 1.wav')?.subarray(44).equals(world.offRecord)).toBe(true)
    expect(files.get('data/mara/off the record/part 2.wav')?.subarray(44).equals(world.sealedMeanwhile)).toBe(true)
    expect(files.get('README.txt')?.toString('utf8')).toContain('Everything in it could be read.')
  })

  test('the paper key, and two of three sheets; one sheet and wrong ones open nothing', async () => {
    const before = hashOfFolder(world.folder)
    for (const [lines, expected] of [
      [['2', world.paperKey, ''], 0],
      [['3', world.sheets[2], world.sheets[0], '', ''], 0],
      [['3', world.sheets[1], '', ''], 'Those sheets do not open'],
      [['2', world.paperKey.replace(/\S+$/, 'zorro'), ''], 'not this archive’s paper key'],
      [['1', 'lantern orbit velvet canyon mirror salt', ''], 'That passphrase does not open'],
    ] as const) {
      const to = fresh()
      const { code, said } = await rescueWith(world.folder, to, lines.map(String))
      if (expected === 0) {
        expect(code, said).toBe(0)
        expectEverything(filesIn(to), world)
      } else {
        expect([code, said.includes(expected), existsSync(to)], said).toEqual([1, true, false])
      }
    }
    expect(hashOfFolder(world.folder)).toBe(before)
  })

  test('a keyring of the first version', async () => {
    const folder = path.join(fresh(), 'first')
    cpSync(path.join(import.meta.dirname, '..', 'fixtures', 'keyring-1'), folder, { recursive: true })
    const says = JSON.parse(readFileSync(path.join(folder, 'says.json'), 'utf8')) as {
      key: string
      passphrases: string[]
    }
    await underKey(folder, Buffer.from(says.key, 'hex'), 'archive.db')
    const to = fresh()
    const { code, said } = await rescueWith(folder, to, ['1', says.passphrases[1] ?? '', ''])
    expect(code, said).toBe(0)
    expectEverything(filesIn(to), world)
  })
})

/** The world's database under another key, and its media. */
async function underKey(folder: string, key: Buffer, name: string): Promise<void> {
  const { key: own } = await openWithPassphrase(world.folder, normalisePassphrase(passphrase))
  const around = { random: systemRandom, signal: new AbortController().signal, tell: () => undefined }
  await reencrypt(
    { file: path.join(world.folder, 'archive.db'), key: own },
    { file: path.join(folder, name), key },
    around,
  )
  cpSync(path.join(world.folder, 'media'), path.join(folder, 'media'), { recursive: true })
}

/** A newer backup, whose list says that a story and a passage of the other were erased. */
async function eraseSince(stick: string): Promise<void> {
  const [root = ''] = await rootsIn(stick)
  const [{ file } = { file: null }] = await listGenerations(root)
  const { key } = await openWithPassphrase(world.folder, normalisePassphrase(passphrase))
  const backupKey = backupKeyOf(key)
  const list = file === null ? null : openList(file, backupKey)
  if (file === null || list === null) throw new Error('the backup does not open')
  const stone = (id: string, kind: string, target: string, within: string) => ({ id, kind, target, within })
  const tombstones = [
    stone('a', 'testimony', world.long, ''),
    stone('b', 'passage', world.passages[0]?.id ?? '', world.testimony),
  ]
  const head = { ...file, madeAt: new Date(Date.parse(file.madeAt) + 60_000).toISOString() }
  const bytes = writeGeneration(head, { ...list, tombstones }, backupKey, systemRandom)
  await addGeneration(root, newId(systemRandom), bytes)
}

describe('opens what is there', () => {
  test('an archive that a crash left open, with its log; nothing is written to it', async () => {
    const [to, before] = [fresh(), hashOfFolder(world.crashed)]
    expect(filesIn(world.crashed).get('archive.db-wal')?.length).toBeGreaterThan(100_000)
    expect((await rescueWith(world.crashed, to, [...opens, ''])).code).toBe(0)
    expectEverything(filesIn(to), world)
    expect(hashOfFolder(world.crashed)).toBe(before)
    // The control: without its log the archive is not whole.
    const without = path.join(fresh(), 'archive')
    cpSync(world.crashed, without, { recursive: true })
    rmSync(path.join(without, 'archive.db-wal'))
    const other = fresh()
    await rescueWith(without, other, [...opens, ''])
    expect(filesIn(other).get('data/long/transcript.txt')).toBeUndefined()
  })

  test('a backup, and one that something was erased after', async () => {
    const [to, before] = [fresh(), hashOfFolder(world.backup)]
    const { code, said } = await rescueWith(world.backup, to, [...opens, ''])
    expect([code, said.includes('This is the backup of')], said).toEqual([0, true])
    expectEverything(filesIn(to), world)
    expect(hashOfFolder(world.backup)).toBe(before)
    expect((await rescueWith(world.backup, fresh(), [...opens, ''], { backup: 2 })).said).toContain(
      'no archive and no backup',
    )
    const stick = path.join(fresh(), 'stick')
    cpSync(world.backup, stick, { recursive: true })
    await eraseSince(stick)
    const after = fresh()
    const older = await rescueWith(stick, after, [...opens, herPassphrase], { backup: 2 })
    expect([older.code, older.said.includes('Something was erased after this was kept.')], older.said).toEqual([
      0,
      true,
    ])
    const left = Buffer.concat([...filesIn(after).values()])
    for (const [words, isThere] of [
      ['And <then>?', true],
      ['oranges', false],
      ['Line 80 of it', false],
      [world.long, false],
    ] as const)
      expect([words, left.includes(words)]).toEqual([words, isThere])
  })

  test('an archive whose new key was made half', async () => {
    const folder = path.join(fresh(), 'archive')
    cpSync(world.folder, folder, { recursive: true })
    const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
    // The keyring has changed hands, and the database under its key has not got its name yet.
    await underKey(folder, key, 'archive.db.next')
    rmSync(path.join(folder, 'archive.db'))
    await underKey(folder, systemRandom(32), 'archive.db')
    const [to, before] = [fresh(), hashOfFolder(folder)]
    expect((await rescueWith(folder, to, [...opens, ''])).code).toBe(0)
    expectEverything(filesIn(to), world)
    expect(hashOfFolder(folder)).toBe(before)
  })

  test('an archive of the first version of its tables, which stays of that version', async () => {
    const folder = path.join(fresh(), 'archive')
    mkdirSync(folder, { recursive: true })
    const { key } = await createKeyring({
      folder,
      passphrase: normalisePassphrase(passphrase),
      parameters: argonFloor,
      random: systemRandom,
    })
    const database = openDatabase(path.join(folder, 'archive.db'), key, 'create')
    migrate(database, migrations.slice(0, 1), now)
    database.exec(`
      INSERT INTO narrators (id, name, existence) VALUES ('n', 'Marisol', 'byName');
      INSERT INTO testimonies (id, narrator, title, title_by, language, created_at) VALUES ('t', 'n', 'Noches', 'archivist', 'es', '${now}');
      INSERT INTO speakers (id, testimony, position, name, role) VALUES ('s', 't', 0, 'Marisol', 'narrator');
      INSERT INTO turns (place, id, speaker) VALUES (65536, 'u', 's');
      INSERT INTO passages (place, id, turn_place, role, language, direction, words, word_times, text) VALUES (65536, 'p', 65536, 'narrator', 'es', 'ltr', 2, '[]', 'Dos palabras');`)
    database.close()
    const [to, before] = [fresh(), hashOfFolder(folder)]
    const { code, said } = await rescueWith(folder, to, opens)
    expect(code, said).toBe(0)
    expect(filesIn(to).get('data/Noches/transcript.txt')?.toString('utf8')).toBe(
      'Noches (título provisional)\n\nContada por Marisol\n\nMarisol:\n  Dos palabras\n',
    )
    expect(hashOfFolder(folder)).toBe(before)
  })
})

damagedCases({ world: () => world, fresh, opens })
