// The folder of an excerpt does not say what was taken out of it.
import { readdir } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'

let archive: TestArchive
afterEach(() => archive.close())

test('a folder named by a name that was taken out is not made', async () => {
  archive = await makeArchive()
  const { client, dataFolder } = archive
  const told = await readyStory(client, 'I worked with Rosalinda at night.')
  const { testimony } = told
  const passage = (await client.story.read({ testimony })).story.passages[0]
  if (passage === undefined) throw new Error('no passage')
  const start = passage.text.indexOf('Rosalinda')
  await client.marks.takeOut({
    testimony,
    spans: [{ passage: passage.id, start, end: start + 9, startMs: null, endMs: null }],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await told.answer('yes')
  await told.signOff()
  const give = (folderName: string) => told.giveOut(dataFolder, folderName)
  await expect(give('Nights with rosalinda')).rejects.toMatchObject({ code: 'folderNameTells' })
  expect((await readdir(dataFolder)).join()).not.toMatch(/rosalinda|firsthand-/i)
  await give('Nights')
  expect(await readdir(dataFolder)).toContain('Nights')
})
