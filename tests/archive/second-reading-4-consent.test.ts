// What a broken signature leaves of a withdrawal, and whose it is to draw her line lower.
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../electron/archive/sha256.ts'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { insertEntry, lastEntry } from '../../electron/archive/store/ledger.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { appended, type Answer, type ConsentBody } from '../../shared/domain/consent/ledger.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { addPerson, evidence, herPassphrase, type Person } from '../contract/role-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

let archive: TestArchive
let her: Person
beforeEach(async () => {
  archive = await makeArchive()
  her = await addPerson(archive.client, 'Amaranta')
})
afterEach(() => archive.close())

const about = (answer: Answer, scope: ConsentBody['scope']): ConsentBody => ({
  kind: 'consent',
  testimony: her.testimony,
  scope,
  use: 'teaching',
  answer,
  conditions: plainConditions,
  cardLanguage: 'en',
  cardVersion: 1,
})

test('a withdrawal whose signature is broken still takes back a narrower yes', async () => {
  const { client } = archive
  const { testimony } = her
  const { story } = await client.story.read({ testimony })
  const passage = story.passages[0]?.id ?? ''
  const { kind: _kind, ...said } = about('yes', { kind: 'passages', passages: [passage] })
  await client.consent.answer({
    ...said,
    scope: { kind: 'passages', passages: [passage] },
    conditions: { ...plainConditions, recipients: [] },
    evidence,
  })
  const isOpen = async () => {
    const { passages } = await client.consent.read({ testimony })
    return passages.find((one) => one.passage === passage && one.use === 'teaching')?.open
  }
  expect(await isOpen()).toBe(true)
  await client.door.lock({})
  const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
  const database = new ArchiveDatabase(openDatabase(path.join(archive.folder, 'archive.db'), key, 'open'))
  database.transaction((writable) =>
    insertEntry(
      writable,
      appended(
        lastEntry(writable),
        {
          id: 'unsignedunsigned',
          narrator: her.narrator,
          certainty: 'signed',
          by: 'Amarantaname',
          evidence: { kind: 'inPerson', note: '' },
          at: new Date().toISOString(),
          body: about('withdrawn', { kind: 'testimony' }),
        },
        sha256,
      ),
    ),
  )
  database.close()
  await client.door.open({ folder: archive.folder, passphrase })
  expect(await isOpen()).toBe(false)
})

test('while she has a passphrase, nobody but she draws her line lower or shows readers the mirror', async () => {
  const { client } = archive
  const { testimony } = her
  const line = (threshold: number | null, toReader = false) =>
    client.consent.mirror({ testimony, threshold, toReader, evidence })
  // Higher is safer.
  await line(40)
  await line(60)
  for (const lower of [() => line(59), () => line(null), () => line(60, true)])
    await expect(lower()).rejects.toMatchObject({ code: 'hersToSign' })
  expect((await client.consent.read({ testimony })).herLine).toEqual({ threshold: 60, toReader: false })
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  expect((await line(20, true)).herLine).toEqual({ threshold: 20, toReader: true })
  await client.herSession.leave({ passphrase })
  await line(30)
})
