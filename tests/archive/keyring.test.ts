import { argon2Sync, createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { argonCeiling, argonFloor, calibrate, measureArgon, stretch } from '../../electron/archive/vault/argon.ts'
import { keyringLength } from '../../electron/archive/vault/keyring-file.ts'
import { createKeyring, openWithPaperKey, openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { addPassphrase, setPaperKey } from '../../electron/archive/vault/keyring-change.ts'
import { paperKeyWords, readPaperKey } from '../../electron/archive/vault/paper-key.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { newId, systemRandom } from '../../electron/archive/vault/random.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

const passphrase = Buffer.from('seis palabras que nadie sabe')
const random = systemRandom
const opens = { kind: 'passphrase', bytes: passphrase } as const

async function keyringWithPaper() {
  const folder = temporaryFolder()
  const { key, archiveId } = await createKeyring({ folder, passphrase, parameters: argonFloor, random })
  const paperKey = random(32)
  await setPaperKey({ folder, key, paperKey, random })
  return {
    folder,
    key,
    archiveId,
    paperKey,
    current: path.join(folder, 'keyring'),
    previous: path.join(folder, 'keyring.previous'),
  }
}

function withSum(bytes: Buffer): Buffer {
  const body = bytes.subarray(0, -32)
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x10
  return copy
}

/** Every byte of the head, every third of the slots; of the long map, which is one sealed piece, every 31st. */
const step = (at: number): number => (at < 80 ? 1 : at < 80 + 16 * 168 ? 3 : 31)

describe('the keyring', () => {
  test('opens with the passphrase and with the paper key, and with nothing else', async () => {
    const { folder, key, archiveId, paperKey } = await keyringWithPaper()
    expect(await openWithPassphrase(folder, passphrase)).toMatchObject({ key, archiveId, usedPrevious: false })
    expect(await openWithPaperKey(folder, paperKey)).toMatchObject({ key, archiveId, usedPrevious: false })
    expect(await codeOf(openWithPassphrase(folder, Buffer.from('seis palabras que nadie sab')))).toBe('wrongPassphrase')
    expect(await codeOf(openWithPassphrase(folder, paperKey))).toBe('wrongPassphrase')
    expect(await codeOf(openWithPaperKey(folder, random(32)))).toBe('wrongPaperKey')
    expect(await codeOf(openWithPassphrase(temporaryFolder(), passphrase))).toBe('keyringMissing')
  })

  test('a second passphrase opens too; a new paper key ends the old one, in both generations', async () => {
    const { folder, key, paperKey, current } = await keyringWithPaper()
    const second = Buffer.from('another')
    await addPassphrase({ folder, opens, passphrase: second, random })
    const newPaper = random(32)
    await setPaperKey({ folder, key, paperKey: newPaper, random })
    expect((await openWithPassphrase(folder, second)).key).toEqual(key)
    expect((await openWithPassphrase(folder, passphrase)).key).toEqual(key)
    expect((await openWithPaperKey(folder, newPaper)).key).toEqual(key)
    expect(await codeOf(openWithPaperKey(folder, paperKey))).toBe('wrongPaperKey')
    writeFileSync(current, 'damaged')
    expect(await codeOf(openWithPaperKey(folder, paperKey))).toBe('wrongPaperKey')
    expect(await openWithPaperKey(folder, newPaper)).toMatchObject({ usedPrevious: true })
  })

  test('tells nothing: its size is always the same, and the key is not in it', async () => {
    const { folder, key, paperKey, current } = await keyringWithPaper()
    const before = readFileSync(current)
    await addPassphrase({ folder, opens, passphrase: Buffer.from('another'), random })
    const after = readFileSync(current)
    expect([before.length, after.length]).toEqual([keyringLength, keyringLength])
    for (const secret of [key, paperKey, passphrase]) expect(after.includes(secret)).toBe(false)
    expect(readdirSync(folder).toSorted()).toEqual(['keyring', 'keyring.previous'])
  })

  test('sixteen slots and no more; one whose key is not the archive’s changes nothing', async () => {
    const { folder, key, current } = await keyringWithPaper()
    const before = readFileSync(current)
    expect(await codeOf(setPaperKey({ folder, key: random(32), paperKey: random(32), random }))).toBe('keyringDamaged')
    expect(readFileSync(current)).toEqual(before)
    for (let slot = 2; slot < 16; slot += 1)
      await addPassphrase({ folder, opens, passphrase: Buffer.from(`${slot}`), random })
    expect(await codeOf(addPassphrase({ folder, opens, passphrase: Buffer.from('17'), random }))).toBe('keyringFull')
    expect((await openWithPassphrase(folder, Buffer.from('15'))).key).toEqual(key)
  })

  test('every byte flipped is noticed, or the generation before opens', async () => {
    const { folder, key, paperKey, current, previous } = await keyringWithPaper()
    const good = readFileSync(current)
    let [tried, fellBack, noticed] = [0, 0, 0]
    for (let at = 0; at < good.length; at += step(at)) {
      writeFileSync(current, flipped(good, at))
      tried += 1
      const opened = await openWithPaperKey(folder, paperKey)
      if (opened.usedPrevious && opened.key.equals(key)) fellBack += 1
    }
    const backup = readFileSync(previous)
    rmSync(previous)
    for (let at = 0; at < good.length; at += step(at)) {
      writeFileSync(current, flipped(good, at))
      if ((await codeOf(openWithPaperKey(folder, paperKey))) === 'keyringDamaged') noticed += 1
    }
    expect(tried).toBeGreaterThan(1_000)
    expect({ fellBack, noticed }).toEqual({ fellBack: tried, noticed: tried })
    writeFileSync(previous, flipped(backup, 700))
    expect(await codeOf(openWithPassphrase(folder, passphrase))).toBe('keyringDamaged')
    rmSync(current)
    writeFileSync(previous, backup)
    expect(await openWithPassphrase(folder, passphrase)).toMatchObject({ usedPrevious: true })
    for (const length of [0, 7, 56, keyringLength - 1]) {
      writeFileSync(current, good.subarray(0, length))
      rmSync(previous, { force: true })
      expect(await codeOf(openWithPaperKey(folder, paperKey))).toBe('keyringDamaged')
    }
  })

  test('a forged file with a right checksum never gives another key', async () => {
    const { folder, key, paperKey, current } = await keyringWithPaper()
    const good = readFileSync(current)
    let [tried, opened] = [0, 0]
    for (let at = 0; at < good.length - 32; at += step(at)) {
      writeFileSync(current, withSum(flipped(good, at)))
      tried += 1
      const found = await openWithPaperKey(folder, paperKey).catch(() => null)
      if (found === null) continue
      expect(found.key).toEqual(key)
      expect(found.usedPrevious).toBe(at < 8)
      opened += 1
    }
    // What does not touch the paper key's own slot, the archive's id, the version or the two works leaves it as it was.
    expect(tried - opened).toBe(56 + 16 + 4 + 2 * 5)
  })

  test('work under the floor and over the ceiling is refused before it is done', async () => {
    const { folder, current, paperKey } = await keyringWithPaper()
    const good = readFileSync(current)
    const forged = (passes: number, memory: number, work: 0 | 1): void => {
      const bytes = Buffer.from(good)
      bytes.writeUInt32BE(passes, 32 + work * 24)
      bytes.writeUInt32BE(memory, 36 + work * 24)
      writeFileSync(current, withSum(bytes))
    }
    const before = process.memoryUsage.rss()
    for (const [passes, memory] of [
      [argonFloor.passes - 1, argonFloor.memory],
      [argonFloor.passes, argonFloor.memory - 1],
      [0, 0],
      [argonCeiling.passes + 1, argonCeiling.memory],
      [argonFloor.passes, argonCeiling.memory + 1],
      [0xffffffff, 0xffffffff],
    ] as const) {
      for (const work of [0, 1] as const) {
        forged(passes, memory, work)
        expect(await codeOf(openWithPassphrase(folder, passphrase))).toBe('keyringRefused')
        expect(await codeOf(openWithPaperKey(folder, paperKey))).toBe('keyringRefused')
      }
      expect(await codeOf(stretch(passphrase, random(16), { passes, memory }))).toBe('keyringRefused')
      expect(
        await codeOf(createKeyring({ folder: temporaryFolder(), passphrase, parameters: { passes, memory }, random })),
      ).toBe('keyringRefused')
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024)
    const newer = Buffer.from(good)
    newer.writeUInt32BE(3, 8)
    writeFileSync(current, withSum(newer))
    expect(await codeOf(openWithPassphrase(folder, passphrase))).toBe('newerVersion')
  })

  test('a folder that cannot be written says so', async () => {
    const folder = path.join(temporaryFolder(), 'file')
    writeFileSync(folder, '')
    expect(await codeOf(createKeyring({ folder, passphrase, parameters: argonFloor, random }))).toBe('folderMissing')
  })
})

describe('the work of a passphrase', () => {
  const gibibyte = 1024 ** 3

  test('comes to about a second, by memory first, within the machine and the law', async () => {
    const machine = (millisecondsPerPassAndMebibyte: number) => (parameters: { passes: number; memory: number }) =>
      Promise.resolve((parameters.passes * parameters.memory * millisecondsPerPassAndMebibyte) / 1024)
    expect(await calibrate(machine(1), 64 * gibibyte)).toEqual({ passes: 3, memory: 320 * 1024 })
    expect(await calibrate(machine(0.1), 64 * gibibyte)).toEqual({ passes: 9, memory: 1024 * 1024 })
    expect(await calibrate(machine(1), gibibyte)).toEqual({ passes: 3, memory: 256 * 1024 })
    expect(await calibrate(machine(100), 64 * gibibyte)).toEqual(argonFloor)
    expect(await calibrate(machine(1e-9), 64 * gibibyte)).toEqual(argonCeiling)
    expect(await calibrate(machine(1), 1024)).toMatchObject({ memory: argonFloor.memory })
  })

  test('does not block the process', async () => {
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 5)
    await measureArgon(argonFloor, random)
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(2)
  })

  test('is Argon2id: the same bytes as OpenSSL makes', async () => {
    const [message, nonce] = [Buffer.from('password'), Buffer.from('somesaltsomesalt')]
    const { passes, memory } = argonFloor
    const expected = argon2Sync('argon2id', { message, nonce, parallelism: 1, tagLength: 32, memory, passes })
    expect(await stretch(message, nonce, argonFloor)).toEqual(expected)
  })
})

test('secrets share their memory with nothing', async () => {
  const { folder, paperKey } = await keyringWithPaper()
  const { key } = await openWithPaperKey(folder, paperKey)
  const secrets = [
    key,
    systemRandom(32),
    normalisePassphrase('six words'),
    readPaperKey(paperKeyWords(paperKey, 'en').join(' ')),
    await stretch(passphrase, random(16), argonFloor),
  ]
  for (const secret of secrets) expect(secret.buffer.byteLength).toBe(secret.length)
  // The control: an ordinary small Buffer lies in the shared block.
  expect(Buffer.from('ordinary').buffer.byteLength).toBeGreaterThan(8)
})

test('ids are opaque, and different', () => {
  expect(newId(() => Buffer.alloc(16))).toBe('0'.repeat(26))
  expect(newId(() => Buffer.alloc(16, 0xff))).toBe(`${'z'.repeat(25)}w`)
  const ids = new Set(Array.from({ length: 1000 }, () => newId(random)))
  expect(ids.size).toBe(1000)
  for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
})
