// How all that is to be given out stands with her is said at once: no files are made to say it but those she answered.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as pages from '../../electron/archive/exporters/reading-room.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory, type ReadyStory } from '../support/ready-story.ts'

vi.mock('../../electron/archive/exporters/reading-room.ts', async (original) => {
  const real = await original<typeof pages>()
  return { ...real, readingRoom: vi.fn(real.readingRoom) }
})
const made = vi.mocked(pages.readingRoom)

let archive: TestArchive
let story: ReadyStory
let narrator: string

beforeEach(async () => {
  archive = await makeArchive()
  story = await readyStory(archive.client, 'I sold oranges at the market.')
  await story.answer('yes')
  narrator = (await archive.client.story.read({ testimony: story.testimony })).story.narrator.id
})
afterEach(() => archive.close())

/** The archive is locked and opened, and handed over to her. */
async function anew(): Promise<void> {
  const { client } = archive
  await client.door.lock({})
  await client.door.open({ folder: archive.folder, passphrase })
  await client.herSession.handOver({ narrator, passphrase: null })
  made.mockClear()
}
const standing = async () => (await archive.client.excerpts.standing({})).excerpts.map(({ standing: { kind } }) => kind)

test('what she has not answered is not made to be listed', async () => {
  const { client } = archive
  const { recipient, passages, use } = await client.excerpts.read({ excerpt: story.excerpt })
  await client.excerpts.begin({ testimony: story.testimony, use, recipient: recipient.id, passages })
  await anew()
  expect(await standing()).toEqual(['beingMade', 'waits'])
  expect(made).not.toHaveBeenCalled()
  await client.excerpts.check({ excerpt: story.excerpt })
  expect(made).toHaveBeenCalledOnce()
})

test('what she has answered is made again, to see whether it is the same: then her answer stands', async () => {
  const { client } = archive
  await anew()
  const { contentHash } = await client.excerpts.prepare({ excerpt: story.excerpt })
  await client.excerpts.refuse({ excerpt: story.excerpt, contentHash, why: '', evidence })
  await client.herSession.leave({ passphrase })
  await anew()
  expect(await standing()).toEqual(['saidNo'])
  expect(made).toHaveBeenCalledOnce()
  expect(await standing()).toEqual(['saidNo'])
  expect(made).toHaveBeenCalledOnce()
})
