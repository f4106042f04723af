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

interface Said {
  reviewAt?: string
  renews?: string
  untilEvent?: string
  until?: string
  answer?: 'yes' | 'askEachTime' | 'no'
  passages?: string[]
}

const say = async (more: Said = {}) => {
  const { passages, untilEvent: event, until = null, answer = 'yes', ...rest } = more
  const { entries } = await archive.client.consent.answer({
    testimony: her.testimony,
    evidence: { kind: 'inPerson', note: '' },
    scope: passages === undefined ? { kind: 'testimony' } : { kind: 'passages', passages },
    use: 'research',
    answer,
    conditions: { ...plainConditions, until, ...(event === undefined ? {} : { untilEvent: event }) },
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

async function ended() {
  const { client } = archive
  const asked = { words: '', language: '', label: '', order: 'title', from: 0, count: 10 } as const
  const { cards } = await client.shelf.list({ ...asked, state: 'all' })
  const { total } = await client.shelf.list({ ...asked, state: 'reviewDue' })
  const [card] = cards
  return { because: card?.endedBecause, on: card?.endedAt, asksAgain: total === 1, endsAt: card?.consentEndsAt }
}
const nothingEnded = { because: null, on: null, asksAgain: false }

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

test('an answer that has ended on its day asks, on the shelf and in her own list, until she says something else', async () => {
  const { client } = archive
  const until = '2026-03-01T22:59:59.999Z'
  const entry = await say({ until })
  expect(await ended()).toEqual({ ...nothingEnded, endsAt: until })
  now = new Date('2026-03-02T00:00:00.000Z')
  expect(await ended()).toEqual({ because: 'expired', on: until, asksAgain: true, endsAt: null })
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  expect((await client.herSession.about({})).testimonies[0]).toMatchObject({ endedBecause: 'expired', endedAt: until })
  await client.herSession.leave({ passphrase })
  await say({ renews: entry })
  expect(await ended()).toMatchObject(nothingEnded)
})

test('an answer whose event has come asks', async () => {
  const { client } = archive
  const entry = await say({ untilEvent, answer: 'askEachTime' })
  expect(await ended()).toMatchObject(nothingEnded)
  const evidence = { kind: 'witness', note: '' } as const
  await client.consent.eventCame({ testimony: her.testimony, entry, evidence })
  expect(await ended()).toMatchObject({ because: 'eventCame', on: null, asksAgain: true })
  await say({ answer: 'no' })
  expect(await ended()).toMatchObject(nothingEnded)
})

test('an answer to a use that she is not asked about any more does not ask', async () => {
  await say({ until: '2026-03-01T22:59:59.999Z' })
  now = new Date('2026-03-02T00:00:00.000Z')
  await archive.client.cards.retire({ use: 'research', on: true })
  expect(await ended()).toMatchObject(nothingEnded)
})
