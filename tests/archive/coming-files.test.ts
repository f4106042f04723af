// No more than eight files come at a time, however many are begun at the same moment; a section is under its own heading.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPerson, evidence, type Person } from '../contract/role-world.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'

let archive: TestArchive
let her: Person
beforeEach(async () => {
  archive = await makeArchive()
  her = await addPerson(archive.client, 'Amaranta')
})
afterEach(() => archive.close())

test('of calls at the same moment only eight begin a file', async () => {
  const { client } = archive
  await client.herSession.handOver({ narrator: her.narrator, passphrase: null })
  const { testimony } = her
  const begun = await Promise.allSettled(
    Array.from({ length: 20 }, () => client.herSession.beginAnswer({ testimony, passage: null, type: 'audio/webm' })),
  )
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
  expect(begun.filter((one) => one.status === 'rejected').map((one) => (one.reason as { code: string }).code)).toEqual(
    Array.from({ length: 12 }, () => 'tooManyCalls'),
  )
  const [first] = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value.answer] : []))
  await client.herSession.dropAnswer({ testimony, answer: first ?? '' })
  await client.herSession.beginAnswer({ testimony, passage: null, type: 'audio/webm' })
})

test('an answer about a section has the heading of the section, whatever heading is sent', async () => {
  const { client } = archive
  const { testimony, passages } = her
  const [first = ''] = passages
  const { section } = await client.writing.putSection({ testimony, section: null, passage: first, heading: 'Oranges' })
  const { entries } = await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'section', section, heading: 'Something that nobody read', passages: [first] },
    use: 'readingRoom',
    answer: 'yes',
    conditions: { ...plainConditions, recipients: [] },
    cardLanguage: 'en',
    cardVersion: 1,
  })
  expect(entries.at(-1)?.scope).toMatchObject({ kind: 'section', heading: 'Oranges' })
})
