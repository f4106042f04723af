// The one connection to the database: its settings, who else may have it, and what opening and creating say.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { describe, expect, test } from 'vitest'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openDatabase, settings } from '../../electron/archive/store/connection.ts'
import { tokenizer } from '../../electron/archive/store/fold.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { newDatabase } from './new-database.ts'
import { codeOf } from './temporary-folder.ts'

/** Opens the file in another process, says how that went, and stays until its input ends. */
function elsewhere(file: string, key: Buffer) {
  const factory = new URL('../../electron/archive/store/connection.ts', import.meta.url).href
  const script = `
    const { openDatabase } = await import(${JSON.stringify(factory)})
    try {
      openDatabase(${JSON.stringify(file)}, Buffer.from('${key.toString('hex')}', 'hex'), 'open')
      console.log('open')
    } catch (error) { console.log(error.code) }
    process.stdin.resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = once(child.stdout, 'data').then(([data]) => String(data).trim())
  return {
    said,
    end: async () => {
      const ended = once(child, 'exit')
      child.stdin.end()
      child.kill('SIGKILL')
      await ended
    },
  }
}

describe('a connection', () => {
  test('has every setting, on creation and on opening', () => {
    const { database, open } = newDatabase()
    const readBack = (connection: typeof database) =>
      settings.map(([pragma]) => [pragma, connection.pragma(pragma, { simple: true })])
    const expected = settings.map(([pragma, , value]) => [pragma, value])
    expect(readBack(database)).toEqual(expected)
    database.close()
    const again = open()
    expect(readBack(again)).toEqual(expected)
    expect(again.pragma('cipher', { simple: true })).toBe('sqlcipher')
    expect(again.pragma('legacy', { simple: true })).toBe('4')
    again.close()
    // The control: what a bare connection has is not that.
    const bare = new SQLite(':memory:')
    expect(readBack(bare)).not.toEqual(expected)
    bare.close()
  })

  test('leaves no readable byte, where an unencrypted one does', () => {
    const { folder, database } = newDatabase()
    const canary = 'canary words at dawn'
    const fill = (connection: typeof database): void => {
      connection.exec(
        `CREATE TABLE words (word TEXT) STRICT; CREATE VIRTUAL TABLE found USING fts5(word, tokenize="${tokenizer}")`,
      )
      const insert = connection.prepare('INSERT INTO words VALUES (?)')
      connection.transaction(() => {
        for (let at = 0; at < 20_000; at += 1) insert.run(`${canary} ${(at * 7919) % 20_000}`)
      })()
      connection.exec('INSERT INTO found SELECT word FROM words')
      connection.prepare('SELECT word FROM words ORDER BY word DESC').all()
    }
    const hits = (place: string) =>
      readdirSync(place).filter((name) => readFileSync(path.join(place, name)).includes('canary'))
    fill(database)
    expect(readdirSync(folder).toSorted()).toEqual(['archive.db', 'archive.db-wal'])
    expect(hits(folder)).toEqual([])
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    expect(readdirSync(folder)).toEqual(['archive.db'])
    expect(hits(folder)).toEqual([])
    const bare = new SQLite(path.join(folder, 'bare.db'))
    fill(bare)
    bare.close()
    expect(hits(folder)).toEqual(['bare.db'])
  })

  test('is refused to a second process, for as long as the first has it and no longer', async () => {
    const { file, key, database, open } = newDatabase()
    expect(await codeOf(open)).toBe('alreadyOpenElsewhere')
    const second = elsewhere(file, key)
    expect(await second.said).toBe('alreadyOpenElsewhere')
    await second.end()
    database.exec('CREATE TABLE a (b TEXT) STRICT')
    database.close()
    const third = elsewhere(file, key)
    expect(await third.said).toBe('open')
    expect(await codeOf(open)).toBe('alreadyOpenElsewhere')
    await third.end()
    // Killed while it had the lock: nothing stale stays behind.
    open().close()
  })

  test('opens what is there, creates what is not, and never the other way', async () => {
    const { folder, file, key, database, open } = newDatabase()
    database.close()
    expect(await codeOf(() => openDatabase(file, key, 'create'))).toBe('archiveHere')
    expect(await codeOf(() => openDatabase(path.join(folder, 'none.db'), key, 'open'))).toBe('noArchiveHere')
    expect(existsSync(path.join(folder, 'none.db'))).toBe(false)
    expect(await codeOf(() => openDatabase(path.join(folder, 'none', 'a.db'), key, 'create'))).toBe('folderMissing')
    expect(await codeOf(() => openDatabase(file, systemRandom(32), 'open'))).toBe('pageDamaged')
    expect(await codeOf(() => openDatabase(file, key.subarray(1), 'open'))).toBe('settingRefused')
    open().close()
    const bare = path.join(folder, 'bare.db')
    const plain = new SQLite(bare)
    plain.exec('CREATE TABLE a (b)')
    plain.close()
    expect(['pageDamaged', 'settingRefused']).toContain(await codeOf(() => openDatabase(bare, key, 'open')))
    mkdirSync(path.join(folder, 'folder.db'))
    expect(await codeOf(() => openDatabase(path.join(folder, 'folder.db'), key, 'open'))).toBe('notAnArchive')
    writeFileSync(path.join(folder, 'empty.db'), '')
    expect(await codeOf(() => openDatabase(path.join(folder, 'empty.db'), key, 'open'))).toBe('pageDamaged')
  })

  // Root may write anywhere, so another user tries.
  test.skipIf(!anotherUserCanTry())(
    'a folder that is read-only says so, to open and to create (tried as another user, where that can be)',
    () => {
      const { folder, file, key, database } = newDatabase()
      database.close()
      const factory = new URL('../../electron/archive/store/connection.ts', import.meta.url).href
      const script = `
        const { openDatabase } = await import(${JSON.stringify(factory)})
        for (const [name, mode] of [['archive.db', 'open'], ['new.db', 'create'], ['none.db', 'open']]) {
          try {
            openDatabase(${JSON.stringify(folder)} + '/' + name, Buffer.from('${key.toString('hex')}', 'hex'), mode).close()
            console.log('open')
          } catch (error) { console.log(error.code) }
        }`
      const asAnother = (): string[] =>
        execFileSync(
          'setpriv',
          ['--reuid', '65534', '--clear-groups', process.execPath, '--input-type=module', '-e', script],
          { encoding: 'utf8' },
        )
          .trim()
          .split('\n')
      chmodSync(folder, 0o555)
      chmodSync(file, 0o444)
      expect(asAnother()).toEqual(['folderReadOnly', 'folderReadOnly', 'noArchiveHere'])
      chmodSync(file, 0o666)
      expect(asAnother()).toEqual(['folderReadOnly', 'folderReadOnly', 'noArchiveHere'])
      chmodSync(folder, 0o777)
      expect(asAnother()).toEqual(['open', 'open', 'noArchiveHere'])
    },
  )

  test('has fold() for SQL', () => {
    const { database } = newDatabase()
    expect(database.prepare("SELECT fold('我们是') AS folded, fold(NULL) AS none").get()).toEqual({
      folded: ' 我们 们是 是 ',
      none: null,
    })
    database.close()
  })

  test('a full disk is said to be full, and what was kept before stays', async () => {
    const { database, open } = newDatabase()
    database.exec('CREATE TABLE words (word TEXT) STRICT')
    database.pragma('max_page_count = 20')
    const archive = new ArchiveDatabase(database)
    const keep = (): void => {
      for (let at = 0; at < 100; at += 1)
        archive.transaction((write) => write.run('INSERT INTO words VALUES (?)', ['x'.repeat(3000)]))
    }
    expect(await codeOf(keep)).toBe('diskFull')
    const kept = archive.get<{ n: number }>('SELECT count(*) AS n FROM words')
    expect(kept?.n).toBeGreaterThan(5)
    archive.close()
    const again = new ArchiveDatabase(open())
    expect(again.get('SELECT count(*) AS n FROM words')).toEqual(kept)
    again.close()
  })
})

/** Whether this is root, another user can be taken on, and that one may read the program and the temporary folder. */
function anotherUserCanTry(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const program = new URL('../../electron/archive/store/connection.ts', import.meta.url).pathname
  const look = `for (const place of process.argv.slice(1)) require('node:fs').accessSync(place)`
  const user = ['--reuid', '65534', '--clear-groups', process.execPath, '-e', look, program, tmpdir()]
  return spawnSync('setpriv', user).status === 0
}

function sqlcipherVersion(): number {
  return (
    Number.parseInt(
      spawnSync('sqlcipher', [':memory:', 'PRAGMA cipher_version;'], { encoding: 'utf8' }).stdout ?? '',
      10,
    ) || 0
  )
}

test.skipIf(sqlcipherVersion() < 4)(
  'the sqlcipher program, 4.0 or newer, opens the file with the raw key (skipped where it is older or missing)',
  () => {
    const { file, key, database } = newDatabase()
    database.exec("CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('hers')")
    database.close()
    const output = execFileSync(
      'sqlcipher',
      [file, `PRAGMA key = "x'${key.toString('hex')}'"; SELECT word FROM words;`],
      { encoding: 'utf8' },
    )
    expect(output).toContain('hers')
  },
)
