// A story that was given out, new for every test of whoever imports this, and what its narrator says about it afterwards.
import { randomBytes } from 'node:crypto'
import { afterEach } from 'vitest'
import { Failure } from '../../shared/contract/failure.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory, type ReadyStory } from '../support/ready-story.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const story = `Rosalinda: In the winter of that year we walked eleven kilometres every night to the packing house, and nobody counted the hours but us.

Ana: Who paid you?

Rosalinda: A man called Teodoro paid us on Fridays in the yard behind the packing house, in coins, and he kept back what he liked.

Ana: And after?

Rosalinda: After that we made a list of what was missing, and six of us took it to the town hall together on a Monday morning.
`

export let archive: TestArchive
let now = new Date('2026-03-01T10:00:00Z')
let saltFails = false
const random = (length: number): Buffer => {
  if (saltFails && length === 32) throw new Failure('diskFull')
  return randomBytes(length)
}
/** Until the end of the test. */
export const itIs = (moment: string): void => void (now = new Date(moment))
/** Whether no salt can be had: what needs one fails as on a full disk. */
export const failSalts = (fails: boolean): void => void (saltFails = fails)

afterEach(async () => {
  now = new Date('2026-03-01T10:00:00Z')
  await archive.close()
})

export async function given(): Promise<ReadyStory & { disclosure: string; folder: string }> {
  archive = await makeArchive({ now: () => now, random })
  const { client } = archive
  const ready = await readyStory(client, story)
  await client.marks.takeOut({
    testimony: ready.testimony,
    spans: [{ passage: ready.passages[2] ?? '', start: 13, end: 20, startMs: null, endMs: null }],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await ready.answer('yes')
  await ready.signOff()
  const folder = await ready.giveOut(archive.dataFolder, 'out')
  const { disclosures } = await client.givenOut.list({})
  return { ...ready, folder, disclosure: disclosures[0]?.id ?? '' }
}

export const say = (
  { testimony }: ReadyStory,
  passages: readonly string[],
  answer: 'no' | 'withdrawn' | 'yes',
  conditions: Partial<typeof plainConditions> = {},
) =>
  archive.client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'passages', passages: [...passages] },
    use: 'readingRoom',
    answer,
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: { ...plainConditions, ...conditions, recipients: [...(conditions.recipients ?? [])] },
  })

export const nobodyWrites = { from: '', why: '' }
