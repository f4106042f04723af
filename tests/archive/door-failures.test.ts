// Everything that can stand between a person and her archive: each its own failure, its own sentence, and nothing worse after it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { failures as english } from '../../renderer/words/en/failures.ts'
import { failures as spanish } from '../../renderer/words/es/failures.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { bringIn, makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { drive, driveToEnd } from '../torture/drive.ts'
import { canFillDisk, fullDisk } from '../torture/full-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
  const story = Array.from({ length: 400 }, (_, at) => `I sold ${at} oranges at the market in the rain.`).join('\n\n')
  await bringIn(archive.client, [{ name: 'a.txt', bytes: new TextEncoder().encode(story) }])
  await archive.client.door.lock({})
})
afterEach(() => archive.close())

const open = () => archive.client.door.open({ folder: archive.folder, passphrase })
const create = (folder: string) => archive.client.door.create({ folder, passphrase, archivist: 'Ana', language: 'en' })
const inFolder = (name: string) => path.join(archive.folder, name)

/** Refused with this code, for which there is a sentence of its own in both languages. */
async function refused(
  work: Promise<unknown>,
  code: keyof typeof english extends `failures.${infer Code}` ? Code : never,
) {
  const failure = await work.then(
    () => null,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(Failure)
  expect(failure).toMatchObject({ code })
  for (const words of [english, spanish]) {
    const sentence = words[`failures.${code}`]
    expect(sentence).toMatch(/^[¿¡\p{Lu}].{15,}\.$/u)
    expect(Object.values(words).filter((other) => other === sentence)).toHaveLength(1)
  }
}

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      path.join(parentPath, name),
      createHash('sha256')
        .update(readFileSync(path.join(parentPath, name)))
        .digest('hex'),
    ]),
  )
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe('the key', () => {
  test('is not the passphrase', async () => {
    await refused(archive.client.door.open({ folder: archive.folder, passphrase: `${passphrase}s` }), 'wrongPassphrase')
    const words = `${'abandon '.repeat(23)}art`
    await refused(archive.client.door.openWithPaperKey({ folder: archive.folder, words }), 'wrongPaperKey')
    await refused(archive.client.shelf.choices({}), 'locked')
    await open()
  })

  test('is in a damaged keyring: the generation before opens and says so, two damaged ones do not', async () => {
    flip(inFolder('keyring'), 100)
    await open()
    expect(await archive.client.door.state({})).toMatchObject({ state: 'open', usedPreviousKeyring: true })
    await archive.client.door.lock({})
    flip(inFolder('keyring.previous'), 700)
    const before = hashes(archive.folder)
    await refused(open(), 'keyringDamaged')
    expect(hashes(archive.folder)).toEqual(before)
    flip(inFolder('keyring'), 100)
    await open()
    expect((await archive.client.door.state({})).usedPreviousKeyring).toBe(false)
  })

  test('is not there: nothing is made over the archive, and with its keyring it opens again', async () => {
    const away = temporaryFolder()
    for (const name of ['keyring', 'keyring.previous']) renameSync(inFolder(name), path.join(away, name))
    const before = hashes(archive.folder)
    await refused(open(), 'keyringMissing')
    await refused(create(archive.folder), 'folderNotEmpty')
    expect(hashes(archive.folder)).toEqual(before)
    renameSync(path.join(away, 'keyring'), inFolder('keyring'))
    await open()
    expect((await archive.client.shelf.choices({})).all).toBe(1)
  })
})

describe('the database', () => {
  test('has a damaged page, wherever it is', async () => {
    const file = inFolder('archive.db')
    // NOTE: a page that is free holds nothing and nobody reads it. Where they lie is chance.
    const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
    const database = openDatabase(file, key, 'open')
    database.exec('VACUUM')
    expect(database.pragma('freelist_count', { simple: true })).toBe(0)
    database.close()
    const whole = readFileSync(file)
    const pages = whole.length / 4096
    const codes = new Set<string>()
    for (let tried = 0; tried < 12; tried += 1) {
      flip(file, Math.floor((tried * (pages - 1)) / 11) * 4096 + 1_000)
      try {
        await open()
        for await (const step of archive.client.care.check({}))
          if (step.kind === 'checked') codes.add(step.findings[0]?.rule ?? 'unnoticed')
      } catch (error) {
        codes.add(error instanceof Failure ? error.code : String(error))
      }
      await archive.client.door.lock({})
      writeFileSync(file, whole)
      for (const log of ['archive.db-wal', 'archive.db-journal']) rmSync(inFolder(log), { force: true })
    }
    expect([...codes]).toEqual(['pageDamaged'])
    flip(file, 10)
    await refused(open(), 'pageDamaged')
    writeFileSync(file, whole)
    await open()
  })

  test('is of a newer version, and not a byte of it is touched', async () => {
    const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
    const database = openDatabase(inFolder('archive.db'), key, 'open')
    database.exec("INSERT INTO migrations VALUES ('209901010000-come-from-the-future', '2099-01-01T00:00:00.000Z')")
    database.pragma(`user_version = ${Number(database.pragma('user_version', { simple: true })) + 1}`)
    database.close()
    const before = hashes(archive.folder)
    await refused(open(), 'newerVersion')
    expect(hashes(archive.folder)).toEqual(before)
    expect((await archive.client.door.state({})).state).toBe('closed')
  })

  test('is open in another program, until that has gone', async () => {
    const driven = drive({ do: 'open', dataFolder: temporaryFolder(), folder: archive.folder, stopAtSteps: true })
    for await (const { step } of driven.lines) {
      expect(step).toBe('open')
      await refused(open(), 'alreadyOpenElsewhere')
      expect((await archive.client.door.state({})).state).toBe('closed')
      await driven.kill()
    }
    await open()
    await refused(open(), 'alreadyOpenElsewhere')
    expect((await archive.client.shelf.choices({})).all).toBe(1)
  })
})

describe('the folder', () => {
  test('is in a synced drive, or holds something else, or is not there', async () => {
    const place = temporaryFolder()
    await refused(create(path.join(place, 'Dropbox', 'stories')), 'folderSynced')
    writeFileSync(path.join(place, 'letter.txt'), 'hers')
    await refused(create(place), 'folderNotEmpty')
    await refused(create(path.join(place, 'letter.txt')), 'notAFolder')
    await refused(create(path.join(place, 'letter.txt', 'inside')), 'notAFolder')
    await refused(create('stories'), 'pathNotWhole')
    await refused(archive.client.door.folders({ path: path.join(place, 'letter.txt') }), 'notAFolder')
    await refused(archive.client.door.folders({ path: 'stories' }), 'pathNotWhole')
    await refused(archive.client.door.open({ folder: path.join(place, 'letter.txt'), passphrase }), 'notAFolder')
    await refused(archive.client.door.makeFolder({ parent: '.', name: 'new' }), 'pathNotWhole')
    await refused(create(archive.folder), 'archiveHere')
    await refused(archive.client.door.open({ folder: path.join(place, 'none'), passphrase }), 'folderMissing')
    await refused(archive.client.door.open({ folder: place, passphrase }), 'noArchiveHere')
    expect(readdirSync(place)).toEqual(['letter.txt'])
  })

  test('was free when it was chosen and is not when the paper key is typed back', async () => {
    const place = temporaryFolder()
    const { paperKey, check } = await create(place)
    expect(readdirSync(place)).toEqual([])
    writeFileSync(path.join(place, 'letter.txt'), 'hers')
    await refused(
      archive.client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') }),
      'folderNotEmpty',
    )
    expect(readdirSync(place)).toEqual(['letter.txt'])
    expect((await archive.client.door.state({})).state).toBe('closed')
  })

  // Root may write anywhere, so another user tries, where that can be.
  const another = process.getuid?.() === 0 ? ['setpriv', '--reuid', '65534', '--clear-groups'] : []
  // The other user must be able to read the program, which a clone in a private folder keeps from them.
  const readsDriver = `require('node:fs').accessSync(${JSON.stringify(path.join(import.meta.dirname, '..', 'torture', 'driver.ts'))})`
  const canTry =
    process.platform !== 'win32' &&
    (another.length === 0 ||
      spawnSync(another[0] ?? '', [...another.slice(1), process.execPath, '-e', readsDriver]).status === 0)
  test.skipIf(!canTry)('is read-only (tried as a user who may not write; skipped where there is none)', async () => {
    const dataFolder = temporaryFolder()
    chmodSync(dataFolder, 0o777)
    chmodSync(archive.dataFolder, 0o755)
    if (another.length > 0)
      for (const place of [archive.folder, ...readdirSync(archive.folder).map(inFolder)])
        chownSync(place, 65_534, 65_534)
    chmodSync(archive.folder, 0o555)
    const code = async (work: 'open' | 'make', folder: string) =>
      (await driveToEnd({ do: work, dataFolder, folder }, { through: another })).at(-1)?.failed
    const before = hashes(archive.folder)
    expect(await code('open', archive.folder)).toBe('folderReadOnly')
    const empty = path.join(archive.dataFolder, 'empty')
    mkdirSync(empty)
    chmodSync(empty, 0o555)
    expect(await code('make', empty)).toBe('folderReadOnly')
    expect(await code('make', path.join(empty, 'inside'))).toBe('folderReadOnly')
    expect([hashes(archive.folder), readdirSync(empty)]).toEqual([before, []])
    chmodSync(archive.folder, 0o755)
    expect(await code('open', archive.folder)).toBeUndefined()
    if (another.length > 0)
      for (const place of [archive.folder, ...readdirSync(archive.folder).map(inFolder)]) chownSync(place, 0, 0)
  })

  test.skipIf(!canFillDisk())(
    'is on a full disk: nothing half-made, nothing half-kept, and it locks (skipped where no small disk can be mounted)',
    { timeout: 120_000 },
    () => {
      const {
        tried,
        refused: refusals,
        wrong,
      } = fullDisk({ making: [4, 24, 80, 160, 240], keeping: [0, 8, 60, 200, 400, 900] })
      expect(wrong).toEqual([])
      expect(tried).toBe(11)
      expect(refusals).toBeGreaterThan(7)
      expect(english['failures.diskFull']).not.toBe(spanish['failures.diskFull'])
    },
  )
})

test('an unfinished making of before is cleared away, and nothing else is', async () => {
  const dataFolder = temporaryFolder()
  const folder = path.join(dataFolder, 'archive')
  mkdirSync(path.join(folder, '.making'), { recursive: true })
  writeFileSync(path.join(folder, 'archive.db'), 'left by a crash')
  const other = await startProcess(dataFolder)
  const make = async () => {
    const { paperKey, check } = await other.client.door.create({ folder, passphrase, archivist: 'Ana', language: 'en' })
    await other.client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
  }
  writeFileSync(path.join(folder, 'letter.txt'), 'hers')
  await refused(make(), 'folderNotEmpty')
  rmSync(path.join(folder, 'letter.txt'))
  await make()
  expect(existsSync(path.join(folder, '.making'))).toBe(false)
  await other.close()
  expect(other.broken).toEqual([])
})
