// Another passphrase and another paper key: from that moment the old ones open nothing, in neither generation, killed or not.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { settleKeyring } from '../../electron/archive/vault/keyring.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { temporaryFolder } from './temporary-folder.ts'

const other = 'thunder copper willow basket planet anchor'
const opensWith = { kind: 'passphrase', words: passphrase } as const

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

const at = (name: string) => path.join(archive.folder, name)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : 'broken'),
  )
const change = () => archive.client.door.changePassphrase({ opensWith, passphrase: other })

/** Locks, and tries to open. */
async function opens(words: string, kind: 'passphrase' | 'paper' = 'passphrase'): Promise<string> {
  const { door } = archive.client
  await door.lock({})
  const { folder } = archive
  return codeOf(kind === 'paper' ? door.openWithPaperKey({ folder, words }) : door.open({ folder, passphrase: words }))
}

/** What opens when the current generation is damaged. */
async function opensWithoutCurrent(words: string, kind: 'passphrase' | 'paper' = 'passphrase'): Promise<string> {
  await archive.client.door.lock({})
  const kept = readFileSync(at('keyring'))
  writeFileSync(at('keyring'), 'damaged')
  const said = await opens(words, kind)
  await archive.client.door.lock({})
  writeFileSync(at('keyring'), kept)
  return said
}

async function newPaperKey() {
  const { door } = archive.client
  const { paperKey, check } = await door.beginNewPaperKey({ opensWith, language: 'en' })
  return { words: paperKey.join(' '), typedBack: check.map((place) => paperKey[place] ?? '') }
}

describe('another passphrase', () => {
  test('opens, and the old one opens neither generation', async () => {
    await change()
    expect(await opens(passphrase)).toBe('wrongPassphrase')
    expect(await opensWithoutCurrent(passphrase)).toBe('wrongPassphrase')
    expect(await opensWithoutCurrent(other)).toBe('done')
    expect(await opens(other)).toBe('done')
  })

  test('is taken only from somebody who can open the archive now, and only a strong one', async () => {
    const before = readFileSync(at('keyring'))
    const { door } = archive.client
    const words = `${'abandon '.repeat(23)}art`
    for (const [asked, code] of [
      [{ opensWith: { ...opensWith, words: other }, passphrase: other }, 'wrongPassphrase'],
      [{ opensWith: { kind: 'paper', words }, passphrase: other }, 'wrongPaperKey'],
      [{ opensWith, passphrase: 'maria1987' }, 'weakPassphrase'],
    ] as const)
      expect(await codeOf(door.changePassphrase(asked))).toBe(code)
    expect(readFileSync(at('keyring'))).toEqual(before)
    await door.lock({})
    expect(await codeOf(change())).toBe('locked')
  })

  test('is made with the paper key where the old one is lost', async () => {
    const { words, typedBack } = await newPaperKey()
    await archive.client.door.confirmNewPaperKey({ words: typedBack })
    await archive.client.door.changePassphrase({ opensWith: { kind: 'paper', words }, passphrase: other })
    expect(await opens(passphrase)).toBe('wrongPassphrase')
    expect(await opens(other)).toBe('done')
    expect(await opens(words, 'paper')).toBe('done')
  })

  test('killed at any point, either the old or the new one opens, and after an opening never both', async () => {
    const away = temporaryFolder()
    const name = (generation: string, when: string) => path.join(away, `${generation} ${when}`)
    for (const generation of ['keyring', 'keyring.previous']) copyFileSync(at(generation), name(generation, 'old'))
    await change()
    for (const generation of ['keyring', 'keyring.previous']) copyFileSync(at(generation), name(generation, 'new'))
    for (const [current, previous] of [
      ['old', 'old'],
      ['new', 'old'],
      ['new', 'new'],
    ] as const) {
      for (const halfWritten of [null, 'keyring.new', 'keyring.previous.new']) {
        await archive.client.door.lock({})
        copyFileSync(name('keyring', current), at('keyring'))
        copyFileSync(name('keyring.previous', previous), at('keyring.previous'))
        if (halfWritten !== null) writeFileSync(at(halfWritten), 'half')
        const [right, wrong] = current === 'new' ? [other, passphrase] : [passphrase, other]
        expect(await opens(wrong)).toBe('wrongPassphrase')
        expect(await opens(right)).toBe('done')
        expect(await opensWithoutCurrent(wrong)).toBe('wrongPassphrase')
        expect(await opensWithoutCurrent(right)).toBe('done')
        for (const left of ['keyring.new', 'keyring.previous.new']) expect(existsSync(at(left))).toBe(false)
      }
    }
  })

  test('where the disk fails, what is said is true', async () => {
    const block = (file: string) => mkdirSync(path.join(at(`${file}.new`), 'in the way'), { recursive: true })
    block('keyring')
    expect(await codeOf(change())).not.toBe('done')
    archive.broken.length = 0 // a folder in the way is no failure of a disk
    rmSync(at('keyring.new'), { recursive: true })
    expect(await opens(other)).toBe('wrongPassphrase')
    expect(await opens(passphrase)).toBe('done')
    block('keyring.previous')
    expect(await codeOf(change())).toBe('done')
    expect(await opensWithoutCurrent(passphrase)).not.toBe('done')
    rmSync(at('keyring.previous.new'), { recursive: true })
    expect(await opens(other)).toBe('done')
    expect(await opensWithoutCurrent(other)).toBe('done')
  })
})

describe('another paper key', () => {
  test('counts once it is typed back, and ends the old one at that moment', async () => {
    const first = await newPaperKey()
    expect(await archive.client.door.confirmNewPaperKey({ words: ['a', 'b', 'c', 'd'] })).toEqual({ right: false })
    expect(await archive.client.door.confirmNewPaperKey({ words: first.typedBack })).toEqual({ right: true })
    const second = await newPaperKey()
    expect(await opens(second.words, 'paper')).toBe('wrongPaperKey')
    expect(await opens(first.words, 'paper')).toBe('done')
    // Locking forgot the second one.
    expect(await codeOf(archive.client.door.confirmNewPaperKey({ words: second.typedBack }))).toBe('notFound')
    const third = await newPaperKey()
    await archive.client.door.confirmNewPaperKey({ words: third.typedBack })
    expect(await opens(first.words, 'paper')).toBe('wrongPaperKey')
    expect(await opensWithoutCurrent(first.words, 'paper')).toBe('wrongPaperKey')
    expect(await opens(third.words, 'paper')).toBe('done')
    expect(await opens(passphrase)).toBe('done')
  })

  test('is shown only to somebody who can open the archive', async () => {
    const { door } = archive.client
    const wrong = { kind: 'passphrase', words: other } as const
    expect(await codeOf(door.beginNewPaperKey({ opensWith: wrong, language: 'en' }))).toBe('wrongPassphrase')
  })
})

test('a damaged current generation is never copied over the one before', async () => {
  const before = readFileSync(at('keyring.previous'))
  writeFileSync(at('keyring'), 'damaged')
  expect(await codeOf(settleKeyring(archive.folder))).toBe('keyringDamaged')
  expect(readFileSync(at('keyring.previous'))).toEqual(before)
  writeFileSync(at('keyring'), before)
})
