// The stand-alone exporter where something is wrong: damage is named and nothing else suffers by it, and a writing that does
// not come to its end leaves nothing.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { decipheredPages } from '../../electron/rescue/database/pages.ts'
import { readTables, rowOf } from '../../electron/rescue/database/tables.ts'
import { fileBytes } from '../../electron/rescue/from/bytes.ts'
import { wordsFor } from '../../electron/rescue/words/words.ts'
import { passphrase } from '../support/archive.ts'
import { canFillDisk, onSmallDisk } from '../torture/full-disk.ts'
import { damageRescued } from '../torture/rescue.ts'
import { expectBag, expectEverything } from './rescue-expected.ts'
import * as made from './rescue-world.ts'
import { filesIn, rescueWith, type RescueWorld } from './rescue-world.ts'
import { temporaryFolder } from './temporary-folder.ts'

const program = path.join(import.meta.dirname, '..', '..', 'electron', 'rescue', 'index.ts')
/** What the tests have: made once, for all of them. */
export interface Around {
  readonly world: () => RescueWorld
  /** A name for a new folder. */
  readonly fresh: () => string
  readonly opens: readonly [string, string]
}

export function damagedCases({ world: worldNow, fresh, opens }: Around): void {
  test('reads every row of every table as SQLite does', async () => {
    const { key } = await openWithPassphrase(worldNow().folder, normalisePassphrase(passphrase))
    const copy = path.join(fresh(), 'archive.db')
    mkdirSync(path.dirname(copy))
    cpSync(path.join(worldNow().folder, 'archive.db'), copy)
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
      cpSync(worldNow().folder, folder, { recursive: true })
      const bytes = readFileSync(path.join(folder, file))
      for (const at of offsets) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      writeFileSync(path.join(folder, file), bytes)
      return folder
    }
    test('a page with words, and the first one: what can be read is written, and what cannot is named', async () => {
      const { key } = await openWithPassphrase(worldNow().folder, normalisePassphrase(passphrase))
      const pages = await fileBytes(path.join(worldNow().folder, 'archive.db'))
      if (pages === null) throw new Error('no database')
      const plain = await decipheredPages({ pages, log: null }, key)
      await pages.close()
      const withWords = Array.from({ length: plain.count }, (_, at) => at + 1).filter((number) =>
        plain.page(number)?.includes('Line 80 of it'),
      )
      expect(withWords).toHaveLength(1)
      const to = fresh()
      const { code, said } = await rescueWith(damaged('archive.db', [((withWords[0] ?? 0) - 1) * 4096 + 200]), to, [
        ...opens,
        '',
      ])
      expect(code, said).toBe(0)
      const files = filesIn(to)
      expectBag(files)
      for (const note of [
        'that cannot be read: 1.',
        'rows of the table “passages” cannot',
        'Some of the words of “long” cannot',
      ])
        expect(said).toContain(note)
      const text = files.get('data/long/transcript.txt')?.toString('utf8') ?? ''
      expect(text).toContain('[Some of the words of this story could not be read')
      const lost = Array.from({ length: 160 }, (_, at) => at).filter((at) => !text.includes(`Line ${at} of it.`))
      expect([lost.includes(80), lost.length < 15, lost]).toMatchObject([true, true, lost.toSorted((a, b) => a - b)])
      const first = fresh()
      expect((await rescueWith(damaged('archive.db', [200]), first, [...opens, ''])).said).toContain(
        'that cannot be read: 1.',
      )
      expect(filesIn(first).get('data/long/transcript.txt')?.includes('Line 80 of it.')).toBe(true)
    })

    test('a byte anywhere: no row is another one, and each table that lost one is named; unchecked, rows would be', async () => {
      // The short form of `npm run torture` (rescue.damage).
      const { tried, wrong, control } = await damageRescued(worldNow(), 12)
      expect({ wrong, control }).toEqual({ wrong: [], control: 'failed, as it must' })
      expect(tried).toBeGreaterThan(15)
    })

    test('the first page, and with it the salt: it is read all the same, and it says that nothing vouches for it', async () => {
      const to = fresh()
      const { code, said } = await rescueWith(damaged('archive.db', [3]), to, [...opens, ''])
      expect([code, said.includes('nothing shows that nobody altered it')], said).toEqual([0, true])
      expectEverything(filesIn(to), worldNow())
    })

    test('a recording: the rest of it keeps its place, and how much is gone is said', async () => {
      const media =
        [...filesIn(path.join(worldNow().folder, 'media'))].find(
          ([, bytes]) => bytes.length === 96_044 + 16 + 2 * 16,
        )?.[0] ?? ''
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
      const inside = path.join(worldNow().folder, 'out')
      expect((await rescueWith(worldNow().folder, to, opens)).said).toContain('Something is there already')
      expect((await rescueWith(worldNow().folder, inside, opens)).said).toContain('must not lie inside the archive')
      expect([...filesIn(to).keys(), existsSync(inside)]).toEqual(['mine.txt', false])
      const other = fresh()
      const said = spawnSync(process.execPath, [program, worldNow().folder, other, '--language', 'en'], {
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
      let after = 0
      const words = {
        ...real,
        get writing() {
          if (stop.signal.aborted) after += 1
          if (existsSync(path.join(`${to} (unfinished)`, 'data'))) stop.abort()
          return real.writing
        },
      }
      const { code, said } = await rescueWith(worldNow().folder, to, [...opens, ''], { signal: stop.signal, words })
      expect(after).toBe(0)
      expect([code, said.includes('Stopped.'), existsSync(to), existsSync(`${to} (unfinished)`)]).toEqual([
        130,
        true,
        false,
        false,
      ])
    })

    test('Ctrl+C while it asks, as a program of its own; typed in Spanish', async () => {
      const to = fresh()
      const asked = spawn(process.execPath, [program, worldNow().folder, to, '--language', 'es'], {
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
              worldNow().folder,
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
}
