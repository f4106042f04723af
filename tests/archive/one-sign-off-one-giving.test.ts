// Her yes to exact bytes is one licence, however often it was written down.
import { afterEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'

let archive: TestArchive
afterEach(() => archive.close())

test('a second sign-off while the first is unspent adds nothing', async () => {
  archive = await makeArchive()
  const story = await readyStory(archive.client, 'I sold oranges at the market.')
  await story.answer('yes')
  const signOffs = async () =>
    (await archive.client.consent.read({ testimony: story.testimony })).entries.filter(({ kind }) => kind === 'signOff')
      .length
  for (let time = 0; time < 2; time += 1) await story.signOff()
  expect(await signOffs()).toBe(1)
  await story.giveOut(archive.dataFolder, 'one')
  expect(await story.reasons()).toEqual(['notSignedOff'])
  await expect(story.giveOut(archive.dataFolder, 'two')).rejects.toMatchObject({ code: 'notReleasable' })
  await story.signOff()
  expect(await signOffs()).toBe(2)
  await story.giveOut(archive.dataFolder, 'two')
})
