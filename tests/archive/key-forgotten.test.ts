// Whoever has her window for a moment does away with her passphrase without knowing it: that gives nobody a yes of hers.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPerson, evidence, herPassphrase, type Person } from '../contract/role-world.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const day = 24 * 60 * 60 * 1000
const forgottenAt = '2026-03-20T12:00:00.000Z'
const until = '2026-03-27T12:00:00.000Z'
let archive: TestArchive
let her: Person
let now: Date
let excerpt: string

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00.000Z')
  archive = await makeArchive({ now: () => now })
  const { client } = archive
  her = await addPerson(client, 'Amaranta')
  const { testimony } = her
  const passages = [her.passages[1] ?? '']
  await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'passages', passages },
    use: 'readingRoom',
    answer: 'yes',
    conditions: { ...plainConditions, recipients: [] },
    cardLanguage: 'en',
    cardVersion: 1,
  })
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Union hall', language: 'en' })
  const about = { use: 'readingRoom', recipient, passages } as const
  ;({ id: excerpt } = await client.excerpts.begin({ testimony, ...about }))
  const framing = { title: 'A question', introduction: '', keywords: [] }
  await client.excerpts.change({ excerpt, ...about, withSound: false, framing })
  await at(forgottenAt)
  await handOver(null)
  await client.consent.mirror({ testimony, threshold: 5, toReader: false, evidence })
  await client.herSession.forgetPassphrase({ passphrase: null })
})
afterEach(() => archive.close())

/** NOTE: her window is taken back from whoever left it alone: the archive is locked while the time passes. */
async function at(moment: string): Promise<void> {
  await archive.client.door.lock({})
  now = new Date(moment)
  await archive.client.door.open({ folder: archive.folder, passphrase })
}
const handOver = (words: string | null) =>
  archive.client.herSession.handOver({ narrator: her.narrator, passphrase: words })
const reasons = async () => (await archive.client.excerpts.check({ excerpt })).reasons
async function signOff(): Promise<void> {
  const { contentHash, mirrorHash: mirror } = await archive.client.excerpts.prepare({ excerpt })
  await archive.client.excerpts.signOff({ excerpt, contentHash, mirror, evidence })
}

test('nobody says yes for her for seven days, whoever sits at the window and whatever new key there is', async () => {
  const { client } = archive
  const { testimony, narrator } = her
  const waits = { code: 'keyForgotten' }
  expect(await reasons()).toContainEqual({ kind: 'keyForgotten', at: forgottenAt, until })
  expect((await client.excerpts.standing({})).excerpts.find((one) => one.excerpt === excerpt)?.standing).toEqual({
    kind: 'waitsUntil',
    until,
  })
  await expect(signOff()).rejects.toMatchObject(waits)
  await expect(client.consent.waiveCoolingOff({ testimony, evidence })).rejects.toMatchObject(waits)
  await expect(client.consent.mirror({ testimony, threshold: null, toReader: false, evidence })).rejects.toMatchObject(
    waits,
  )
  await client.consent.mirror({ testimony, threshold: 10, toReader: false, evidence })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await expect(signOff()).rejects.toMatchObject(waits)
  await client.herSession.leave({ passphrase })
  await expect(signOff()).rejects.toMatchObject(waits)
  const hers = { narrator, name: her.word('name'), names: {}, refusedWords: [] }
  await client.story.changeNarrator({ ...hers, existence: 'notCounted' })
  await expect(client.story.changeNarrator({ ...hers, existence: 'byName' })).rejects.toMatchObject(waits)
  await at(new Date(Date.parse(until) - day).toISOString())
  await handOver(herPassphrase)
  await expect(signOff()).rejects.toMatchObject(waits)
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.refuse({ excerpt, contentHash, why: '', evidence })
  expect((await reasons()).map(({ kind }) => kind)).toContain('refusedByHer')
  await client.herSession.leave({ passphrase })
  await at(until)
  expect((await reasons()).map(({ kind }) => kind)).toEqual(['belowHerLine', 'refusedByHer'])
  await handOver(herPassphrase)
  await signOff()
  expect(await reasons()).toEqual([])
})

test('her history and her receipt say it for ever', async () => {
  const { client } = archive
  await client.herSession.leave({ passphrase })
  await at('2027-03-20T12:00:00.000Z')
  expect((await client.consent.read({ testimony: her.testimony })).keysForgotten).toEqual([forgottenAt])
  const { paper } = await client.receipt.read({ narrator: her.narrator, language: 'en', contact: '' })
  expect(JSON.stringify(paper)).toContain('done away with on')
})

test('with its passphrase typed nothing waits', async () => {
  const { client } = archive
  await client.herSession.leave({ passphrase })
  const other = await addPerson(client, 'Ines')
  await client.herSession.handOver({ narrator: other.narrator, passphrase: null })
  await client.herSession.forgetPassphrase({ passphrase: herPassphrase })
  expect((await client.consent.read({ testimony: other.testimony })).keysForgotten).toEqual([])
  await client.consent.waiveCoolingOff({ testimony: other.testimony, evidence })
})
