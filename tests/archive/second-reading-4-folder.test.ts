// A folder is seen without being opened: it says no name of hers that she has not given.
import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeArchive } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'

test('a folder named by the name that the archive works with is not made where she has not given it', async () => {
  const archive = await makeArchive()
  const { client, dataFolder } = archive
  const told = await readyStory(client, 'We met on Sundays.')
  const { id, refusedWords, existence } = (await client.story.read({ testimony: told.testimony })).story.narrator
  await client.story.changeNarrator({ narrator: id, name: 'Marisol', names: {}, existence, refusedWords })
  await told.answer('yes')
  await told.signOff()
  const give = (folderName: string) => told.giveOut(dataFolder, folderName)
  await expect(give('marisol for the hall')).rejects.toMatchObject({ code: 'folderNameTells' })
  expect((await readdir(dataFolder)).join()).not.toMatch(/marisol|firsthand-/i)
  await give('Nights')
  expect(await readdir(dataFolder)).toContain('Nights')
  await archive.close()
})
