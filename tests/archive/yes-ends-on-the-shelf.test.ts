// "A yes ends on": said on the shelf while that yes still opens something, and not when it is used up, over or taken back.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { readyStory, type ReadyStory } from '../support/ready-story.ts'

const until = '2099-01-01T22:59:59.999Z'
const later = '2099-06-01T22:59:59.999Z'

let archive: TestArchive
let story: ReadyStory
beforeEach(async () => {
  archive = await makeArchive()
  story = await readyStory(archive.client, 'I sold oranges at the market.')
})
afterEach(() => archive.close())

const ends = async () => {
  const { cards } = await archive.client.shelf.list({
    words: '',
    language: '',
    label: '',
    state: 'all',
    order: 'title',
    from: 0,
    count: 10,
  })
  return cards[0]?.consentEndsAt
}

const asks = async () => {
  const asked = { words: '', language: '', label: '', order: 'title', from: 0, count: 10 } as const
  const { cards } = await archive.client.shelf.list({ ...asked, state: 'reviewDue' })
  return cards[0]?.endedBecause
}

test('a yes that is used up ends nothing any more', async () => {
  await story.answer('yes', { until, times: 1 })
  expect(await ends()).toBe(until)
  expect(await asks()).toBeUndefined()
  await story.signOff()
  await story.giveOut(archive.dataFolder, 'one')
  expect(await ends()).toBeNull()
  expect(await asks()).toBe('usedUp')
})

test('a yes for several times ends on its day until the last of them', async () => {
  await story.answer('yes', { until, times: 2 })
  await story.signOff()
  await story.giveOut(archive.dataFolder, 'one')
  expect(await ends()).toBe(until)
})

test('the later answer is the one that ends', async () => {
  await story.answer('yes', { until })
  await story.answer('yes', { until: later })
  expect(await ends()).toBe(later)
  await story.answer('withdrawn')
  expect(await ends()).toBeNull()
})
