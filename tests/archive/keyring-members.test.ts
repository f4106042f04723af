// Several people in one keyring: a new archive key for whoever stays, work that is raised, and a file that tells nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { boxLength, lockedLength, readKeyringFile } from '../../electron/archive/vault/keyring-file.ts'
import { fittingName } from '../../electron/archive/vault/keyring-map.ts'
import {
  createKeyring,
  openKeyring,
  openWithPaperKey,
  openWithPassphrase,
} from '../../electron/archive/vault/keyring.ts'
import {
  addPassphrase,
  changePassphrase,
  endShares,
  raiseWork,
  setPaperKey,
  setShares,
  withNewKey,
} from '../../electron/archive/vault/keyring-change.ts'
import { writeGenerations } from '../../electron/archive/vault/keyring-write.ts'
import { base32, systemRandom as random } from '../../electron/archive/vault/random.ts'
import { openedByWrong } from '../torture/wrong-secrets.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

const [ana, berta, carla] = ['ana and her words', 'berta and her words', 'carla and her words'].map((words) =>
  Buffer.from(words),
) as [Buffer, Buffer, Buffer]
const parameters = argonFloor
const opens = { kind: 'passphrase', bytes: ana } as const
const fixture = path.join(import.meta.dirname, '..', 'fixtures', 'keyring-1')
const bytesOf = (folder: string) => readFileSync(path.join(folder, 'keyring'))

async function makeThree() {
  const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-test-'))
  const { key } = await createKeyring({ folder, passphrase: ana, parameters, random })
  for (const [passphrase, name] of [
    [berta, 'Berta'],
    [carla, 'Carla'],
  ] as const)
    await addPassphrase({ folder, opens, passphrase, name, random, now: 1_700_000_000_000 })
  const paperKey = random(32)
  const entries = await setPaperKey({ folder, key, paperKey, random })
  const idOf = (name: string) => base32(entries.find((entry) => entry?.name === name)?.id ?? Buffer.alloc(0))
  return { folder, key, paperKey, idOf }
}

let made: Awaited<ReturnType<typeof makeThree>>
beforeAll(async () => {
  made = await makeThree()
})
afterAll(() => rmSync(made.folder, { recursive: true }))

/** A copy of the one that was made, which takes six stretchings. */
function threeMembers() {
  const folder = temporaryFolder()
  cpSync(made.folder, folder, { recursive: true })
  return { ...made, folder, key: Buffer.from(made.key), paperKey: Buffer.from(made.paperKey) }
}

describe('a new archive key', () => {
  test('is handed to whoever stays, without their passphrases, and not to her who goes', async () => {
    const { folder, key, paperKey, idOf } = threeMembers()
    const secret = random(32)
    await setShares({ folder, key, secret, needed: 3, of: 5, set: Buffer.from([1, 2, 3]), random })
    const newKey = random(32)
    const bytes = await withNewKey({ folder, key, random }, idOf('Berta'), newKey)
    await writeGenerations(folder, bytes)
    for (const passphrase of [ana, carla]) expect((await openWithPassphrase(folder, passphrase)).key).toEqual(newKey)
    expect((await openWithPaperKey(folder, paperKey)).key).toEqual(newKey)
    const byShares = await openKeyring(folder, { kind: 'shares', bytes: secret })
    expect(byShares.key).toEqual(newKey)
    expect(byShares.entries?.find((entry) => entry?.kind === 'shares')).toMatchObject({ needed: 3, of: 5 })
    expect(await codeOf(openWithPassphrase(folder, berta))).toBe('wrongPassphrase')
    expect(byShares.entries?.map((entry) => entry?.name)).not.toContain('Berta')
    await endShares({ folder, key: newKey, random })
    expect(await codeOf(openKeyring(folder, { kind: 'shares', bytes: secret }))).toBe('wrongShares')
  })

  test('is not opened by an old passphrase and an old keyring together', async () => {
    const { folder, key, idOf } = threeMembers()
    const before = readKeyringFile(bytesOf(folder))
    await changePassphrase({
      folder,
      opens: { kind: 'passphrase', bytes: ana },
      passphrase: Buffer.from('other words'),
      random,
    })
    const newKey = random(32)
    const bytes = await withNewKey({ folder, key, random }, idOf('Berta'), newKey)
    const after = readKeyringFile(bytes)
    // Of three locks from before only Carla's opens a box of now: hers was not changed.
    const mixed = temporaryFolder()
    const { writeKeyringFile } = await import('../../electron/archive/vault/keyring-file.ts')
    const slots = before.slots.map(({ locked }, slot) => ({ locked, box: after.slots[slot]?.box ?? Buffer.alloc(0) }))
    await writeGenerations(mixed, writeKeyringFile(after.head, slots, after.map))
    expect((await openWithPassphrase(mixed, carla)).key).toEqual(newKey)
    for (const old of [ana, berta]) expect(await codeOf(openWithPassphrase(mixed, old))).toBe('wrongPassphrase')
  })
})

describe('one passphrase', () => {
  test('is one person’s: another who takes the same is told', async () => {
    const { folder, key } = threeMembers()
    const before = bytesOf(folder)
    expect(await codeOf(addPassphrase({ folder, opens, passphrase: ana, name: 'Dora', random }))).toBe(
      'passphraseTaken',
    )
    expect(await codeOf(changePassphrase({ folder, opens, passphrase: berta, random }))).toBe('passphraseTaken')
    expect(bytesOf(folder)).toEqual(before)
    await changePassphrase({ folder, opens, passphrase: ana, random })
    expect((await openWithPassphrase(folder, ana)).key).toEqual(key)
  })

  test('is set with the paper key for the member who is named, and no other is touched', async () => {
    const { folder, key, paperKey, idOf } = threeMembers()
    const paper = { kind: 'paper', bytes: paperKey } as const
    const passphrase = Buffer.from('other words')
    expect(await codeOf(changePassphrase({ folder, opens: paper, passphrase, random }))).toBe('notFound')
    const member = idOf('Berta')
    await changePassphrase({ folder, opens: paper, passphrase, member, random })
    for (const words of [ana, carla, passphrase]) expect((await openWithPassphrase(folder, words)).key).toEqual(key)
    const { entries, slot } = await openWithPassphrase(folder, passphrase)
    expect(entries?.[slot]).toMatchObject({ name: 'Berta', since: 1_700_000_000_000 })
    expect(await codeOf(openWithPassphrase(folder, berta))).toBe('wrongPassphrase')
  })
})

describe('the work of a passphrase', () => {
  const mightier = { passes: 6, memory: argonFloor.memory }
  const isWanted = () => true

  test('is raised for one who opens, in her slot, in both generations; the others follow as they open', async () => {
    const { folder, key, paperKey } = threeMembers()
    const { slot } = await openWithPassphrase(folder, ana)
    expect(await raiseWork({ folder, passphrase: ana, parameters: argonFloor, random, behind: false, isWanted })).toBe(
      null,
    )
    const refused = { folder, passphrase: ana, parameters: mightier, random, behind: false, isWanted: () => false }
    const before = bytesOf(folder)
    expect(await raiseWork(refused)).toBe(null)
    expect(bytesOf(folder)).toEqual(before)

    expect(await raiseWork({ ...refused, isWanted })).not.toBe(null)
    expect(readFileSync(path.join(folder, 'keyring.previous'))).toEqual(bytesOf(folder))
    expect(readKeyringFile(bytesOf(folder)).works.map((work) => work.parameters)).toEqual([mightier, argonFloor])
    const raised = await openWithPassphrase(folder, ana)
    expect(raised).toMatchObject({ key, slot, behind: false })
    expect(await openWithPassphrase(folder, berta)).toMatchObject({ key, behind: true })
    expect((await openWithPaperKey(folder, paperKey)).key).toEqual(key)
    // While somebody is behind, it is not raised once more: her work would be known no longer.
    const mightiest = { passes: 12, memory: argonFloor.memory }
    expect(await raiseWork({ folder, passphrase: ana, parameters: mightiest, random, behind: false, isWanted })).toBe(
      null,
    )
    for (const passphrase of [berta, carla]) {
      expect(await raiseWork({ folder, passphrase, parameters: argonFloor, random, behind: true, isWanted })).not.toBe(
        null,
      )
      expect(await openWithPassphrase(folder, passphrase)).toMatchObject({ key, behind: false })
    }
    expect(
      await raiseWork({ folder, passphrase: ana, parameters: mightiest, random, behind: false, isWanted }),
    ).not.toBe(null)
    for (const passphrase of [ana, berta, carla])
      expect((await openWithPassphrase(folder, passphrase)).key).toEqual(key)
    expect(await codeOf(openWithPassphrase(folder, Buffer.from('nobody')))).toBe('wrongPassphrase')
  })
})

describe('a keyring of the first version', () => {
  const says = JSON.parse(readFileSync(path.join(fixture, 'says.json'), 'utf8')) as {
    key: string
    archiveId: string
    passphrases: [string, string]
    paperKey: string
  }
  const [first, second] = says.passphrases.map((words) => Buffer.from(words)) as [Buffer, Buffer]
  const paperKey = Buffer.from(says.paperKey, 'hex')
  const key = Buffer.from(says.key, 'hex')
  const raise = { random, now: 5 }

  function old() {
    const folder = temporaryFolder()
    for (const name of ['keyring', 'keyring.previous']) cpSync(path.join(fixture, 'keyring'), path.join(folder, name))
    return folder
  }

  test('is read, and left as it is where nothing is to be written', async () => {
    const folder = old()
    for (const passphrase of [first, second])
      expect(await openWithPassphrase(folder, passphrase)).toMatchObject({ key, archiveId: says.archiveId })
    expect((await openWithPaperKey(folder, paperKey)).key).toEqual(key)
    expect(await codeOf(openWithPassphrase(folder, Buffer.from('nobody')))).toBe('wrongPassphrase')
    expect(readKeyringFile(bytesOf(folder)).version).toBe(1)
  })

  test('is raised by an opening, slot by slot; each secret opens before and after', async () => {
    const folder = old()
    await openWithPassphrase(folder, first, raise)
    expect(readKeyringFile(bytesOf(folder)).version).toBe(2)
    expect(readFileSync(path.join(folder, 'keyring.previous'))).toEqual(bytesOf(folder))
    const opensAll = async () => {
      for (const passphrase of [first, second]) expect((await openWithPassphrase(folder, passphrase)).key).toEqual(key)
      expect((await openWithPaperKey(folder, paperKey)).key).toEqual(key)
    }
    await opensAll()
    const { entries } = await openWithPaperKey(folder, paperKey, raise)
    expect(
      entries
        ?.filter((entry) => entry !== null)
        .map(({ kind, first: isFirst }) => `${kind} ${isFirst}`)
        .toSorted(),
    ).toEqual(['paper false', 'passphrase false', 'passphrase true'])
    await opensAll()

    // What is sealed as before cannot be handed a new key: it goes, and the others stay.
    const newKey = random(32)
    const bytes = await withNewKey({ folder, key, random }, 'nobody', newKey)
    await writeGenerations(folder, bytes)
    expect((await openWithPassphrase(folder, first)).key).toEqual(newKey)
    expect((await openWithPaperKey(folder, paperKey)).key).toEqual(newKey)
    expect(await codeOf(openWithPassphrase(folder, second))).toBe('wrongPassphrase')
  })

  test('keeps its old slots open through raised work', async () => {
    const folder = old()
    await openWithPassphrase(folder, first, raise)
    const parameters = { passes: 6, memory: argonFloor.memory }
    expect(
      await raiseWork({ folder, passphrase: first, parameters, random, behind: false, isWanted: () => true }),
    ).not.toBe(null)
    for (const passphrase of [first, second]) expect((await openWithPassphrase(folder, passphrase)).key).toEqual(key)
    expect((await openWithPaperKey(folder, paperKey)).key).toEqual(key)
  })
})

describe('the file tells nothing', () => {
  /** A field element below 2^255 - 19 whose point lies on the curve: what a box begins with, and half of all chance does not. */
  function isOnCurve(bytes: Buffer): boolean {
    const p = 2n ** 255n - 19n
    const x = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
    if (x >= p) return false
    const power = (base: bigint, exponent: bigint): bigint => {
      let [result, square] = [1n, base % p]
      for (let rest = exponent; rest > 0n; rest >>= 1n) {
        if ((rest & 1n) === 1n) result = (result * square) % p
        square = (square * square) % p
      }
      return result
    }
    const y2 = (((x * x + 486662n * x + 1n) % p) * x) % p
    return power(y2, (p - 1n) / 2n) === 1n
  }

  /** Chi-squared of how often each byte comes, over 255 degrees of freedom: 255 on average, over 360 once in 40,000 times. */
  function unevenness(parts: readonly Buffer[]): number {
    const all = Buffer.concat(parts)
    const counts = new Uint32Array(256)
    for (const byte of all) counts[byte] = (counts[byte] ?? 0) + 1
    const expected = all.length / 256
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  }

  test('a used slot and an unused one look alike, byte by byte and as points of the curve', async () => {
    const { folder, key, idOf } = threeMembers()
    const used = { locked: [] as Buffer[], box: [] as Buffer[] }
    const unused = { locked: [] as Buffer[], box: [] as Buffer[] }
    const { entries } = await openWithPassphrase(folder, ana)
    for (let written = 0; written < 60; written += 1) {
      const bytes = await withNewKey({ folder, key, random }, written % 2 === 0 ? 'nobody' : idOf('Berta'), key)
      for (const [slot, { locked, box }] of readKeyringFile(bytes).slots.entries()) {
        const gone = written % 2 === 1 && entries?.[slot]?.name === 'Berta'
        const of = entries?.[slot] === null || gone ? unused : used
        expect([locked.length, box.length]).toEqual([lockedLength, boxLength])
        of.locked.push(locked)
        of.box.push(box)
      }
    }
    for (const of of [used, unused]) {
      expect(of.box.every((box) => isOnCurve(box.subarray(0, 32)))).toBe(true)
      expect(unevenness(of.box.map((box) => box.subarray(32)))).toBeLessThan(360)
      expect(new Set(of.box.map((box) => box.toString('hex'))).size).toBe(of.box.length)
    }
    // The control: chance in the place of a box would be seen within a few slots.
    const chance = Array.from({ length: 60 }, () => random(boxLength))
    expect(chance.every((box) => isOnCurve(box.subarray(0, 32)))).toBe(false)
    expect(unevenness(chance.map((box) => box.fill(7, 0, 2)))).toBeGreaterThan(360)
  })

  test('of two keyrings only the slot tells itself apart that was changed; removing and adding look the same', async () => {
    const { folder, key, idOf } = threeMembers()
    const changed = (one: Buffer, other: Buffer) => {
      const [before, after] = [readKeyringFile(one), readKeyringFile(other)]
      const locks = after.slots.filter(({ locked }, slot) => !locked.equals(before.slots[slot]?.locked ?? locked))
      const boxes = after.slots.filter(({ box }, slot) => !box.equals(before.slots[slot]?.box ?? box))
      return [locks.length, boxes.length, after.head.equals(before.head), one.length === other.length]
    }
    const before = bytesOf(folder)
    const without = await withNewKey({ folder, key, random }, idOf('Berta'), random(32))
    expect(changed(before, without)).toEqual([1, 16, true, true])
    await addPassphrase({ folder, opens, passphrase: Buffer.from('dora'), name: 'Dora', random })
    const added = bytesOf(folder)
    expect(changed(before, added)).toEqual([1, 16, true, true])
    await setShares({ folder, key, secret: random(32), needed: 3, of: 5, set: random(3), random })
    expect(changed(added, bytesOf(folder))).toEqual([1, 16, true, true])
    for (const word of ['Berta', 'Dora', 'passphrase', 'paper', 'shares'])
      expect(bytesOf(folder).includes(word)).toBe(false)
  })

  test('a name is kept as far as there is room, whole characters only', () => {
    expect(fittingName('  Ana ')).toBe('Ana')
    const long = fittingName('ñ'.repeat(500))
    expect(Buffer.byteLength(long)).toBe(184)
    expect(fittingName('👩🏽‍🌾'.repeat(50))).not.toContain('\uFFFD')
  })
})

// Ten thousand of them: `npm run torture -- --only keyring.wrongSecrets`.
test('a thousand wrong secrets open nothing, and neither do passphrases that are nearly right', async () => {
  const { folder, key, paperKey } = threeMembers()
  let opened = await openedByWrong(folder, paperKey, 500)
  const words = ana.toString()
  const near = [words.toUpperCase(), `${words} `, words.slice(0, -1), `${words}s`, words.replace(' ', ''), '', ' ']
  for (const wrong of [...near, ...Array.from({ length: 3 }, () => base32(random(16)))])
    opened += (await codeOf(openWithPassphrase(folder, Buffer.from(wrong)))) === 'wrongPassphrase' ? 0 : 1
  expect(opened).toBe(0)
  // The control: the right ones.
  expect((await openWithPassphrase(folder, ana)).key).toEqual(key)
  expect((await openWithPaperKey(folder, paperKey)).key).toEqual(key)
})
