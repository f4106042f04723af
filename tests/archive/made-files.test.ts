// The files of an excerpt are kept while nothing in it changes; whatever changes in it makes them anew.
import { afterEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'

let archive: TestArchive
afterEach(() => archive.close())

test('what would leave is always made from the excerpt and the story as they are now', async () => {
  archive = await makeArchive()
  const { client } = archive
  const story = await readyStory(client, 'I worked with Rosalinda at night.')
  await story.answer('yes')
  const { excerpt, testimony } = story
  const hash = async (): Promise<string> => (await client.excerpts.prepare({ excerpt })).contentHash
  const { recipient, use, passages, framing } = await client.excerpts.read({ excerpt })
  const change = (title: string) =>
    client.excerpts.change({
      excerpt,
      use,
      recipient: recipient.id,
      passages: [...passages],
      withSound: false,
      framing: { title, introduction: '', keywords: [], signed: framing.signed },
    })
  const first = await hash()
  expect(await hash()).toBe(first)
  await change('Days')
  const second = await hash()
  expect(second).not.toBe(first)
  await change('Nights')
  expect(await hash()).toBe(first)
  const span = { passage: passages[0] ?? '', start: 14, end: 23, startMs: null, endMs: null }
  await client.marks.takeOut({
    testimony,
    spans: [span],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  expect([first, second]).not.toContain(await hash())
})
