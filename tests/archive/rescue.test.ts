// The stand-alone exporter: whatever opens an archive opens it there too, everything of it is written as it was kept, what
// cannot be read is named, and the archive stays as it is, byte for byte.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { decipheredPages } from '../../electron/rescue/database/pages.ts'
import { readTables, rowOf } from '../../electron/rescue/database/tables.ts'
import { fileBytes } from '../../electron/rescue/from/bytes.ts'
import { wordsFor } from '../../electron/rescue/words/words.ts'
import { passphrase } from '../support/archive.ts'
import { canFillDisk, onSmallDisk } from '../torture/full-disk.ts'
import { herPassphrase } from './her-passphrase.ts'
import * as made from './rescue-world.ts'
import { filesIn, hashOfFolder, rescueWith, sha256, type RescueWorld } from './rescue-world.ts'
import { temporaryFolder } from './temporary-folder.ts'

const program = path.join(import.meta.dirname, '..', '..', 'electron', 'rescue', 'index.ts')
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

interface StoryFile {
  readonly transcript: readonly { readonly text: string | null; readonly sealed: boolean }[]
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>
}

function storyIn(files: ReadonlyMap<string, Buffer>, folder: string): StoryFile {
  return JSON.parse((files.get(`data/${folder}/story.json`) ?? Buffer.alloc(0)).toString('utf8')) as StoryFile
}

function expectBag(files: ReadonlyMap<string, Buffer>): void {
  const listed = [...files]
    .filter(([name]) => name.endsWith('manifest-sha256.txt'))
    .flatMap(([, bytes]) => bytes.toString('utf8').trim().split('\n'))
  const sums = new Map(listed.map((line) => [line.slice(66), line.slice(0, 64)]))
  const others = [...files.keys()].filter((name) => name !== 'tagmanifest-sha256.txt')
  expect([...sums.keys()].toSorted()).toEqual(others.toSorted())
  for (const [name, sum] of sums) expect(sha256(files.get(name) ?? Buffer.alloc(0)), name).toBe(sum)
}

/** Everything that this world holds but what is sealed. */
function expectEverything(files: ReadonlyMap<string, Buffer>): void {
  expectBag(files)
  const text = (name: string): string => (files.get(name) ?? Buffer.alloc(0)).toString('utf8')
  const told = text('data/mara/transcript.txt')
  expect(told).toContain('Mara:\n  I sold oranges there for years & years.')
  expect(told).toContain('Ana:\n  And <then>?')
  expect(text('data/mara/captions.vtt')).toContain(
    '00:00:00.000 --> 00:00:01.000\n<v Mara>I sold oranges there for years &amp; years.',
  )
  const page = text('data/mara/transcript.html')
  expect(page).toContain('>oranges</mark>')
  expect(page).toContain('And &lt;then&gt;?')
  expect(page).toContain('readingRoom')
  expect(page).not.toContain('<script')
  expect(files.get('data/mara/recordings/recording 1.wav')?.equals(made.wav)).toBe(true)
  expect(files.get('data/mara/recordings/recording 2.wav')?.includes(world.recorded)).toBe(true)
  expect(files.get('data/mara/evidence/evidence 1.pdf')?.equals(made.paper)).toBe(true)
  const { rows } = storyIn(files, 'mara')
  expect(rows['labels']).toMatchObject([{ words: 'street seller', meaning: 'what she did' }])
  expect(rows['redactions']).toMatchObject([{ thing: 'name', reach: 'readers' }])
  expect(rows['ledger']?.map(({ kind, body }) => [kind, (body as { answer?: string }).answer])).toContainEqual([
    'consent',
    'no',
  ])
  expect(rows['revisions']?.length).toBeGreaterThan(0)
  expect(told.length + text('data/long/transcript.txt').length).toBeGreaterThan(50_000)
  const lines = made
    .longStory()
    .split('\n\n')
    .map((line) => line.replace(/^\w+: /, '').trim())
  expect(lines.filter((line) => !text('data/long/transcript.txt').includes(line))).toEqual([])
  expect(text('README.txt')).toContain('NOT encrypted')
  expect(text('index.html')).toContain('NO está cifrada')
}

describe('opens with', () => {
  test('a passphrase: everything is there as it was kept, and the archive is as it was', async () => {
    const [to, before] = [fresh(), hashOfFolder(world.folder)]
    const { code, said } = await rescueWith(world.folder, to, [...opens, ''])
    expect(code, said).toBe(0)
    const files = filesIn(to)
    expectEverything(files)
    expect(files.get('data/mara/not in a story yet/sitting 1.wav')?.subarray(44).equals(world.taking)).toBe(true)
    expect(hashOfFolder(world.folder)).toBe(before)
    // What opens other copies is in none of it.
    const whole = Buffer.concat([...files.values()])
    for (const secret of ['AGE-SECRET-KEY', 'media_identity', 'secret_key', 'wrapped'])
      expect(whole.includes(secret)).toBe(false)
    // Sealed without her passphrase, and named.
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
    expectEverything(files)
    expect(files.get('data/mara/transcript.txt')?.toString('utf8')).toContain(`We met at ${made.secretWord}`)
    expect(files.get('data/mara/off the record/part 1.wav')?.subarray(44).equals(world.offRecord)).toBe(true)
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
        expectEverything(filesIn(to))
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
    expectEverything(filesIn(to))
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

describe('opens what is there', () => {
  test('an archive that a crash left open, with its log; nothing is written to it', async () => {
    const [to, before] = [fresh(), hashOfFolder(world.crashed)]
    expect(filesIn(world.crashed).get('archive.db-wal')?.length).toBeGreaterThan(100_000)
    expect((await rescueWith(world.crashed, to, [...opens, ''])).code).toBe(0)
    expectEverything(filesIn(to))
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
    expectEverything(filesIn(to))
    expect(hashOfFolder(world.backup)).toBe(before)
    expect((await rescueWith(world.backup, fresh(), [...opens, ''], { backup: 2 })).said).toContain(
      'no archive and no backup',
    )
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
    expectEverything(filesIn(to))
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

test('reads every row of every table as SQLite does', async () => {
  const { key } = await openWithPassphrase(world.folder, normalisePassphrase(passphrase))
  const copy = path.join(fresh(), 'archive.db')
  mkdirSync(path.dirname(copy))
  cpSync(path.join(world.folder, 'archive.db'), copy)
  const longer = openDatabase(copy, key, 'open')
  // Longer than a page, in a table with row numbers and in one without.
  longer.exec(`UPDATE passages SET text = printf('%.*c', 20000, 'x') WHERE place = (SELECT max(place) FROM passages)`)
  longer.exec(
    `INSERT INTO words_about SELECT 'w', id, 'note', 'en', printf('%.*c', 9000, 'y'), 'Ana', created_at, 'no', '' FROM testimonies LIMIT 1`,
  )
  longer.close()
  const pages = await fileBytes(copy)
  if (pages === null) throw new Error('no database')
  const { tables, lost } = readTables(await decipheredPages({ pages, log: null }, key))
  await pages.close()
  const database = openDatabase(copy, key, 'open')
  const names = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'passage_words%'",
    )
    .pluck()
    .all() as string[]
  expect([[...tables.keys()].toSorted(), lost]).toEqual([names.toSorted(), []])
  let rows = 0
  for (const [name, { definition, entries }] of tables) {
    const own = entries.map((entry) => JSON.stringify(rowOf(definition, entry))).toSorted()
    const theirs = database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted()
    expect(own, name).toEqual(theirs)
    rows += own.length
  }
  database.close()
  expect(rows).toBeGreaterThan(500)
})

describe('damaged', () => {
  /** A copy with one byte altered in each of some pages, or in a file. */
  function damaged(file: string, offsets: readonly number[]): string {
    const folder = path.join(fresh(), 'archive')
    cpSync(world.folder, folder, { recursive: true })
    const bytes = readFileSync(path.join(folder, file))
    for (const at of offsets) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path.join(folder, file), bytes)
    return folder
  }
  const transcripts = (files: ReadonlyMap<string, Buffer>): string => {
    const named = [...files].filter(([name]) => name.endsWith('transcript.txt'))
    return named
      .map(([, bytes]) => bytes.toString('utf8').replaceAll(/\[Some of the words[^\]]*\]\n\n/g, ''))
      .join('\n')
  }

  test('a page of the database: what can be read is written, and what cannot is named', async () => {
    const whole = fresh()
    await rescueWith(world.folder, whole, [...opens, ''])
    const wanted = transcripts(filesIn(whole))
    const count = readFileSync(path.join(world.folder, 'archive.db')).length / 4096
    let [missing, unnamed] = [0, 0]
    for (let page = 0; page < count; page += Math.ceil(count / 4)) {
      const to = fresh()
      const folder = damaged('archive.db', [page * 4096 + 200])
      const { code, said } = await rescueWith(folder, to, [...opens, ''])
      expect(code, said).toBe(0)
      const files = filesIn(to)
      expectBag(files)
      expect(said).toContain('Pages of the database that cannot be read: 1.')
      if (transcripts(files) === wanted) continue
      missing += 1
      const names =
        /Some of the words of|Some rows of the table “(?:passages|turns|speakers|testimonies|narrators|sqlite_schema|sections)/
      if (!names.test(said)) unnamed += 1
    }
    expect(unnamed).toBe(0)
    expect(missing).toBeGreaterThan(0)
  })

  test('the first page, and with it the salt: it is read all the same, and it says that nothing vouches for it', async () => {
    const to = fresh()
    const { code, said } = await rescueWith(damaged('archive.db', [3]), to, [...opens, ''])
    expect([code, said.includes('nothing shows that nobody altered it')], said).toEqual([0, true])
    expectEverything(filesIn(to))
  })

  test('a recording: the rest of it keeps its place, and how much is gone is said', async () => {
    const media =
      [...filesIn(path.join(world.folder, 'media'))].find(([, bytes]) => bytes.length === 96_044 + 16 + 2 * 16)?.[0] ??
      ''
    const to = fresh()
    const { code, said } = await rescueWith(damaged(`media/${media}`, [70_000]), to, [...opens, ''])
    expect([code, said.includes('data/mara/recordings/recording 1.wav, 30508 bytes cannot be read')], said).toEqual([
      0,
      true,
    ])
    const kept = filesIn(to).get('data/mara/recordings/recording 1.wav') ?? Buffer.alloc(0)
    expect(kept.length).toBe(made.wav.length)
    expect(kept.subarray(0, 65_536).equals(made.wav.subarray(0, 65_536))).toBe(true)
    const gone = damaged(`media/${media}`, [])
    rmSync(path.join(gone, 'media', media))
    expect((await rescueWith(gone, fresh(), [...opens, ''])).said).toContain(
      'its file is not there: data/mara/recordings/recording 1.wav',
    )
  })
})

describe('leaves nothing half', () => {
  test('a folder that is there, one inside the archive, another word than the one asked for', async () => {
    const to = fresh()
    mkdirSync(to)
    writeFileSync(path.join(to, 'mine.txt'), 'mine')
    const inside = path.join(world.folder, 'out')
    expect((await rescueWith(world.folder, to, opens)).said).toContain('Something is there already')
    expect((await rescueWith(world.folder, inside, opens)).said).toContain('must not lie inside the archive')
    expect([...filesIn(to).keys(), existsSync(inside)]).toEqual(['mine.txt', false])
    const other = fresh()
    const said = spawnSync(process.execPath, [program, world.folder, other, '--language', 'en'], {
      input: 'yes\n',
      encoding: 'utf8',
    })
    expect([said.status, said.stdout.includes('Nothing was written'), existsSync(other)]).toEqual([1, true, false])
    expect((await rescueWith(fresh(), other, opens)).said).toContain('no archive and no backup')
  })

  test('stopped while it writes', async () => {
    const stop = new AbortController()
    const to = fresh()
    const real = wordsFor('en')
    // It is stopped once something was written.
    const words = {
      ...real,
      get writing() {
        if (existsSync(path.join(`${to} (unfinished)`, 'data'))) stop.abort()
        return real.writing
      },
    }
    const { code, said } = await rescueWith(world.folder, to, [...opens, ''], { signal: stop.signal, words })
    expect([code, said.includes('Stopped.'), existsSync(to), existsSync(`${to} (unfinished)`)]).toEqual([
      130,
      true,
      false,
      false,
    ])
  })

  test('Ctrl+C while it asks, as a program of its own; typed in Spanish', async () => {
    const to = fresh()
    const asked = spawn(process.execPath, [program, world.folder, to, '--language', 'es'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    asked.stdout.setEncoding('utf8')
    let said = ''
    asked.stdout.on('data', (piece: string) => (said += piece))
    asked.stdin.write(`sin cifrar\n1\n`)
    while (!said.includes('Frase de paso')) await once(asked.stdout, 'data')
    asked.kill('SIGINT')
    await once(asked, 'exit')
    expect([asked.exitCode, existsSync(to), existsSync(`${to} (unfinished)`)]).toEqual([130, false, false])
  })

  test.skipIf(!canFillDisk())(
    'a disk with no room is said before anything is written, and one that fills up leaves nothing',
    () => {
      const disk = temporaryFolder()
      const run = (size: string, fill: string) =>
        spawnSync(
          'unshare',
          [
            '-rm',
            'sh',
            '-c',
            `mount -t tmpfs -o size=${size} tmpfs "${disk}" && ${fill} && "$@"; code=$?; ls -A "${disk}"; exit $code`,
            '-',
            process.execPath,
            program,
            world.folder,
            path.join(disk, 'out'),
            '--language',
            'en',
          ],
          { input: ['not encrypted', ...opens, '', ''].join('\n'), encoding: 'utf8' },
        )
      expect(onSmallDisk(disk)).toHaveLength(5)
      const small = run('200k', 'true')
      expect(
        [small.status, /There is not enough room: about \d+ MB are needed/.test(small.stdout)],
        small.stdout,
      ).toEqual([1, true])
      expect(small.stdout.trimEnd().endsWith('Nothing was written.')).toBe(true)
      // Room for the bytes, and none for so many files.
      const full = run('64m,nr_inodes=12', 'true')
      expect(
        [full.status, full.stdout.trimEnd().endsWith('The disk is full. What had been written was removed.')],
        full.stdout,
      ).toEqual([1, true])
    },
  )
})
