// Whom she may name in her own session: those whom an answer of hers names already, and whoever she adds; nobody else's.
import { afterEach, beforeEach, expect, test } from 'vitest'
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

const add = async (name: string): Promise<string> =>
  (await archive.client.excerpts.addRecipient({ name, language: 'es' })).id
const names = async (): Promise<string[]> =>
  (await archive.client.excerpts.recipients({})).recipients.map(({ name }) => name)
const handOver = ({ narrator }: Person) => archive.client.herSession.handOver({ narrator, passphrase: herPassphrase })
const answer = ({ testimony }: Person, said: 'yes' | 'no', recipients: string[], passages: string[] | null = null) =>
  archive.client.consent.answer({
    testimony,
    evidence,
    scope: passages === null ? { kind: 'testimony' } : { kind: 'passages', passages },
    use: 'court',
    answer: said,
    conditions: { ...plainConditions, recipients },
    cardLanguage: 'en',
    cardVersion: 1,
  })

test('she finds those she answered for, and none of the archive’s or of anybody else’s', async () => {
  const court = await add('Labour court')
  const police = await add('Police of the harbour')
  await add('A newspaper')
  await answer(her, 'yes', [court])
  await answer(other, 'yes', [police])
  expect(await names(), 'the control: an archivist knows them all').toEqual([
    'A newspaper',
    'Hall',
    'Hall',
    'Labour court',
    'Police of the harbour',
  ])
  await handOver(her)
  expect(await names()).toEqual(['Labour court'])
  // Whatever became of it, she named it once.
  await answer(her, 'no', [])
  expect(await names()).toEqual(['Labour court'])
  await archive.client.herSession.leave({ passphrase })
  await handOver(other)
  expect(await names()).toEqual(['Police of the harbour'])
})

test('she adds somebody by name, and says yes for them, for the passages that she chooses', async () => {
  await handOver(her)
  const [first = '', second = ''] = her.passages
  const lawyer = await add('My lawyer')
  expect(await names(), 'added, and not yet answered for').toEqual([])
  const { entries, passages, wholeStory } = await answer(her, 'yes', [lawyer], [first])
  expect(entries.at(-1)).toMatchObject({
    certainty: 'signed',
    signature: 'holds',
    scope: { kind: 'passages', passages: [first] },
    conditions: { recipients: [lawyer] },
  })
  expect(passages.filter(({ use }) => use === 'court')).toEqual([
    expect.objectContaining({ passage: first, open: true }),
  ])
  expect(wholeStory.find(({ use }) => use === 'court')).toMatchObject({ open: false })
  expect(await names()).toEqual(['My lawyer'])
  await expect(answer(her, 'yes', [lawyer], [other.passages[0] ?? ''])).rejects.toMatchObject({ code: 'notFound' })

  await archive.client.herSession.leave({ passphrase })
  expect(await names()).toEqual(['Hall', 'Hall', 'My lawyer'])
  const reasonsFor = async (recipient: string, passage: string): Promise<string[]> => {
    const { id } = await archive.client.excerpts.begin({
      testimony: her.testimony,
      use: 'court',
      recipient,
      passages: [passage],
    })
    const { reasons } = await archive.client.excerpts.check({ excerpt: id })
    return reasons.flatMap((one) => (one.kind === 'notAllowed' ? [one.because] : []))
  }
  const namesake = await add('My lawyer')
  expect(await reasonsFor(lawyer, first)).toEqual([])
  expect(await reasonsFor(namesake, first), 'another of the same name is another').toEqual(['otherRecipient'])
  expect(await reasonsFor(lawyer, second)).toEqual(['noEntry'])
})
