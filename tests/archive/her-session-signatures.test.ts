// A decision that says that she signed it counts only where her key did: forged ones let nothing leave, and are found.
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../electron/archive/sha256.ts'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { insertEntry, insertSignature, lastEntry, readLedger } from '../../electron/archive/store/ledger.ts'
import { insertKey } from '../../electron/archive/store/narrator-keys.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { makeNarratorKey, sign, withPassphrase } from '../../electron/archive/vault/narrator-key.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { appended, decisionHash, type ConsentBody, type LedgerEntry } from '../../shared/domain/consent/ledger.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { addPerson, evidence, herPassphrase, type Person } from '../contract/role-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

let archive: TestArchive
let her: Person
let other: Person
beforeEach(async () => {
  archive = await makeArchive()
  her = await addPerson(archive.client, 'Amaranta')
  other = await addPerson(archive.client, 'Zuleika')
})
afterEach(() => archive.close())

/** Locks, lets somebody who has the archive key write in its database, and opens again. */
async function behindItsBack(work: (database: ArchiveDatabase) => Promise<void> | void): Promise<void> {
  await archive.client.door.lock({})
  const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
  const database = new ArchiveDatabase(openDatabase(path.join(archive.folder, 'archive.db'), key, 'open'))
  try {
    await work(database)
  } finally {
    database.close()
  }
  await archive.client.door.open({ folder: archive.folder, passphrase })
}

const yes: ConsentBody = {
  kind: 'consent',
  testimony: '',
  scope: { kind: 'testimony' },
  use: 'readingRoom',
  answer: 'yes',
  conditions: { ...plainConditions },
  cardLanguage: 'en',
  cardVersion: 1,
}

async function findings() {
  let last: { rule: string; count: number }[] = []
  for await (const step of archive.client.care.check({})) if (step.kind === 'checked') last = step.findings
  return last
}

const answered = async (answer: 'yes' | 'no') =>
  archive.client.consent.answer({
    testimony: her.testimony,
    evidence,
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer,
    conditions: { ...plainConditions, recipients: [] },
    cardLanguage: 'en',
    cardVersion: 1,
  })
const isOpen = async (): Promise<boolean | undefined> => {
  const { wholeStory } = await archive.client.consent.read({ testimony: her.testimony })
  return wholeStory.find(({ use }) => use === 'readingRoom')?.open
}

test('of a thousand forged ones none is taken for hers, and each is found', { timeout: 60_000 }, async () => {
  const { client } = archive
  // What there is to forge from: a decision that she signed, and one that another narrator signed.
  for (const person of [her, other]) {
    await client.herSession.handOver({ narrator: person.narrator, passphrase: herPassphrase })
    await client.consent.waiveCoolingOff({ testimony: person.testimony, evidence })
    await client.herSession.leave({ passphrase })
  }
  expect(await findings()).toEqual([])
  await behindItsBack(async (database) => {
    const keys = database.all<{ id: string; narrator: string }>('SELECT id, narrator FROM narrator_keys')
    const keyOf = ({ narrator }: Person) => keys.find((key) => key.narrator === narrator)?.id ?? ''
    const hersSigned = readLedger(database, her.testimony).findLast(({ certainty }) => certainty === 'signed')
    const signature = database.get<{ signature: Buffer }>('SELECT signature FROM ledger_signatures WHERE entry = ?', [
      hersSigned?.id ?? '',
    ])?.signature
    if (signature === undefined) throw new Error('she signed nothing')
    // Somebody else's key, with which anything can be signed rightly.
    const foreign = await withPassphrase('any', (bytes) =>
      makeNarratorKey(other.narrator, bytes, argonFloor, systemRandom),
    )
    const forge = (at: number) =>
      database.transaction((writable) => {
        if (at === 0) insertKey(writable, { key: foreign.key, wrapping: null }, '2026-01-01T00:00:00.000Z')
        const entry: LedgerEntry = appended(
          lastEntry(writable),
          {
            id: `forged${String(at).padStart(6, '0')}`,
            narrator: her.narrator,
            certainty: 'signed',
            by: 'Amarantaname',
            evidence: { kind: 'inPerson', note: '' },
            at: new Date().toISOString(),
            body: { ...yes, testimony: her.testimony },
          },
          sha256,
        )
        insertEntry(writable, entry)
        const hash = decisionHash(entry, sha256)
        const changed = Buffer.from(signature)
        changed[at % 64] = (changed[at % 64] ?? 0) ^ (1 << (at % 8))
        const ways: (() => void)[] = [
          () => undefined, // not signed at all
          () => insertSignature(writable, entry.id, keyOf(her), systemRandom(64)),
          () => insertSignature(writable, entry.id, keyOf(her), signature), // hers, of something else
          () => insertSignature(writable, entry.id, keyOf(her), changed),
          () => insertSignature(writable, entry.id, keyOf(her), sign(foreign.open, 'ledger entry', hash)),
          () => insertSignature(writable, entry.id, foreign.key.id, sign(foreign.open, 'ledger entry', hash)),
          () => insertSignature(writable, entry.id, keyOf(other), sign(foreign.open, 'ledger entry', hash)),
          () => insertSignature(writable, entry.id, foreign.key.id, sign(foreign.open, 'decisions', hash)),
          () => insertSignature(writable, entry.id, keyOf(her), Buffer.alloc(0)),
          () => insertSignature(writable, entry.id, keyOf(her), Buffer.alloc(64)),
        ]
        ways[at % ways.length]?.()
      })
    for (let at = 0; at < 1_000; at += 1) forge(at)
  })
  const { entries } = await client.consent.read({ testimony: her.testimony })
  const forged = entries.filter(({ id }) => id.startsWith('forged'))
  expect(forged).toHaveLength(1_000)
  expect(forged.filter(({ signature }) => signature !== 'broken')).toEqual([])
  const real = entries.filter(({ signature }) => signature === 'holds')
  expect(real.length).toBeGreaterThan(0)
  expect(real.filter(({ id }) => id.startsWith('forged'))).toEqual([])
  expect(await isOpen()).toBe(false)
  expect(await findings()).toEqual([{ rule: 'signatureBroken', count: 1_000 }])
})

test('the same yes, signed with her key, opens; and a no counts whatever its signature is', async () => {
  const { client } = archive
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  await answered('yes')
  expect(await isOpen()).toBe(true)
  await client.herSession.leave({ passphrase })
  await behindItsBack((database) =>
    database.transaction((writable) =>
      insertEntry(
        writable,
        appended(
          lastEntry(writable),
          {
            id: 'forgedforged',
            narrator: her.narrator,
            certainty: 'signed',
            by: 'Amarantaname',
            evidence: { kind: 'inPerson', note: '' },
            at: new Date().toISOString(),
            body: { ...yes, testimony: her.testimony, answer: 'withdrawn' },
          },
          sha256,
        ),
      ),
    ),
  )
  expect(await isOpen()).toBe(false)
})

test('a narrower yes whose signature was spoiled does not let the wider one before it count again', async () => {
  const { client } = archive
  await answered('yes')
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  await answered('yes')
  await client.herSession.leave({ passphrase })
  await behindItsBack((database) =>
    database.transaction((writable) => {
      writable.run('DROP TRIGGER signatures_never_go')
      writable.run('DELETE FROM ledger_signatures')
    }),
  )
  expect(await isOpen()).toBe(false)
})
