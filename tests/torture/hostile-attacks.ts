// What may lie in an archive's folder that somebody brings: links, pipes and devices in place of files, databases that are
// none or hold more than rows, keyrings that ask for too much.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { diceFrom } from '../support/dice.ts'

export interface Place {
  readonly folder: string
  /** A folder of somebody's own, in which nothing may change: `letters.txt`, `media` with a recording, `keyring`. */
  readonly outside: string
  /** The archive key. */
  readonly key: Buffer
}

export interface Attack {
  readonly name: string
  readonly lay: (place: Place) => void
  /** Rows that nobody can write without the key, and that hold together no more: what asks for them may say so. */
  readonly isNonsense?: boolean
}

export const strangeId = '0123456789abcdefghjkmnpqrs'

type Kind = readonly [name: string, lay: (at: string, outside: string, isFolder: boolean) => void]

const kinds: readonly Kind[] = [
  ['a link out', (at, outside, isFolder) => symlinkSync(path.join(outside, isFolder ? 'media' : 'letters.txt'), at)],
  ['a link to nothing', (at, outside) => symlinkSync(path.join(outside, 'nothing'), at)],
  ['a link to itself', (at) => symlinkSync(at, at)],
  ['a pipe', (at) => execFileSync('mkfifo', [at])],
  ['a link to a device', (at) => symlinkSync('/dev/zero', at)],
  ['a folder for a file', (at, _, isFolder) => (isFolder ? writeFileSync(at, 'x') : mkdirSync(at))],
]

const fileNames =
  'archive.db archive.db-wal archive.db-shm archive.db-journal archive.db.next archive.db.former keyring keyring.previous keyring.new archive.db.next-wal'.split(
    ' ',
  )
const folderNames = ['media', '.making', '.trying', 'set-aside']
const mediaNames = ['', '.part', '.take', '-1.off', '-1.hers'].map((end) => `media/${strangeId}${end}`)

function strangeFiles(): Attack[] {
  return [...fileNames, ...folderNames, ...mediaNames].flatMap((name) =>
    kinds.map(([kind, lay]) => ({
      name: `${name} is ${kind}`,
      lay: ({ folder, outside }) => {
        rmSync(path.join(folder, name), { recursive: true, force: true })
        lay(path.join(folder, name), outside, folderNames.includes(name))
      },
    })),
  )
}

function altered(place: Place, sql: string): void {
  const database = openDatabase(path.join(place.folder, 'archive.db'), Buffer.from(place.key), 'open')
  database.unsafeMode(true)
  database.pragma('foreign_keys = OFF')
  database.pragma('trusted_schema = ON')
  try {
    database.exec(sql.replaceAll('OUTSIDE', place.outside).replaceAll('FOLDER', place.folder))
  } finally {
    database.close()
  }
}

const endless = 'WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT'
const stagedName = '.firsthand-0123456789abcdefghjkmnpqrs'

const statements: Readonly<Record<string, string>> = {
  'a view that never ends': `CREATE VIEW more AS ${endless} n AS name FROM a`,
  'a table that is a view that never ends': `ALTER TABLE givings RENAME TO others; CREATE VIEW givings AS ${endless} n AS id, n AS staged, n AS target, 1 AS recorded FROM a`,
  'migrations that are a view that never ends': `ALTER TABLE migrations RENAME TO others; CREATE VIEW migrations AS ${endless} n AS name, n AS at FROM a`,
  'a trigger that takes stories away': 'CREATE TRIGGER more AFTER UPDATE ON archive BEGIN DELETE FROM passages; END',
  'a trigger that never ends': `CREATE TRIGGER more AFTER UPDATE ON archive BEGIN SELECT (${endless} max(n) FROM a); END`,
  'a trigger with the name of ours': `DROP TRIGGER masters_stay; CREATE TRIGGER masters_stay AFTER UPDATE ON archive BEGIN DELETE FROM passages; END`,
  'a full-text table of its own': 'CREATE VIRTUAL TABLE more USING fts5(words)',
  'a table of rows': 'CREATE VIRTUAL TABLE more USING rtree(id, a, b)',
  'a giving that is a folder of hers':
    "INSERT INTO givings (id, staged, target, recorded) VALUES ('0', 'OUTSIDE', 'OUTSIDE 2', 0)",
  'a giving that climbs': `INSERT INTO givings (id, staged, target, recorded) VALUES ('0', 'FOLDER/../${stagedName}/../outside', 'x', 0)`,
  'a giving that takes another name':
    "INSERT INTO givings (id, staged, target, recorded) VALUES ('0', 'OUTSIDE/letters.txt', 'FOLDER/y', 1)",
  'a giving that is a link': `INSERT INTO givings (id, staged, target, recorded) VALUES ('0', 'OUTSIDE/${stagedName}', 'OUTSIDE/y', 1)`,
  'media that climb':
    "UPDATE media SET name = '../../outside/letters.txt'; UPDATE recordings SET media = '../../outside/letters.txt'",
  'media from the top':
    "UPDATE media SET name = 'OUTSIDE/letters.txt'; UPDATE recordings SET media = 'OUTSIDE/letters.txt'",
  'media with a NUL': "UPDATE media SET name = 'a' || char(0); UPDATE recordings SET media = 'a' || char(0)",
  'a version of its own': 'PRAGMA user_version = 9999',
  'a version below zero': 'PRAGMA user_version = -1',
  'another migration': "INSERT INTO migrations VALUES ('209912310001-take-everything', '2099-01-01T00:00:00.000Z')",
  'no migrations': 'DELETE FROM migrations; PRAGMA user_version = 0',
  'no archive row': 'DELETE FROM archive',
  'an archive row of nonsense': "UPDATE archive SET media_identity = 'AGE-SECRET-KEY-1', media_recipient = ''",
  'no tables': 'DROP TABLE givings; DROP TABLE media',
  'a schema of nonsense':
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE passages (x)' WHERE name = 'passages'",
  'a schema that is no SQL':
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'DROP TABLE x; ' || sql WHERE name = 'media'",
  'pages that lie elsewhere':
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999999999 WHERE name = 'passages'",
  'two tables in one page':
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'media') WHERE name = 'givings'",
  'a place of the past':
    'UPDATE passages SET place = -9223372036854775808 WHERE place = (SELECT min(place) FROM passages)',
  'a title of ten million letters': "UPDATE testimonies SET title = replace(hex(zeroblob(5000000)), '0', 'x')",
  'words of its own kind': "UPDATE passages SET word_times = '[[[[[[' || text",
}

const nonsense: ReadonlySet<string> = new Set([
  'a place of the past',
  'a title of ten million letters',
  'words of its own kind',
])

function sql(): Attack[] {
  return Object.entries(statements).map(([name, statement]) => ({
    name,
    isNonsense: nonsense.has(name),
    lay: (place) => {
      symlinkSync(place.outside, path.join(place.outside, stagedName))
      try {
        altered(place, statement)
      } catch {
        // what SQLite itself refuses to make cannot be brought
      }
    },
  }))
}

const database = ({ folder }: Place): string => path.join(folder, 'archive.db')
const random = (seed: number, length: number): Buffer => {
  const dice = diceFrom(seed)
  return Buffer.from(Array.from({ length }, () => dice(256)))
}

/** A rollback journal that names another file as the one above it, to be deleted. */
function hotJournal({ folder, outside }: Place): void {
  const magic = Buffer.from('d9d505f920a163d7', 'hex')
  const head = Buffer.alloc(512)
  magic.copy(head)
  const numbers = [0, 1_234, statSync(path.join(folder, 'archive.db')).size / 4096, 512, 4096]
  for (const [at, number] of numbers.entries()) head.writeUInt32BE(number, 8 + at * 4)
  const name = Buffer.from(path.join(outside, 'letters.txt'))
  const tail = Buffer.alloc(12 + name.length)
  tail.writeUInt32BE(0x4000_0000 / 4096 + 1, 0)
  name.copy(tail, 4)
  tail.writeUInt32BE(name.length, 4 + name.length)
  tail.writeUInt32BE(
    name.reduce((sum, byte) => (sum + ((byte << 24) >> 24)) >>> 0, 0),
    8 + name.length,
  )
  writeFileSync(path.join(folder, 'archive.db-journal'), Buffer.concat([head, tail, magic]))
}

function plain(place: Place): void {
  rmSync(database(place))
  const made = new SQLite(database(place))
  made.exec('CREATE TABLE migrations (name TEXT, at TEXT); CREATE TABLE archive (id TEXT); CREATE VIEW v AS SELECT 1')
  made.close()
}

function databases(): Attack[] {
  const flips = Array.from({ length: 24 }, (_, at) => ({
    name: `a byte of the database is another, ${at}`,
    lay: (place: Place) => {
      const bytes = readFileSync(database(place))
      const where = diceFrom(at + 1)(bytes.length)
      bytes[where] = (bytes[where] ?? 0) ^ 0x41
      writeFileSync(database(place), bytes)
    },
  }))
  const cuts = [0, 1, 15, 16, 100, 4095, 4096, 4097, 40_960].map((length) => ({
    name: `${length} bytes of a database`,
    lay: (place: Place) => truncateSync(database(place), length),
  }))
  const logs = [0, 1, 32, 4_152, 100_000].map((length) => ({
    name: `a log of ${length} bytes of chance`,
    lay: (place: Place) => writeFileSync(`${database(place)}-wal`, random(length + 1, length)),
  }))
  return [
    ...flips,
    ...cuts,
    ...logs,
    { name: 'a plain database', lay: plain },
    { name: 'only the head of a plain database', lay: (at) => writeFileSync(database(at), 'SQLite format 3\0') },
    { name: 'a database of chance', lay: (at) => writeFileSync(database(at), random(3, 40_960)) },
    { name: 'a database of zeros', lay: (at) => writeFileSync(database(at), Buffer.alloc(409_600)) },
    { name: 'a database with more behind it', lay: (at) => appendFileSync(database(at), random(4, 10_000)) },
    { name: 'a database that says it is very long', lay: (at) => truncateSync(database(at), 2 ** 36) },
    { name: 'a journal that names another file', lay: hotJournal },
    { name: 'a journal of chance', lay: (at) => writeFileSync(`${database(at)}-journal`, random(5, 9_000)) },
    { name: 'a database that has two names', lay: (at) => linkSync(database(at), path.join(at.folder, 'another')) },
    { name: 'another database that comes next', lay: (at) => writeFileSync(`${database(at)}.next`, random(6, 8_192)) },
    { name: 'another database that was', lay: (at) => writeFileSync(`${database(at)}.former`, random(7, 8_192)) },
  ]
}

function keyrings(): Attack[] {
  const both = (place: Place, change: (bytes: Buffer) => Buffer): void => {
    for (const name of ['keyring', 'keyring.previous']) {
      const file = path.join(place.folder, name)
      if (existsSync(file)) writeFileSync(file, change(readFileSync(file)))
    }
  }
  const summed = (bytes: Buffer): Buffer =>
    Buffer.concat([bytes.subarray(0, -32), createHash('sha256').update(bytes.subarray(0, -32)).digest()])
  const works = [
    [0, 0],
    [2, 65_536],
    [3, 65_535],
    [33, 65_536],
    [3, 1_048_577],
    [0xffff_ffff, 0xffff_ffff],
    [1, 0xffff_ffff],
  ] as const
  return [
    ...works.flatMap(([passes, memory]) =>
      [0, 1].map((work) => ({
        name: `work ${work} is ${passes} passes over ${memory} KiB`,
        lay: (place: Place) =>
          both(place, (bytes) => {
            bytes.writeUInt32BE(passes, 32 + work * 24)
            bytes.writeUInt32BE(memory, 36 + work * 24)
            return summed(bytes)
          }),
      })),
    ),
    ...[0, 1, 31, 100, 20_000].map((length) => ({
      name: `a keyring of ${length} bytes`,
      lay: (place: Place) => both(place, () => summed(random(length + 9, Math.max(32, length)))),
    })),
    {
      name: 'a keyring without an end',
      lay: (place) => both(place, (bytes) => bytes),
    },
    {
      name: 'a keyring of four gigabytes',
      lay: ({ folder }) =>
        ['keyring', 'keyring.previous'].forEach((name) => truncateSync(path.join(folder, name), 2 ** 32)),
    },
    {
      name: 'a keyring of a newer version',
      lay: (place) => both(place, (bytes) => (bytes.writeUInt32BE(9, 8), summed(bytes))),
    },
    {
      name: 'a keyring of version nought',
      lay: (place) => both(place, (bytes) => (bytes.writeUInt32BE(0, 8), summed(bytes))),
    },
  ]
}

/** In an order in which the first few are of different kinds. */
export const attacks: readonly Attack[] = (() => {
  const lists = [strangeFiles(), sql(), databases(), keyrings()]
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()
})()
