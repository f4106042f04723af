// When she is to be asked again: said on the shelf and in her own list, while that answer still stands.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { addPerson, herPassphrase, type Person } from '../contract/role-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

let now = new Date('2026-01-01T00:00:00.000Z')
let archive: TestArchive
let her: Person
beforeEach(async () => {
  now = new Date('2026-01-01T00:00:00.000Z')
  archive = await makeArchive({ now: () => now })
  her = await addPerson(archive.client, 'Amaranta')
}, 60_000)
afterEach(() => archive.close())

const reviewAt = '2026-06-01T00:00:00.000Z'
const untilEvent = 'My sister has her papers'

const say = async (more: { reviewAt?: string; renews?: string; untilEvent?: string; passages?: string[] } = {}) => {
  const { passages, untilEvent: event, ...rest } = more
  const { entries } = await archive.client.consent.answer({
    testimony: her.testimony,
    evidence: { kind: 'inPerson', note: '' },
    scope: passages === undefined ? { kind: 'testimony' } : { kind: 'passages', passages },
    use: 'research',
    answer: 'yes',
    conditions: { ...plainConditions, ...(event === undefined ? {} : { untilEvent: event }) },
    cardLanguage: 'en',
    cardVersion: 1,
    ...rest,
  })
  return entries.at(-1)?.id ?? ''
}

async function shelf(state: 'all' | 'reviewDue' = 'all') {
  const asked = { words: '', language: '', label: '', state, order: 'title', from: 0, count: 10 } as const
  const { total, cards } = await archive.client.shelf.list(asked)
  return { total, due: cards[0]?.reviewDueAt, waitsFor: cards[0]?.waitsFor }
}

test('a review date comes up on its day, closes nothing, and goes when she answers again', async () => {
  const { client } = archive
  await say({ reviewAt })
  expect(await shelf()).toEqual({ total: 1, due: null, waitsFor: null })
  expect(await shelf('reviewDue')).toMatchObject({ total: 0 })
  now = new Date(reviewAt)
  expect(await shelf('reviewDue')).toEqual({ total: 1, due: reviewAt, waitsFor: null })
  const { wholeStory } = await client.consent.read({ testimony: her.testimony })
  expect(wholeStory.find(({ use }) => use === 'research')).toMatchObject({ open: true })
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  expect((await client.herSession.about({})).testimonies[0]).toMatchObject({ reviewDueAt: reviewAt })
  await client.herSession.leave({ passphrase })
  await say()
  expect(await shelf('reviewDue')).toMatchObject({ total: 0 })
})

test('a renewal takes the place of what it renews, whatever it is about', async () => {
  const [passage = ''] = her.passages
  const entry = await say({ reviewAt, passages: [passage] })
  now = new Date('2026-07-01T00:00:00.000Z')
  expect(await shelf('reviewDue')).toMatchObject({ total: 1 })
  await say({ passages: her.passages.slice(1, 3) })
  expect(await shelf('reviewDue')).toMatchObject({ total: 1 })
  await say({ renews: entry, passages: [passage, her.passages[1] ?? ''] })
  expect(await shelf('reviewDue')).toMatchObject({ total: 0 })
})

test('an event that a yes waits for is said until it has come', async () => {
  const { client } = archive
  const entry = await say({ untilEvent })
  expect(await shelf()).toMatchObject({ waitsFor: untilEvent })
  await client.herSession.handOver({ narrator: her.narrator, passphrase: null })
  expect((await client.herSession.about({})).testimonies[0]).toMatchObject({ waitsFor: untilEvent })
  await client.herSession.leave({ passphrase })
  const evidence = { kind: 'witness', note: '' } as const
  await client.consent.eventCame({ testimony: her.testimony, entry, evidence })
  expect(await shelf()).toMatchObject({ waitsFor: null })
})
